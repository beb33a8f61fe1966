// Words that stand where a value should, in English and Chinese: nothing known, later, elsewhere.
import type { Typed } from "./placeholder-fields.ts";

/** Small letters, one width, one space; brackets, quotes and closing punctuation taken off. */
export function foldValue(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s_]+/g, " ")
    .replace(
      /^[\s"'“”<>()[\]{}【】「」《》*.。,、,;:!?~-]+|[\s"'“”<>()[\]{}【】「」《》*.。,、;:!?~-]+$/gu,
      "",
    );
}

const nothingWords: ReadonlySet<string> = new Set([
  ...[
    "n/a",
    "n.a",
    "n a",
    "na",
    "n/k",
    "none",
    "nil",
    "null",
    "nan",
    "undefined",
    "unknown",
    "unk",
  ],
  ...["not known", "not available", "not applicable", "not specified", "not provided", "not given"],
  ...["not set", "not entered", "no data", "no info", "no information", "no value", "nothing"],
  ...["blank", "empty", "missing", "void", "idk", "i don't know", "i dont know", "don't know"],
  ...["dont know", "dunno", "no idea", "not sure", "unsure", "no clue", "who knows", "whatever"],
  ...["anything", "something", "someone", "somebody", "somewhere", "no name", "noname", "no email"],
  ...["no phone", "no mail", "no number", "no reason", "no address", "no company", "no notes"],
  ...["unknown company", "unknown contact", "unknown name", "unnamed", "unspecified", "untitled"],
  ...["not disclosed", "none given", "none provided", "none yet", "nothing yet", "not yet known"],
  ...["no comment", "no comments", "no details", "default", "string", "not required", "not needed"],
  ...[
    "无",
    "没有",
    "无无",
    "没",
    "暂无",
    "暂时没有",
    "目前没有",
    "无此项",
    "无数据",
    "无信息",
    "未知",
  ],
  ...[
    "不详",
    "不明",
    "不清楚",
    "不知道",
    "不确定",
    "不太清楚",
    "不太确定",
    "说不好",
    "未填",
    "未填写",
  ],
  ...[
    "未提供",
    "未录入",
    "未登记",
    "未透露",
    "暂不清楚",
    "暂不知道",
    "暂时不知道",
    "暂时不清楚",
    "目前未知",
  ],
  ...[
    "暂未提供",
    "还不知道",
    "还不清楚",
    "暂缺",
    "缺失",
    "缺",
    "空",
    "空白",
    "空缺",
    "空着",
    "无所谓",
  ],
  ...["略", "不填", "不想填", "不方便填", "不适用", "不需要", "没填", "没写", "无可奉告", "暂不填"],
  ...[
    "忘了",
    "忘记了",
    "没问",
    "没问到",
    "没问出来",
    "没留",
    "没给",
    "不记得",
    "不记得了",
    "无备注",
  ],
  ...[
    "无电话",
    "没电话",
    "无邮箱",
    "没邮箱",
    "没有邮箱",
    "没有电话",
    "没有邮件",
    "无联系方式",
    "没有备注",
  ],
  ...[
    "无名",
    "无名氏",
    "匿名",
    "某某",
    "某人",
    "某某某",
    "某先生",
    "某女士",
    "某总",
    "某公司",
    "某客户",
  ],
  ...["某企业", "某集团", "某单位", "某地", "谁知道", "鬼知道", "不晓得", "木有", "没啥", "没什么"],
  ...["无原因", "没原因", "没有原因", "原因不明", "原因未知", "未说明", "暂无信息", "信息不详"],
]);

/** Answers in some fields: a customer may talk to nobody else. */
const rivalAnswers: ReadonlySet<string> = new Set(["none", "没有", "无", "nobody", "目前没有"]);

const marksOnly = /^[\p{P}\p{S}\s]+$/u;
const notYet =
  /^(?:(?:still|currently|as yet) )?(?:unknown|undetermined|unidentified|unclear|not (?:yet )?(?:known|identified|determined|decided|confirmed|clear|found|sure|specified|available))(?: (?:yet|at this (?:time|point|stage)|for now|at the moment|so far|now))?$/;
const notYetZh =
  /^(?:目前|暂时|现在|暂|尚|还)?(?:不|没|未|没有)(?:太)?(?:明确|确认|清楚|知道|确定|掌握|了解|找到|提供|获取|拿到|问到)(?:到|过)?(?:是谁|叫什么|谁|具体)?(?:呢|啊|了)?$/;

const vague = [
  /^some (?:competitor|company|street|guy|person|customer|reason|place|contact|address)$/,
  /^no (?:\w+ )?(?:given|provided|available|yet|known|specified|entered|recorded)$/,
  /^(?:nobody|no one|nothing|none) (?:yet|known|specific)$|^because$|^(?:mr|ms|mrs)\.? (?:unknown|test|x|nobody)$/,
  /^某(?!种)\p{Script=Han}{0,4}(?:公司|企业|客户|单位|集团|领导|经理|主任|总监|负责人|竞品|对手|友商|人|先生|女士)$/u,
  /^\p{Script=Han}某某?$|^(?:没说|没讲|不明原因|暂无计划|还在了解|正在了解|了解中|暂无了解|输了)$/u,
];
/** Somebody without a name: a role without a name counts as none. */
const anybody =
  /^(?:the )?(?:boss|customer|client|them|they|he|she|him|her|admin|user|management|person in charge)$|^(?:大?领导|大?老板|客户方?|对方|甲方|他|她|(?:相关)?负责人|管理员|用户)$/;

/** Nothing is known, in words or marks. */
export function isNothing(typed: Typed): boolean {
  const { sort, value, folded } = typed;
  if (marksOnly.test(value)) return true;
  if (isMeant(typed)) return false;
  const bare = folded.replace(/ (?:yet|now|so far)$/, "");
  const parts = folded.split(/[\s,;/|、-]+/);
  if (nothingWords.has(folded) || nothingWords.has(bare)) return true;
  if (parts.every((part) => nothingWords.has(part)) || notYet.test(folded)) return true;
  if (vague.some((pattern) => pattern.test(folded))) return true;
  if (sort === "person" && anybody.test(folded)) return true;
  return sort !== "company" && notYetZh.test(folded);
}

/** Nobody else is a competitor, too; Namibia and North America are places; Na and Nan are names. */
function isMeant({ sort, value, folded }: Typed): boolean {
  if (sort === "rival") return rivalAnswers.has(folded);
  if (sort === "place") return /^n\.?a$/.test(folded);
  return sort === "person" && /^(?:Na|Nan)$/.test(value);
}

const pending =
  /^(?:tbd|tba|tbc|tbh|todo|to do|to-do|pending|to follow|coming soon|later|soon|wip|draft|placeholder|to be (?:determined|decided|confirmed|advised|announced|added|filled(?: in)?|completed|updated|provided|discussed|defined|verified|checked|agreed|supplied|assigned|clarified|specified|set|found|entered))(?: (?:later|soon|asap|tbd|next week|by \w+))?$/;
const opened =
  /^(?:tbd|tba|tbc|todo|n\/a|待定|待确认|待补充|待补|未知|暂无|不详)\s*[-–—:,(/.;。、…]/;
const putOff =
  /^(?:(?:i |we |sales )?(?:will|i'll|we'll|to|need to|must|have to|should)? ?)?(?:fill|update|add|confirm|complete|provide|enter|put|get|ask|find out|check|do|edit|fix)(?: (?:this|it|that|him|her|them|in|out|up|back|info|details|name|number))* (?:later|soon|afterwards|another time|some other time|when i can|next time)$/;
const pendingZh =
  /^(?:暂时|目前|暂|还|尚)?(?:待定|待确认|待确定|待补充?|待填写?|待完善|待更新|待核实|待定中|待查|待问|待录入?|待提供|待明确|待了解|待通知|待沟通|待协商|待商议|面议|看情况|视情况|视情况而定|有待确认|未定|未确定|没定|没确定|没想好|没定下来|定不下来)(?:中|哦|吧|呢|了|的|信息|内容|客户|人员)?$/;
const putOffZh =
  /^(?:先空着|先放着|先这样|先占位|占位|占个位|占坑|再说|再说吧|再议|另议|回头|以后|之后|后续|后面|后|稍后|晚点|改天|有空|有时间|到时候?|下次|过后|等会)(?:儿|了)?(?:再|来|我|会)*(?:补充?|填写?|录入?|写|更新|完善|确认|说|问|查|加|定|告知|提供|看)?(?:吧|上|一下|充|哦|进去)?$/;

const twice = /^(?:tbd|tbc|tba|n\/a|na) ?(?:待定|待确认|待补|未知|暂无|无)$/;
const closed = /(?:^|\s)(?:tbd|tbc|tba)$|待定$|待补充?$/;
const willAsk =
  /^(?:i |we )?(?:will|i'll|we'll) (?:ask|update|add|confirm|know|fill|tell|check)(?: soon| then)?$/;

/** Put off: a day would be an answer, "later" is none. */
export function isDeferred(typed: Typed): boolean {
  const { sort, folded, value } = typed;
  if (pending.test(folded) || pendingZh.test(folded) || twice.test(folded)) return true;
  if (opened.test(value.toLowerCase()) && folded.length <= 60) return true;
  // "Will check", "when they meet: tbd": somebody's next step may be just that.
  return sort === "step" ? /^(?:再说|后补)吧?$/.test(folded) : isPutOff(typed);
}

function isPutOff({ sort, folded }: Typed): boolean {
  const isShort = sort !== "words" && sort !== "company" && folded.length <= 40;
  if (willAsk.test(folded) || putOff.test(folded) || (isShort && closed.test(folded))) return true;
  return folded.length > 1 && putOffZh.test(folded) && /[补填写录占空说议定后]/.test(folded);
}

const place =
  "wechat|weixin|whatsapp|e-?mails?|mails?|notes?|comments?|attach(?:ed|ment)s?|crm|linkedin|slack|teams|thread|chat|file|card|business card|spreadsheet|sheet|excel|description|above|below|profile|docs?|record|system|website|contract|other (?:record|tab|field)";
const pointing = new RegExp(
  `^(?:please |pls )?(?:see|refer to|cf|in|as per|per|look (?:at|in)|it's in|check)(?: (?:my|the|our|his|her|their|your))? (?:${place})(?: (?:above|below|thread|file|chat|history|field|record|for details))?$`,
);
const same =
  /^(?:same(?: as (?:above|before|previous|last(?: time)?))?|as above|as before|ditto|idem|see above|see below|copy|as discussed|you know)$/;
const asking =
  /^(?:ask|check with|contact|speak to|talk to) (?:me|him|her|them|sales|rep|the rep|owner|the owner|marketing|\p{L}+)$/u;
const sameZh =
  /^(?:同上|同前|同左|如上|见上|见下|见前|同上次|和上面一样|跟上面一样|跟上次一样|一样|你懂的|老样子|照旧|同(?:微信|联系人|注册地址|公司地址|手机|电话|邮箱|公司|客户|前述))$/;
const pointingZh =
  /^(?:具体|详情|详细|信息|内容)?(?:请|详|可|都|全)?(?:见|参见|参考|查看|看|翻|在|问|去看|查)(?:我|一下|了|我的|客户|他|她|下)*(?:企业微信|微信|钉钉|企微|飞书|邮件|邮箱|附件|备注|聊天记录|聊天|合同|名片|系统|crm|上面|上文|下文|群|群里|表格|记录|excel|文档|资料|旧系统|朋友圈|通讯录|官网|手机)(?:里|上|中|记录|里面|群|聊天记录|备注|有)*$/;
const askingZh =
  /^(?:去|直接|请|要|得)?(?:问|找)(?:我|他|她|销售|客户|老板|领导|市场部?|同事|对方|\p{Script=Han}{1,3}(?:总|经理|工))(?:要|吧|就行|就好|拿)?$/u;
const chatOnly =
  /^(?:微信联系|微信沟通|加微信|微信聊|微信号?|私聊|线下聊|只有微信|wechat only|wechat|via wechat|whatsapp)$/;

/** The value is said to be somewhere else. */
export function isElsewhere({ sort, folded }: Typed): boolean {
  if (same.test(folded) || sameZh.test(folded)) return true;
  const points = pointing.test(folded) || pointingZh.test(folded);
  // Somebody's next step may well be to look at a contract or to ask a person.
  if (sort === "step") return points && /^(?:(?:please |pls )?see |详?见)/.test(folded);
  if (points || sort === "company" || sort === "rival") return points;
  return [chatOnly, asking, askingZh].some((pattern) => pattern.test(folded));
}
