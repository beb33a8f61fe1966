// Every date in a text, in both languages.
import { dateIn } from "../../../calendar-days.ts";
import type { Span } from "../understood.ts";
import { chineseDates } from "./chinese.ts";
import { englishDates } from "./english.ts";
import type { Saying } from "./grammar.ts";

/** A date as written; without a day where it names a period or a range. */
export type DateFound = Span & { day: string | undefined };

const correction =
  /→|[-=]>|(?<![a-z])(?:no|final answer is|settled on|ended up|wait|sorry|scratch that|i mean|i meant|correction|actually|make that|rather|oops|er|moved to|pushed to|postponed to|rescheduled to)(?![a-z])|不对|说错|更正|纠正|应该是|改到|改成|推迟到|推到|延到|是/u;
const denied =
  /(?:(?<![a-z])(?:not|no longer|instead of|rather than)|(?:is|was)n't|(?<![a-z])was)\s(?:on |for )?$|(?:不是|不在)\s?$/u;

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
  const dates = longest(all).map((date, index, found) => {
    const day = dayAfter(text.slice(date.start, date.end), found[index - 1]?.day, saying);
    return day ? { ...date, day } : date;
  });
  return dates.filter((date, index) => {
    if (denied.test(text.slice(Math.max(0, date.start - 14), date.start))) return false;
    const next = dates[index + 1];
    const between = next && text.slice(date.end, next.start);
    return between === undefined || between.length > 16 || !correction.test(between);
  });
}

/** "12 December … the 21st": a later day is of the month just named. */
function dayAfter(
  words: string,
  before: string | undefined,
  { today }: Saying,
): string | undefined {
  const bare = /^(?:the )?(?<date>\d{1,2})(?:st|nd|rd|th|号|日)$/u.exec(words)?.groups?.date;
  if (!bare || !before || before.slice(0, 7) <= today.slice(0, 7)) return undefined;
  return Number(bare) > Number(before.slice(8)) ? dateIn(before, Number(bare), 0) : undefined;
}

/** Of words that overlap, the longest. */
function longest(all: readonly DateFound[]): DateFound[] {
  const kept: DateFound[] = [];
  for (const each of all.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some(({ start, end }) => each.start < end && each.end > start)) kept.push(each);
  }
  return kept.sort((a, b) => a.start - b.start);
}
