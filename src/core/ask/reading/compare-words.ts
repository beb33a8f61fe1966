// "compared to last month", "比上个月": a question about a period and the one before.
import type { CalendarUnit } from "../periods.ts";
import { readUnit } from "./period-words.ts";

const patterns = [
  /(?<![a-z])(?:compared (?:to|with)|versus|vs\.?|against|than)(?: in)? (?:the )?(?:(?:last|previous|prior) (?<unit>week|month|quarter|year|period)|(?<other>week|month|quarter|year|period) before)(?![a-z])/,
  /(?<![a-z])(?:the )?(?:period|week|month|quarter|year) before(?![a-z])/,
  /(?:比|跟|和|与|较|同)上一?个?(?<unit>周|星期|月|季度?|年)(?:相比|比较|比)?/,
  /(?:比|跟|和|与|较)(?<unit>去年)(?:相比|比较|比)?/,
  /环比|(?:和|与|跟|比)?(?:上一?|前一)(?:个)?(?:周期|期)(?:相比|比)?/,
];

/** `unit`: what it is compared with, where that was named. */
export type CompareFound = { unit: CalendarUnit | undefined; start: number; end: number };

/** Where a folded question compares; undefined where it does not. */
export function findCompare(words: string): CompareFound | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    if (!match) continue;
    const { unit, other } = match.groups ?? {};
    const named = unit === "去年" ? "year" : readUnit(unit ?? other);
    return { unit: named, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
