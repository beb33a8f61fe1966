// What is typed to try something out, or to have something there: tests, samples, 某某公司, lorem ipsum.
import type { FieldSort, Typed } from "./placeholder-fields.ts";

const strong: ReadonlySet<string> = new Set([
  ...["test", "tests", "testing", "tester", "testtest", "dummy", "fake", "foobar", "foo", "blah"],
  ...["asdf", "qwerty", "temp", "tmp", "placeholder", "xxx", "xx", "bla", "bogus", "junk"],
]);
const weak: ReadonlySet<string> = new Set([
  "demo",
  "sample",
  "example",
  "abc",
  "xyz",
  "acme123",
  "generic",
  "my",
  "your",
  "some",
]);
const carriers: ReadonlySet<string> = new Set([
  ...[
    "company",
    "account",
    "customer",
    "client",
    "user",
    "name",
    "contact",
    "person",
    "lead",
    "deal",
  ],
  ...[
    "inc",
    "ltd",
    "llc",
    "corp",
    "co",
    "gmbh",
    "corporation",
    "limited",
    "record",
    "entry",
    "data",
  ],
  ...[
    "value",
    "please",
    "pls",
    "ignore",
    "delete",
    "do",
    "not",
    "use",
    "me",
    "this",
    "is",
    "a",
    "the",
  ],
  ...[
    "only",
    "just",
    "for",
    "now",
    "one",
    "two",
    "here",
    "text",
    "field",
    "bar",
    "baz",
    "again",
    "org",
  ],
  ...[
    "first",
    "last",
    "email",
    "phone",
    "number",
    "address",
    "note",
    "notes",
    "business",
    "mr",
    "ms",
  ],
]);
const testZh =
  /^(?:(?:这是|只是|仅|用来|纯)?(?:测试|(?:test|demo)(?=\p{Script=Han})|试试|试一下|演示|示例|样例|样本|假|虚拟|模拟|临时|占位|随便|乱|瞎|废弃|作废|勿用|请勿使用)(?:测试|一下|用|的|客户|公司|有限公司|企业|账号|账户|用户|数据|人员?|姓名|联系人|名称|名字|线索|商机|商户|单位|地址|电话|号|邮箱|记录|内容|专用|请|忽略|勿动|删除|可删|填写?|写写?|输入?|打)*)[\s\d一二三四五六七八九十a-z#号-]*$/u;
const hollowZh =
  /^(?:[a-z]{1,3}|[甲乙丙丁]|[xX○〇×*]{1,4}|某{1,3}|abc|一|\d{1,3})(?:公司|科技公司|有限公司|股份有限公司|集团|科技|企业|客户|单位|科技有限公司|先生|女士|总)[a-z\d]?$/;
const numberedZh =
  /^(?:一个|新|老|大|小)?(?:客户|公司|企业)(?:公司)?$|^(?:客户|公司|企业|用户|联系人|线索|商机)[a-z\d一二三甲乙]{1,3}$/;
const hidden = /[xX×○〇]{2,}(?=\p{Script=Han})|(?<=\p{Script=Han})[xX×○〇]{2,}/u;
const greetings =
  /^(?:hello|hello world|hi|hey|lol|haha|ok|okay|yes|no|y|n|true|false|good|fine|你好|您好|好的|好|是|否|嗯+|对|行|哈+|呵+|嘿+|啊+|额+|哦+|666+|随便)$/;
const lorem = /lorem\s+ipsum|dolor sit amet|quick brown fox/;

/** Typed to try something out, or to have something there. */
export function isFiller(typed: Typed): boolean {
  const { sort, value, folded } = typed;
  if (lorem.test(folded) || hidden.test(value) || isGreeting(sort, folded)) return true;
  return sort === "step" ? isFillerStep(folded) : isFillerZh(folded) || isTestWords(typed);
}

/** A demo, a sample and a trial are steps. */
function isFillerStep(folded: string): boolean {
  if (/^(?:demo|(?:产品)?演示|样品测试|试用|试试|试一下|样本|模拟)/.test(folded)) return false;
  return testZh.test(folded) || isStrongWords(tokensOf(folded));
}

function isFillerZh(folded: string): boolean {
  if (testZh.test(folded) || numberedZh.test(folded)) return true;
  return hollowZh.test(folded) && !/^\d+(?:集团|科技)$/.test(folded);
}

function isGreeting(sort: FieldSort, folded: string): boolean {
  if (!greetings.test(folded)) return false;
  return !(sort === "person" && /^(?:hi|hey|good|fine|no|y|n|ok|好|对|行)$/.test(folded));
}

const tokensOf = (folded: string): string[] =>
  folded.split(/[\s,.;:/|&#-]+/).flatMap((token) => token.replace(/\d+$/, "") || []);

/** Nothing but words that carry nothing, one of them a test. */
function isStrongWords(tokens: readonly string[]): boolean {
  return tokens.every(isLight) && tokens.some((token) => strong.has(token));
}

const isLight = (token: string) =>
  carriers.has(token) || weak.has(token) || strong.has(token) || /^[a-z]$/.test(token);

function isTestWords({ sort, folded }: Typed): boolean {
  if (sort === "email" && folded.includes("@")) return false;
  const tokens = tokensOf(folded);
  if (isStrongWords(tokens)) return true;
  const isNamed = sort === "company" || sort === "person" || sort === "rival";
  return isNamed && tokens.every(isLight) && isHollow(tokens, folded);
}

/** "Company A", "Customer 1"; "Sample" may be a name and ABC a network, "Sample Customer" and "ABC Company" are neither. */
function isHollow(tokens: readonly string[], folded: string): boolean {
  if (/^(?:demo|example|sample)$/.test(folded)) return true;
  if (tokens.some((token) => weak.has(token))) return tokens.some((token) => carriers.has(token));
  if (!kindWords.test(tokens[0] ?? "")) return false;
  return tokens.length === 1
    ? /\d$/.test(folded)
    : tokens.slice(1).every((one) => one.length === 1);
}

const kindWords = /^(?:company|customer|client|account|contact|user|person|lead|deal)$/;
