// A field's own label left in it: "Company name", "请输入手机号".

const labels: Readonly<Record<string, string>> = {
  company:
    "company|company name|account|account name|organisation|organization|business name|customer name|公司|公司名|公司名称|企业|企业名称|客户名称|单位名称|客户|客户名|名称|公司全称",
  contactName:
    "name|contact|contact name|contact person|full name|first name|last name|first last|firstname lastname|first name last name|surname|联系人|姓名|名字|联系人姓名|客户姓名|联系人名称|名称|先生|女士|先生/女士|称呼",
  decisionMaker:
    "decision maker|decision-maker|decisionmaker|dm|name|approver|决策人|决策者|拍板人|负责人姓名|决策人姓名|关键人|关键决策人|姓名",
  phone:
    "phone|phone number|mobile|mobile number|mobile phone|tel|telephone|telephone number|contact number|number|电话|手机|手机号|手机号码|电话号码|联系电话|联系方式|座机|号码",
  email:
    "email|e-mail|email address|e-mail address|mail|邮箱|邮件|电子邮箱|电子邮件|邮箱地址|邮件地址|email地址",
  budget: "budget|amount|budget amount|total|price|预算|金额|预算金额|价格|总价",
  nextStep:
    "next step|next steps|next action|action|下一步|下一步计划|下一步动作|下步计划|后续计划|跟进计划|行动",
  competitor: "competitor|competitors|competitor name|competition|竞争对手|竞品|对手|竞争者|友商",
  lossReason:
    "loss reason|lost reason|reason|reason lost|reason for loss|loss|lost|输单原因|丢单原因|失单原因|原因|失败原因|丢单|输单",
  creditCode:
    "credit code|unified social credit code|uscc|tax id|tax number|registration number|统一社会信用代码|信用代码|社会信用代码|税号|纳税人识别号|营业执照号",
  address:
    "address|street|street address|city|street, city|company address|postal address|zip|地址|公司地址|详细地址|办公地址|通讯地址|联系地址|省市区|街道",
  notes:
    "note|notes|comment|comments|remark|remarks|description|details|备注|说明|描述|备注信息|内容|备注内容|补充说明",
  title: "title|job title|position|role|职位|职务|头衔|岗位",
  vatId: "vat|vat id|vat number|tax id|税号|增值税号",
  domain: "domain|website|web site|url|域名|网址|网站|官网",
  need: "need|needs|requirement|requirements|需求|客户需求|需求描述",
  industry: "industry|sector|行业|所属行业",
};
const shared: Readonly<Record<string, string>> = {
  name: "contactName",
  amount: "budget",
  mobile: "phone",
};

const sets = new Map(
  Object.entries(labels).map(([field, words]) => [field, new Set(words.split("|"))] as const),
);

const before =
  /^(?:please |pls )?(?:enter|insert|type|add|fill in|input|provide|choose|select|write|your|my|the|customer's|client's|new|required|请输入|请填写|请选择|请录入|填写|输入|选择|点击输入|您的|你的|客户的|必填)[:\s]*/;
const after =
  /(?: here| goes here| required| \*|\(?必填\)?|\(?选填\)?|写这里|填这里|填在这里|在此|\d{1,2}|:)$/;

/** What is said beside a field's own label: "姓名待补", "no notes"; nothing where the label is not there. */
export function besideLabel(field: string, folded: string): string | undefined {
  const words = [...(sets.get(shared[field] ?? field) ?? [])].sort(
    (one, other) => other.length - one.length,
  );
  const label = words.find((word) => folded.startsWith(word) || folded.endsWith(word));
  if (!label || label === folded) return undefined;
  const rest = folded.startsWith(label)
    ? folded.slice(label.length)
    : folded.slice(0, -label.length);
  return rest.replace(/^[\s:,-]+|[\s:,-]+$/g, "") || undefined;
}

/** Whether a folded value is the label of its field, or asks for it. */
export function isLabel(field: string, folded: string): boolean {
  const words = sets.get(shared[field] ?? field);
  if (!words) return false;
  let bare = folded;
  for (let turn = 0; turn < 3; turn += 1) {
    if (words.has(bare)) return true;
    bare = bare.replace(before, "").replace(after, "").trim();
  }
  return (
    words.has(bare) ||
    /^(?:请输入|请填写|请选择|点击输入|click to enter|enter text|type here|select one|please select|--select--|select\.\.\.)/.test(
      folded,
    )
  );
}
