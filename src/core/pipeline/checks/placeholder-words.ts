// Words that stand where a value should, in English and Chinese: nothing known, later, elsewhere, a test.
import type { FieldSort, Typed } from "./placeholder-fields.ts";

/** Small letters, one width, one space; brackets, quotes and closing punctuation taken off. */
export function foldValue(value: string): string {
  return value
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s_]+/g, " ")
    .replace(/^[\s"'“”<>()[\]{}【】「」《》*.。,、,;:!?~-]+|[\s"'“”<>()[\]{}【】「」《》*.。,、;:!?~-]+$/gu, "");
}

const nothingWords: ReadonlySet<string> = new Set([
  ...["n/a", "n.a", "n a", "na", "n/k", "none", "nil", "null", "nan", "undefined", "unknown", "unk"],
  ...["not known", "not available", "not applicable", "not specified", "not provided", "not given"],
  ...["not set", "not entered", "no data", "no info", "no information", "no value", "nothing"],
  ...["blank", "empty", "missing", "void", "idk", "i don't know", "i dont know", "don't know"],
  ...["dont know", "dunno", "no idea", "not sure", "unsure", "no clue", "who knows", "whatever"],
  ...["anything", "something", "someone", "somebody", "somewhere", "no name", "noname", "no email"],
  ...["no phone", "no mail", "no number", "no reason", "no address", "no company", "no notes"],
  ...["unknown company", "unknown contact", "unknown name", "unnamed", "unspecified", "untitled"],
  ...["not disclosed", "none given", "none provided", "none yet", "nothing yet", "not yet known"],
  ...["no comment", "no comments", "no details", "default", "string", "not required", "not needed"],
  ...["无", "没有", "无无", "没", "暂无", "暂时没有", "目前没有", "无此项", "无数据", "无信息", "未知"],
  ...["不详", "不明", "不清楚", "不知道", "不确定", "不太清楚", "不太确定", "说不好", "未填", "未填写"],
  ...["未提供", "未录入", "未登记", "未透露", "暂不清楚", "暂不知道", "暂时不知道", "暂时不清楚", "目前未知"],
  ...["暂未提供", "还不知道", "还不清楚", "暂缺", "缺失", "缺", "空", "空白", "空缺", "空着", "无所谓"],
  ...["略", "不填", "不想填", "不方便填", "不适用", "不需要", "没填", "没写", "无可奉告", "暂不填"],
  ...["忘了", "忘记了", "没问", "没问到", "没问出来", "没留", "没给", "不记得", "不记得了", "无备注"],
  ...["无电话", "没电话", "无邮箱", "没邮箱", "没有邮箱", "没有电话", "没有邮件", "无联系方式", "没有备注"],
  ...["无名", "无名氏", "匿名", "某某", "某人", "某某某", "某先生", "某女士", "某总", "某公司", "某客户"],
  ...["某企业", "某集团", "某单位", "某地", "谁知道", "鬼知道", "不晓得", "木有", "没啥", "没什么"],
  ...["无原因", "没原因", "没有原因", "原因不明", "原因未知", "未说明", "暂无信息", "信息不详"],
]);

/** Answers in some fields: a customer may talk to nobody else. */
const rivalAnswers: ReadonlySet<string> = new Set(["none", "没有", "无", "nobody", "目前没有"]);

const marksOnly = /^[\p{P}\p{S}\s]+$/u;
const notYet =
  /^(?:(?:still|currently|as yet) )?(?:unknown|undetermined|unidentified|unclear|not (?:yet )?(?:known|identified|determined|decided|confirmed|clear|found|sure|specified|available))(?: (?:yet|at this (?:time|point)|for now|at the moment|so far|now))?$/;
const notYetZh = /^(?:目前|暂时|现在|暂|尚|还)?(?:不|没|未|没有)(?:太)?(?:明确|确认|清楚|知道|确定|掌握|了解|找到|提供|获取|拿到|问到)(?:到|过)?(?:呢|啊|了)?$/;

/** Nothing is known, in words or marks. */
export function isNothing({ sort, value, folded }: Typed): boolean {
  if (marksOnly.test(value)) return true;
  if (sort === "rival" && rivalAnswers.has(folded)) return false;
  // Namibia, North America; Na Li, Nan Goldin.
  if (sort === "place" && /^n\.?a$/.test(folded)) return false;
  if (sort === "person" && /^(?:Na|Nan)$/.test(value)) return false;
  const bare = folded.replace(/ (?:yet|now|so far)$/, "");
  if (nothingWords.has(folded) || nothingWords.has(bare)) return true;
  const halves = folded.split(/[\s,;/|、-]+/);
  if (halves.length > 1 && halves.every((half) => nothingWords.has(half))) return true;
  return sort !== "company" ? notYet.test(folded) || notYetZh.test(folded) : notYet.test(folded);
}

const pending =
  /^(?:tbd|tba|tbc|tbh|todo|to do|to-do|pending|to follow|coming soon|later|soon|wip|draft|placeholder|to be (?:determined|decided|confirmed|advised|announced|added|filled(?: in)?|completed|updated|provided|discussed|defined|verified|checked|agreed|supplied|assigned|clarified|specified|set|found|entered))(?: (?:later|soon|asap|tbd|next week|by \w+))?$/;
const opened = /^(?:tbd|tba|tbc|todo|n\/a|待定|待确认|待补充|待补|未知|暂无|不详)\s*[-–—:,(/.;。、…]/;
const putOff =
  /^(?:(?:i |we |sales )?(?:will|i'll|we'll|to|need to|must|have to|should)? ?)?(?:fill|update|add|confirm|complete|provide|enter|put|get|ask|find out|check|do|edit|fix)(?: (?:this|it|that|him|her|them|in|out|up|back|info|details|name|number))* (?:later|soon|afterwards|another time|some other time|when i can|next time)$/;
const pendingZh =
  /^(?:暂时|目前|暂|还|尚)?(?:待定|待确认|待确定|待补充?|待填写?|待完善|待更新|待核实|待定中|待查|待问|待录入?|待提供|待明确|待了解|待通知|未定|未确定|没定|没确定|没想好|没定下来|定不下来)(?:中|哦|吧|呢|了|的|信息|内容|客户|人员)?$/;
const putOffZh =
  /^(?:先空着|先放着|先这样|先占位|占位|占个位|占坑|再说|再说吧|再议|另议|回头|以后|之后|后续|后面|后|稍后|晚点|改天|有空|有时间|到时候?|下次|过后|等会�?)(?:儿|了)?(?:再|来|我|会)*(?:补充?|填写?|录入?|写|更新|完善|确认|说|问|查|加|定|告知|提供|看)?(?:吧|上|一下|充|哦|进去)?$/;

/** Put off: a day would be an answer, "later" is none. */
export function isDeferred({ sort, folded, value }: Typed): boolean {
  if (pending.test(folded) || pendingZh.test(folded)) return true;
  if (sort === "step") return opened.test(value.toLowerCase()) || /^(?:再说|后补|待补充)吧?$/.test(folded);
  if (opened.test(value.normalize("NFKC").toLowerCase()) && folded.length <= 60) return true;
  return putOff.test(folded) || (folded.length > 1 && putOffZh.test(folded) && /[补填写录占空说议定后]/.test(folded));
}

const place = "wechat|weixin|whatsapp|e-?mails?|mails?|notes?|comments?|attach(?:ed|ment)s?|crm|linkedin|slack|teams|thread|chat|file|card|business card|spreadsheet|sheet|excel|description|above|below|profile|docs?|record|system|website|contract|other (?:record|tab|field)";
const pointing = new RegExp(
  `^(?:please |pls )?(?:see|refer to|cf|in|as per|per|look (?:at|in)|it's in|check)(?: (?:my|the|our|his|her|their|your))? (?:${place})(?: (?:above|below|thread|file|chat|history|field|record|for details))?$`,
);
const same = /^(?:same(?: as (?:above|before|previous|last(?: time)?))?|as above|as before|ditto|idem|see above|see below|copy|as discussed|you know)$/;
const asking = /^(?:ask|check with|contact|speak to|talk to) (?:me|him|her|them|sales|rep|the rep|owner|the owner|marketing|\p{L}+)$/u;
const sameZh = /^(?:同上|同前|同左|如上|见上|见下|见前|同上次|和上面一样|跟上面一样|跟上次一样|一样|你懂的|老样子|照旧)$/;
const pointingZh =
  /^(?:具体|详情|详细|信息|内容)?(?:请|详|可|都|全)?(?:见|参见|参考|查看|看|翻|在|问|去看|查)(?:我|一下|了|我的|客户|他|她|下)*(?:企业微信|微信|钉钉|企微|飞书|邮件|邮箱|附件|备注|聊天记录|聊天|合同|名片|系统|crm|上面|上文|下文|群|群里|表格|记录|excel|文档|资料|旧系统|朋友圈|通讯录|官网|手机)(?:里|上|中|记录|里面|群|聊天记录|备注|有)*$/;
const askingZh = /^(?:去|直接|请|要|得)?(?:问|找)(?:我|他|她|销售|客户|老板|领导|市场部?|同事|对方|\p{Script=Han}{1,3}(?:总|经理|工))(?:要|吧|就行|就好|拿)?$/u;
const chatOnly = /^(?:微信联系|微信沟通|加微信|微信聊|微信号?|私聊|线下聊|只有微信|wechat only|wechat|via wechat|whatsapp)$/;

/** The value is said to be somewhere else. */
export function isElsewhere({ sort, folded }: Typed): boolean {
  if (same.test(folded) || sameZh.test(folded)) return true;
  // Somebody's next step may well be to look at a contract or to ask a person.
  if (sort === "step") return /^(?:please |pls )?see /.test(folded) ? pointing.test(folded) : /^详?见/.test(folded) && pointingZh.test(folded);
  if (pointing.test(folded) || pointingZh.test(folded)) return true;
  if (chatOnly.test(folded)) return sort !== "company" && sort !== "rival";
  return sort !== "company" && sort !== "rival" && (asking.test(folded) || askingZh.test(folded));
}

const strong: ReadonlySet<string> = new Set([
  ...["test", "tests", "testing", "tester", "testtest", "dummy", "fake", "foobar", "foo", "blah"],
  ...["asdf", "qwerty", "temp", "tmp", "placeholder", "xxx", "xx", "bla", "bogus", "junk"],
]);
const weak: ReadonlySet<string> = new Set(["demo", "sample", "example", "abc", "xyz", "acme123", "generic", "my", "your", "some"]);
const carriers: ReadonlySet<string> = new Set([
  ...["company", "account", "customer", "client", "user", "name", "contact", "person", "lead", "deal"],
  ...["inc", "ltd", "llc", "corp", "co", "gmbh", "corporation", "limited", "record", "entry", "data"],
  ...["value", "please", "pls", "ignore", "delete", "do", "not", "use", "me", "this", "is", "a", "the"],
  ...["only", "just", "for", "now", "one", "two", "here", "text", "field", "bar", "baz", "again", "org"],
  ...["first", "last", "email", "phone", "number", "address", "note", "notes", "business", "mr", "ms"],
]);
const testZh =
  /^(?:(?:这是|只是|仅|用来|纯)?(?:测试|试试|试一下|演示|示例|样例|样本|假|虚拟|模拟|临时|占位|随便|乱|瞎|废弃|作废|勿用|请勿使用)(?:测试|一下|用|的|客户|公司|有限公司|企业|账号|账户|用户|数据|人员?|姓名|联系人|名称|名字|线索|商机|商户|单位|地址|电话|号|邮箱|记录|内容|专用|填写?|写写?|输入?|打)*)[\s\d一二三四五六七八九十a-z#号-]*$/;
const hollowZh =
  /^(?:[a-z]{1,3}|[甲乙丙丁]|[xX○〇×*]{1,4}|某{1,3}|abc|一|\d{1,3})(?:公司|科技公司|有限公司|股份有限公司|集团|科技|企业|客户|单位|科技有限公司|先生|女士|总)[a-z\d]?$/;
const numberedZh = /^(?:客户|公司|企业|用户|联系人|线索|商机)[a-z\d一二三甲乙]{1,3}$/;
const hidden = /[xX×○〇]{2,}(?=\p{Script=Han})|(?<=\p{Script=Han})[xX×○〇]{2,}/u;
const greetings = /^(?:hello|hello world|hi|hey|lol|haha|ok|okay|yes|no|y|n|true|false|good|fine|你好|您好|好的|好|是|否|嗯+|对|行|哈+|呵+|嘿+|啊+|额+|哦+|666+|随便)$/;
const lorem = /lorem\s+ipsum|dolor sit amet|quick brown fox/;

/** Typed to try something out, or to have something there. */
export function isFiller({ sort, value, folded }: Typed): boolean {
  if (lorem.test(folded) || hidden.test(value) || /^(?:[a-z]公司|客户名)$/.test(folded)) return true;
  if (isGreeting(sort, folded)) return true;
  if (sort === "step" && /^(?:demo|演示|产品演示|样品测试|试用)$/.test(folded)) return false;
  if (testZh.test(folded) && !(sort === "step" && /^(?:演示|试试|试一下|样本|模拟)/.test(folded))) return true;
  if (sort !== "step" && (hollowZh.test(folded) || numberedZh.test(folded))) return !/^\d+(?:集团|科技)$/.test(folded);
  return isTestWords(sort, folded);
}

function isGreeting(sort: FieldSort, folded: string): boolean {
  if (!greetings.test(folded)) return false;
  return !(sort === "person" && /^(?:hi|hey|good|fine|no|y|n|ok|好|对|行)$/.test(folded));
}

function isTestWords(sort: FieldSort, folded: string): boolean {
  if (sort === "email" && folded.includes("@")) return false;
  const tokens = folded.split(/[\s,.;:/|&#-]+/).flatMap((token) => token.replace(/\d+$/, "") || []);
  if (tokens.length === 0) return false;
  const isLight = (token: string) => carriers.has(token) || weak.has(token) || strong.has(token) || /^[a-z]$/.test(token);
  if (!tokens.every(isLight)) return false;
  if (tokens.some((token) => strong.has(token))) return true;
  if (sort !== "company" && sort !== "person" && sort !== "rival") return false;
  // "Sample" may be a name and ABC a network; "Sample Customer" and "ABC Company" are neither.
  const isCarried = tokens.length > 1 && tokens.some((token) => carriers.has(token));
  const isAlone = tokens.length === 1 && /^(?:demo|example|sample)$/.test(tokens[0] ?? "");
  return tokens.some((token) => weak.has(token)) ? isCarried || isAlone : isHollow(tokens, folded);
}

/** "Company A", "Customer 1", "Client X": a kind of thing with a number. */
function isHollow(tokens: readonly string[], folded: string): boolean {
  const kinds = /^(?:company|customer|client|account|contact|user|person|lead|deal)$/;
  if (!kinds.test(tokens[0] ?? "")) return false;
  return tokens.length === 1 ? /\d$/.test(folded) : tokens.slice(1).every((token) => /^[a-z]$/.test(token));
}
