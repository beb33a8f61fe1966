// Every date in a text, in both languages.
import type { Span } from "../understood.ts";
import { chineseDates } from "./chinese.ts";
import { englishDates } from "./english.ts";
import type { Saying } from "./grammar.ts";

/** A date as written; without a day where it names a period or a range. */
export type DateFound = Span & { day: string | undefined };

const correction =
  /(?<![a-z])(?:no|wait|sorry|scratch that|i mean|i meant|correction|actually|make that|rather|oops|er|moved to|pushed to|postponed to|rescheduled to)(?![a-z])|不对|说错|更正|纠正|应该是|改到|改成|推迟到|推到|延到|是/u;
const denied = /(?<![a-z])(?:not|instead of|rather than)\s(?:on )?$|不是\s?$/u;

/** The dates that stand, in order: neither denied ("not Tuesday") nor corrected ("Tuesday, no, Wednesday"). */
export function findDates(text: string, saying: Saying): DateFound[] {
  const all = [...englishDates, ...chineseDates].flatMap(({ pattern, read }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const day = read(match.groups ?? {}, saying);
      if (day === undefined) return [];
      const lead = match[0].length - match[0].trimStart().length;
      const end = match.index + match[0].trimEnd().length;
      return [{ start: match.index + lead, end, day: day === "vague" ? undefined : day }];
    }),
  );
  const dates = longest(all);
  return dates.filter((date, index) => {
    if (denied.test(text.slice(Math.max(0, date.start - 14), date.start))) return false;
    const next = dates[index + 1];
    const between = next && text.slice(date.end, next.start);
    return between === undefined || between.length > 16 || !correction.test(between);
  });
}

/** Of words that overlap, the longest. */
function longest(all: readonly DateFound[]): DateFound[] {
  const kept: DateFound[] = [];
  for (const each of all.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => each.start < end && each.end > start)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
