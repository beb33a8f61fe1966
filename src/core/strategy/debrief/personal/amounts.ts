// Amounts of money, in figures and in words. Percentages, times, and counts of things stay: the words are useless without.
import type { PersonalRule } from "./kinds.ts";

const symbol = "[$€£¥￥₩₹]|US\\$|HK\\$";
const code = "USD|EUR|GBP|CNY|RMB|JPY|CHF|HKD|SGD|AUD|CAD|INR|KRW";
const figure = "\\d(?:[\\d.,']*\\d)?";
const scale = "(?:\\s?(?:k|m|bn|mn|mio|thousand|million|billion|grand)\\b)";
const unitOfMoney =
  "(?:dollars?|euros?|pounds?|yuan|renminbi|yen|francs?|cents?|pence|quid|bucks?|grand|USD|EUR|GBP|CNY|RMB|JPY|CHF|HKD|SGD)\\b";
const word =
  "(?:half|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|grand|and)";
const things =
  "(?:users?|seats?|people|units?|tests?|rows?|records?|employees|staff|beds?|pieces|devices|machines|samples|visits|calls|hours|minutes|days|lines|customers|patients|orders|parts)";

const hanFigure = "[0-9][0-9,.]*|[一二两三四五六七八九十几数](?:[一二两三四五六七八九十百千零]*)";
const hanThings = "[台人套件个次家份张名位条项单例小天年月周步吨米片支盒组级样种辆间床期字行遍分]";
const money = "(?:元|块钱|块|圆|美元|美金|欧元|英镑|港币|港元|日元|人民币)";

/** Rules for money. */
export const amountRules: readonly PersonalRule[] = [
  {
    kind: "amount",
    pattern: new RegExp(
      `(?:(?:${symbol})\\s?|\\b(?:${code})\\s?)${figure}${scale}?(?:\\s?[万亿]元?)?`,
      "gi",
    ),
  },
  {
    kind: "amount",
    pattern: new RegExp(`\\b${figure}${scale}?\\s?(?:of\\s)?${unitOfMoney}`, "gi"),
  },
  { kind: "amount", pattern: new RegExp(`\\b\\d(?:[\\d.,' ]*\\d)?${scale}?\\s?[€£¥$]`, "gi") },
  {
    kind: "amount",
    pattern: new RegExp(`\\b${figure}\\s?(?:k|m|mn|bn)\\b(?!\\s?(?:${things}|more|fewer))`, "gi"),
  },
  { kind: "amount", pattern: new RegExp(`\\b${word}(?:[ -]${word})* ${unitOfMoney}`, "gi") },
  {
    kind: "amount",
    pattern: new RegExp(
      `\\b(?:${word}[ -])+(?:thousand|million|billion|grand)\\b(?!\\s${things})`,
      "gi",
    ),
  },
  {
    kind: "amount",
    pattern: new RegExp(
      `(?:${hanFigure})(?:多|余|来)?(?:百万|千万|[万亿])(?:[一二两三四五六七八九0-9](?:千|(?!${hanThings}|起)))?(?:多|左右)?${money}?(?!${hanThings}|分之)`,
      "g",
    ),
  },
  {
    kind: "amount",
    pattern: new RegExp(
      `(?:${hanFigure})(?:多|余)?(?:元|块钱|圆|美元|美金|欧元|英镑|港币|日元)(?:整)?`,
      "g",
    ),
  },
  {
    kind: "amount",
    pattern:
      /(?:[0-9]+|[二两三四五六七八九十])块(?:[一二三四五六七八九0-9](?!起|同|儿))?(?!儿|地|内容|业务)/g,
  },
  {
    kind: "amount",
    pattern: /(?:[0-9]+|[一二两三四五六七八九])毛(?:[一二三四五六七八九0-9])?(?!利)/g,
  },
];
