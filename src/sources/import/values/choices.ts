// What people write for the words we keep. A column of the mapping may say otherwise.
import type { ImportKind } from "../../../core/importing/model.ts";

/** Stored word -> what may stand for it, in lower case, separated by bars. */
type Words = Record<string, string>;

export type Choice = {
  words: Words;
  /** Other words are kept as they are, not warned about. */
  open?: boolean;
};

const stages: Words = {
  new: "prospecting|prospect|lead|lead in|open|潜在|线索|初始|新建|初步意向|意向|待跟进",
  contacted:
    "contact made|engaging|engaged|appointment scheduled|discovery|meeting|connected|初步接触|初步沟通|已联系|接触|拜访|立项跟踪|建立联系|跟进中",
  qualified:
    "qualification|qualified to buy|qualified lead|needs analysis|needs defined|id decision makers|id. decision makers|develop|需求确认|需求分析|确认需求|资格确认|需求调研|需求沟通|已确认",
  proposal:
    "propose|proposal/price quote|proposal price quote|quote|quotation|quoted|value proposition|presentation scheduled|perception analysis|demo|demo scheduled|proposal made|proposal sent|solution|方案|报价|方案报价|方案/报价|提案|方案制定|方案演示|产品演示|已报价|投标|招投标",
  negotiation:
    "negotiation/review|negotiation review|negotiating|negotiations started|decision maker bought in|contract sent|contract|verbal|commit|谈判|商务谈判|谈判审核|合同|合同审批|合同谈判|签约|合同流程|商务",
  won: "closed won|closedwon|close won|win|success|successful|signed|成交|赢单|赢|已成交|签单|已签约|成功|成功关闭|中标",
  lost: "closed lost|closedlost|close lost|lose|fail|failed|dead|abandoned|输单|丢单|输|失败|已流失|流失|失败关闭|无效|取消|未中标",
};

const dealStatuses: Words = {
  open: "in progress|active|ongoing|pending|进行中|跟进中|未关闭|打开",
  won: `${stages.won}|yes|true|1|是`,
  lost: `${stages.lost}|no|false|0|否`,
};

const leadStatuses: Words = {
  new: "open|open - not contacted|open not contacted|not contacted|unassigned|fresh|raw|新|新线索|新建|未处理|待处理|未分配|待分配|未跟进|待跟进|未联系",
  offered: "assigned|已分配|待接收",
  accepted:
    "working|working - contacted|working contacted|contacted|in progress|open deal|attempted to contact|connected|qualified|nurturing|nurture|follow up|interested|hot|warm|bad timing|已接收|跟进中|已联系|已跟进|联系中|处理中|有意向|培育中|意向客户",
  converted:
    "closed - converted|closed converted|won|closed won|customer|success|已转化|转化|已转换|转商机|已转商机|成交|已成交|已成单|赢单",
  lost: "junk|junk lead|closed - not converted|closed not converted|closed lost|unqualified|disqualified|not interested|invalid|dead|spam|duplicate|rejected|无效|无效线索|已无效|已关闭|关闭|战败|丢失|流失|失败|无意向|不合格",
  pool: "public pool|recycled|recycle|returned|公海|公海池|已回收|退回公海",
};

const budgetStatuses: Words = {
  confirmed: "yes|verified|approved|已确认|已批准|有|有预算",
  estimated: "estimate|expected|planned|预估|估计|预计",
  none: "no|no budget|无|无预算|没有",
  frozen: "on hold|hold|冻结|暂停",
};

const speech: Words = {
  en: "english|en-us|en-gb|en_us|en_gb|英文|英语",
  zh: "chinese|mandarin|zh-cn|zh_cn|zh-hans|simplified chinese|中文|汉语|普通话|简体中文|国语",
};

const roles: Words = {
  rep: "sales|sales rep|sales representative|account executive|account manager|ae|sdr|bdr|agent|sales agent|seller|consultant|member|user|销售|销售代表|销售员|业务员|客户经理|销售顾问|员工|成员",
  manager:
    "sales manager|team lead|team leader|lead|head|director|sales director|supervisor|vp|leader|经理|销售经理|主管|销售主管|总监|销售总监|团队负责人|区域经理|组长",
  contributor:
    "marketing|marketer|service|support|operations|ops|customer success|市场|市场部|客服|运营|售后|服务",
  operator: "system operator|系统管理员",
};

const outcomes: Words = {
  won: `${stages.won}|converted|yes|true|1|是|已转化`,
  lost: `${stages.lost}|not converted|no|false|0|否|未转化`,
};

const choices: Partial<Record<`${ImportKind}.${string}`, Choice>> = {
  "deals.stage": { words: stages },
  "deals.status": { words: dealStatuses },
  "deals.budgetStatus": { words: budgetStatuses },
  "leads.status": { words: leadStatuses },
  "leads.outcome": { words: outcomes },
  "leads.budgetStatus": { words: budgetStatuses },
  "leads.language": { words: speech, open: true },
  "contacts.language": { words: speech, open: true },
  "people.language": { words: speech },
  "people.languages": { words: speech, open: true },
  "people.role": { words: roles },
};

/** The words a field knows; nothing for a field of free text. */
export function choiceOf(kind: ImportKind, field: string): Choice | undefined {
  return choices[`${kind}.${field}`];
}

/** Finds the stored word for what somebody wrote: "3 - Closed Won" is "won". Nothing when it is unknown. */
export function createChoiceFinder({ words }: Choice): (text: string) => string | undefined {
  const known = new Map<string, string>();
  for (const [stored, others] of Object.entries(words)) {
    for (const word of [...others.split("|"), stored]) known.set(word, stored);
  }
  return (text) => known.get(normalWord(text));
}

/** Lower case, one space between words, without a number in front or a percentage behind. */
export function normalWord(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/_/g, " ")
    .replace(/^\d+\s*[-.)、:]\s*/, "")
    .replace(/\s*\(?\d+\s*%\)?$/, "")
    .replace(/(.)\s*\([^()]*\)$/, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
