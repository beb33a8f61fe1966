// 导入文件：导入之前、之中、之后显示什么（中文）。
import { byName } from "../../by-name.ts";
import type { importing as english } from "../en/importing.ts";

type Kinds = typeof english.kinds;
type Told = Parameters<(typeof english.warnings)["bad_value"]>[0];

const inColumn = ({ column, file }: Told) => `${file}${column ? `“${column}”列` : ""}`;
const such = ({ example }: Told) => (example ? `（如“${example}”）` : "");
const kept = "已留空，并保留原文。";

const kinds: Kinds = {
  accounts: "客户公司",
  contacts: "联系人",
  people: "同事",
  leads: "线索",
  deals: "商机",
  touches: "行为记录",
  products: "产品",
  crm: "多个文件的文件夹",
};

const things: Record<string, string> = byName({
  account: "客户公司",
  contact: "联系人",
  deal: "商机",
  lead: "线索",
  person: "同事",
  product: "产品",
  team: "团队",
});
const thing = (to: unknown) => things[String(to)] ?? "记录";

const fields: Record<string, string> = byName({
  id: "来源编号",
  name: "名称/姓名",
  firstName: "名",
  lastName: "姓",
  email: "邮箱",
  phone: "电话",
  title: "标题/职务",
  jobTitle: "职务",
  account: "公司",
  contact: "联系人",
  domain: "网站",
  industry: "行业",
  industries: "擅长行业",
  segment: "客户类型",
  employees: "员工人数",
  revenue: "营收（百万）",
  currency: "币种",
  country: "国家",
  territory: "区域",
  territories: "负责区域",
  foundedYear: "成立年份",
  creditCode: "统一社会信用代码",
  vatId: "税号",
  parent: "母公司",
  owner: "负责人",
  createdAt: "创建时间",
  series: "系列",
  price: "价格",
  role: "角色",
  team: "团队",
  manager: "上级",
  timeZone: "时区",
  language: "语言",
  languages: "可用语言",
  licences: "资质",
  capacity: "承接上限",
  hiredAt: "入职日期",
  active: "在职",
  product: "产品",
  source: "来源",
  status: "状态",
  outcome: "结果",
  need: "需求",
  budget: "预算",
  budgetStatus: "预算状态",
  selfSourced: "自带线索",
  closedAt: "关闭时间",
  lead: "线索",
  stage: "阶段",
  amount: "金额",
  nextStep: "下一步",
  nextStepDate: "下一步日期",
  decisionMaker: "决策人",
  competitor: "竞争对手",
  lossReason: "丢单原因",
  openedAt: "开始时间",
  closeDate: "预计成交日期",
  type: "行为",
  at: "发生时间",
  receivedAt: "到达时间",
  anonymousId: "访客编号",
  props: "属性",
});
const field = (name: unknown) => fields[String(name)] ?? String(name);

const skipped: Record<string, string> = byName({
  unknown_kind: "认不出它的列。请单独导入并说明内容。",
  no_rows: "只有表头，没有数据。",
});

export const importing: typeof english = {
  kinds,
  fields,
  warnings: {
    unresolved_reference: (p) =>
      `${inColumn(p)}：有 ${p.count} 个值找不到对应的${thing(p.to)}${such(p)}，${kept}`,
    ambiguous_reference: (p) =>
      `${inColumn(p)}：有 ${p.count} 个值对应不止一个${thing(p.to)}${such(p)}，${kept}`,
    unknown_visitor: (p) =>
      `${inColumn(p)}：有 ${p.count} 个值找不到对应的联系人${such(p)}，已按访客保留，以后可以认领为联系人。`,
    created_by_reference: (p) =>
      `${inColumn(p)}：因为数据里提到，新建了 ${p.count} 个${thing(p.to)}${such(p)}。它们不是源数据，不计入数量。`,
    promoted_by_reference: (p) =>
      `${inColumn(p)}：有 ${p.count} 人是别人的上级，已设为主管${such(p)}。`,
    masked_value: (p) =>
      `${inColumn(p)}：有 ${p.count} 个值被打码${such(p)}，无法识别身份，${kept}`,
    bad_value: (p) =>
      `${inColumn(p)}：有 ${p.count} 个值无法识别为“${field(p.field)}”${such(p)}，${kept}`,
    unknown_value: (p) =>
      `${inColumn(p)}：有 ${p.count} 个值不是已知的“${field(p.field)}”${such(p)}，${kept}可以在映射文件的 values 里说明含义。`,
    refused_value: (p) =>
      `${inColumn(p)}：有 ${p.count} 个“${field(p.field)}”的值未被接受${such(p)}，已略去，并保留原文。`,
    taken_value: (p) => `${inColumn(p)}：有 ${p.count} 个值已属于其他人${such(p)}，${kept}`,
    ambiguous_date: (p) =>
      `${inColumn(p)}：从数据看不出日期${such(p)}是日在前还是月在前，已按${p.order === "mdy" ? "月/日/年" : "日/月/年"}读取；可以在映射文件的 order 里指定。`,
    duplicate_id: (p) =>
      `${inColumn(p)}：有 ${p.count} 行的编号与前面的行重复${such(p)}，以第一行为准。`,
    duplicate_row: (p) =>
      `${inColumn(p)}：有 ${p.count} 行与前面的行完全相同${such(p)}，各算一条线索；若是重复粘贴，请放弃其中一条。`,
    short_row: (p) => `${p.file}：有 ${p.count} 行的单元格比表头少，缺少的按空处理。`,
    skipped_file: (p) => `${p.file} 未导入：${skipped[p.reason ?? ""] ?? p.reason}`,
  },
  rejections: {
    lacks_essentials: (p) =>
      `不足以成为一条${kinds[p.kind as keyof Kinds] ?? p.kind}，缺少：${String(p.fields).split(", ").map(field).join("或")}。`,
    too_many_cells: (p) => `有 ${p.cells} 个单元格，而表头只有 ${p.columns} 列。`,
    bad_json: () => "不是有效的 JSON。",
    not_an_object: () => "不是 JSON 对象。",
    forbidden: () => "您没有写入这条记录的权限。",
    contract: (p) => `数据契约不接受：${p.message}`,
    invalid: (p) => `不是有效的记录：${p.message}`,
  },
  preview: {
    title: (p) => `导入 ${p.name}？`,
    subtitle: (p) => `${p.count} 条${p.kind}`,
    summary: (p) => `${p.name} 可以导入了，请核对各列`,
    columnsHint: "每一列会变成什么，有误请改正。",
    leftOut: "不导入",
    example: (p) => `例如 ${p.values}`,
    firstRows: "前几行导入后的样子",
    line: "行",
    rows: "行数",
    file: "文件",
    kind: "内容",
    unmapped: (p) => `不导入：${p.columns}`,
    moreColumns: (p) => `另有 ${p.count} 列按识别结果导入。`,
    confirm: "导入",
    cancel: "取消",
    unreadable: "不会导入",
    warnings: "请先了解",
  },
  cancelled: (p) => `${p.name} 没有导入，未写入任何数据。`,
  progress: {
    title: (p) => `正在导入 ${p.name}`,
    label: (p) => `${p.kind} ${p.done} / ${p.total}`,
    summary: (p) => `正在导入 ${p.name}`,
  },
  done: {
    title: (p) => `${p.name} 已导入`,
    subtitle: (p) => (p.rejected === 0 ? "所有行都已导入。" : `有 ${p.rejected} 行未能导入。`),
    summary: (p) => `${p.name} 已导入`,
    stored: "这些文件现已入库",
    rejected: (p) => `未导入的行（${p.count}）`,
    line: "行",
    reason: "原因",
    firstOnly: (p) => `仅列出前 ${p.shown} 行，共 ${p.count} 行。`,
    warnings: (p) => `需要了解（${p.count}）`,
    again: "再次导入同一个文件不会产生任何变化。",
  },
};
