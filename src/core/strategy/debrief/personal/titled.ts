// Names nobody wrote into the records, known by what stands beside them: a title, a form of address, a legal form.
import type { PersonalRule } from "./kinds.ts";

// The most frequent surnames (Ministry of Public Security, 2020), without those that are also everyday words there
// (于, 时, 向, 和, 常, 万, 金, 白, 单, 连).
const surname =
  "(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|端木|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余叶杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆贾夏韦方石邹熊孟秦阎薛侯雷龙段郝孔邵史毛顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐葛柴华])";
const title =
  "(?:副?(?:总经理|总监|经理|主任|院长|处长|局长|科长|部长|厂长|行长|校长|所长|书记|主管|总工|总裁|董事长?|教授|厅长|县长|市长)|总(?![部共计体是结额量价之归要会算想的而数包])|董(?!事)|(?<!施|手|职|员)工(?![作程厂艺期序地具资业])|老师|先生|女士|小姐|太太|医生|大夫|护士长?|秘书|师傅|工程师|律师|会计|哥|姐)";
/** What may stand between surname and title when both names are said: no region, department or kind of work. */
const given =
  "(?:(?![区部门店省市县司院科室组线品售购目术务政力事东南西北中大新老小主副经理总客用业户的了是在和跟与给把被请让找问说先女])\\p{Script=Han}){1,2}";
const address =
  "(?:先生|女士|小姐|太太|夫人|老师|医生|大夫|教授|律师|师傅|院长|主任|总监|经理|厂长|校长|处长|科长|总(?![部共计体是结额量价之归要会算想的而数包]))";
const notName = "(?![期末年边围额潮峰案法面向式便型费子市块])";

/** Rules for people and companies that are in no record. */
export const titledRules: readonly PersonalRule[] = [
  {
    kind: "company",
    pattern:
      /(?:[\p{Script=Han}]{2,4}省)?(?:[\p{Script=Han}]{2,4}市)?(?:(?![给跟和与在把对被是的了到从去找问说为由])\p{Script=Han}){2,14}?(?:股份有限公司|有限责任公司|有限公司|股份公司|集团公司)/gu,
  },
  {
    kind: "company",
    pattern:
      /(?:[\p{Script=Han}]{2,3}[省市县区])?(?:(?![给跟和与在把对被是的了到从去找问说为由])\p{Script=Han}){0,5}(?:第[一二三四五六七八九十]+)?(?:人民|中心|附属|中医|妇幼|妇产|儿童|肿瘤|协和)医院/gu,
  },
  {
    kind: "company",
    pattern:
      /\b(?:[A-Z][\w&'’-]*\s){1,4}(?:Ltd|Limited|Inc|LLC|LLP|PLC|plc|GmbH|AG|Corp|Corporation|S\.A\.|B\.V\.|Co)\b\.?/g,
  },
  {
    kind: "name",
    pattern: new RegExp(`(?<![对双乙甲官提最很])${surname}${title}(?!层|部门)`, "g"),
  },
  {
    kind: "name",
    pattern: new RegExp(`${surname}${given}${address}`, "gu"),
  },
  {
    kind: "name",
    pattern: new RegExp(`(?<![大中])[老小阿](?!钱|金|史|石|龙|马路)${surname}${notName}`, "g"),
  },
  {
    kind: "name",
    pattern:
      /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Herr|Frau|Mme|Monsieur|Madame|Señora?)\.?\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?/g,
  },
  {
    kind: "name",
    pattern:
      /(?<=\b(?:name is|named|called|I am|I'm|this is|spoke (?:to|with)|met with|met|ask for|speak to|talk to|thanks to)\s)(?!The |A |An |I |My |Our )[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)?/g,
  },
];
