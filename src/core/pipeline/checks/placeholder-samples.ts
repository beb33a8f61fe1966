// What stands for an example: numbers nobody is reached at, addresses of documentation, Messrs Doe and 张三.
import type { Typed } from "./placeholder-fields.ts";

/** Whether a value is one that examples are written with. */
export function isStandIn(typed: Typed): boolean {
  const { sort, value, folded } = typed;
  if (noDays.test(folded)) return true;
  if (sort === "phone") return isSamplePhone(value);
  if (sort === "email") return isSampleEmail(folded);
  if (sort === "money") return isSampleMoney(value);
  if (sort === "code") return isSampleCode(value);
  if (sort === "person") return names.test(folded);
  if (sort === "company" || sort === "rival") return companies.test(folded);
  return addresses.test(folded) || (sort === "words" && /^\d{1,3}$/.test(folded) && folded === "0");
}

/** Where clocks of programs begin and end. */
const noDays =
  /^(?:0000|0001|1900|1970|9999|2999)[-/.](?:00|01|12|1)[-/.](?:00|01|31|1)(?:t?[ t]?00:00.*)?$/;
const names =
  /^(?:(?:mr|ms|mrs)\.? )?(?:john (?:doe|q\.? public)|jane (?:doe|roe)|joe (?:bloggs|public|blow)|max mustermann|erika mustermann|nguyen van a|mickey mouse|donald duck|santa claus|mr|mrs|ms|mr x|ms x|张三|李四|王五|赵六|张三丰|小明|王二麻子|路人甲|阿猫阿狗|米老鼠|name surname)$/;
const companies =
  /^(?:example\.(?:com|org|net)|(?:www\.)?(?:example|test|domain|yourdomain|company|xxx)\.com|foo bar(?: \w+)?|xyz|widgets inc|your company(?: name)?|my company|阿猫阿狗公司|皮包公司)$/;
const addresses =
  /^(?:(?:123|1234) (?:main|fake|test|any|example|sample|elm) (?:st|street|road|rd|ave|avenue)(?:,? (?:usa?|springfield))?|\d{1,4} (?:fake|test|any|example|sample) (?:st|street|road|rd|ave|avenue)(?:, .*)?|any ?town(?:,? .*)?|.*\bany ?town\b.*|earth|the moon|mars|planet earth|nowhere|地球|火星|月球|宇宙|地球村|中国|全国|某省某市.*|0|1)$/;

/**
 * Numbers no customer has. 555-0100 to 0199 are kept for fiction by the North American plan (ATIS-0300115), 07700 900
 * and 020 7946 0 by Ofcom; 13800138000 is China Mobile's own, 10000 to 10086 are carriers.
 */
const unreachable = [
  /^\d{1,4}$|^(?:10086|10010|10000|13800138000)$/,
  /(\d)\1{6,}$|^(\d{1,4})\2+$/,
  /(?:1234567|7654321|2345678)\d?$|1234567890?$/,
  /^1?555\d{7}$|^1?\d{3}55501\d\d$|^55501\d\d$/,
  /^\d{0,4}555(?:1212|1234|5555|0000)$/,
  /^(?:44|0)?0?(?:7700900\d{3}|2079460\d{3})$/,
];

function isSamplePhone(value: string): boolean {
  if (/[xX*#]{3,}/.test(value)) return true;
  const figures = value.replace(/\D/g, "");
  if (figures === "") return false;
  const digits = figures.replace(/^(?:0086|86(?=1\d{10}$))/, "");
  return isCounting(digits) || unreachable.some((pattern) => pattern.test(digits));
}

function isCounting(digits: string): boolean {
  return (
    digits.length >= 3 &&
    ("0123456789012345678901".includes(digits) || "98765432109876543210".includes(digits))
  );
}

const hosts: ReadonlySet<string> = new Set([
  ...["example", "test", "testing", "domain", "yourdomain", "mydomain", "yourcompany", "mycompany"],
  ...["noemail", "nomail", "none", "fake", "dummy", "sample", "placeholder", "xxx", "xx", "asdf"],
  ...[
    "qwerty",
    "temp",
    "null",
    "unknown",
    "nowhere",
    "notreal",
    "noreply",
    "nodomain",
    "invalid",
    "na",
  ],
]);
const emptyLocals: ReadonlySet<string> = new Set([
  ...["test", "tests", "testing", "tester", "testuser", "test1", "test123", "testtest", "noemail"],
  ...[
    "nomail",
    "no-email",
    "no.email",
    "no-mail",
    "none",
    "na",
    "n-a",
    "n.a",
    "unknown",
    "asdf",
    "asd",
  ],
  ...["qwe", "qwerty", "xxx", "xx", "xxxx", "abc", "abc123", "aaa", "foo", "fake", "dummy", "null"],
  ...["placeholder", "example", "noone", "nobody", "notprovided", "no", "donotuse", "tbd", "temp"],
]);
const plainHosts: ReadonlySet<string> = new Set([
  "company",
  "email",
  "mail",
  "abc",
  "aaa",
  "123",
  "111",
  "a",
  "b",
  "x",
  "aa",
  "1",
]);
const plainLocals: ReadonlySet<string> = new Set([
  "name",
  "email",
  "user",
  "username",
  "you",
  "your",
  "me",
  "someone",
  "yourname",
  "your.name",
  "john.doe",
  "johndoe",
  "jane.doe",
  "firstname.lastname",
  "first.last",
  "info",
  "a",
  "b",
  "aa",
  "x",
  "1",
  "123",
  "mail",
  "xyz",
  "youremail",
]);

/** Domains kept for documentation (RFC 2606) and what people put instead; ".example" names our invented companies. */
function isSampleEmail(folded: string): boolean {
  const [local = "", host = ""] = folded.split("@");
  if (!host) return false;
  if (emptyLocals.has(local) || isHollowLocal(local)) return true;
  if (/\.(?:test|invalid|localhost)$/.test(host)) return true;
  const name = nameOfHost(host);
  if (hosts.has(name)) return !host.endsWith(".example");
  return isEcho(local, name) || (plainLocals.has(local) && plainHosts.has(name));
}

/** "a@a.com", "aa@bb.cc", "qq@qq.com". */
function isEcho(local: string, name: string): boolean {
  if (/^(.)\1$/.test(local) && /^(.)\1$/.test(name)) return true;
  if (local !== name) return false;
  return local.length < 4 || /^(?:gmail|hotmail|yahoo|outlook)$/.test(name);
}

function nameOfHost(host: string): string {
  const labels = host.split(".");
  const isSecond = labels.length > 2 && /^(?:com|co|org|net)$/.test(labels.at(-2) ?? "");
  return labels.at(isSecond ? -3 : -2) ?? host;
}

function isHollowLocal(local: string): boolean {
  if (/^(.)\1{2,}$|x{4,}|\*{2,}|^(?:无|没有|暂无|待定)$/.test(local)) return true;
  return /^\d+$/.test(local) && (isCounting(local) || local.length < 4);
}

/** Figures without a unit: 0, 1, 123, 99999. Prices end in 8 or 6 for luck, so those may be meant. */
function isSampleMoney(value: string): boolean {
  const bare = value.replace(/[\s,_]|cny|rmb|usd|eur|gbp|人民币|[¥$€£元块]/giu, "");
  const match = /^-?(\d+)(?:\.0+)?(?:万|亿|k|m|w|千|百万)?$/i.exec(bare);
  if (!match) return /^-?0?\.0*1?$/.test(bare) || /^0\.0[01]$/.test(bare) || /^-\d/.test(bare);
  const [, figures = ""] = match;
  if (/^0+$/.test(figures) || bare.startsWith("-")) return true;
  if (!/^[\d.]+$/.test(bare)) return /^(?:12345+|123456\d*)$/.test(figures);
  if (figures === "1" || isCounting(figures)) return true;
  return /^(\d)\1{3,}$/.test(figures) ? !/^[68]/.test(figures) : /^111$/.test(figures);
}

/** A code with eight equal figures in a row, or eight that count. */
function isSampleCode(value: string): boolean {
  const code = value.replace(/[\s-]/g, "").toUpperCase();
  if (/(.)\1{7,}/.test(code) || /12345678|87654321|ABCDEFG|X{4,}|\*{4,}/.test(code)) return true;
  return /^(.{1,4})\1{2,}$/.test(code) || /^(?:\d{1,7}|[A-Z]{1,6}|ABC\d+)$/.test(code);
}
