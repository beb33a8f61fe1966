// The days of an absence, from what somebody says about it.
import { addDays } from "../calendar-days.ts";
import { readDay, readSpan } from "./read-day.ts";

/** First and last day away, both inclusive, as YYYY-MM-DD. */
export type Span = { from: string; to: string };

/** Longer than any two days are said in; the patterns below take time by the square of it. */
const mostLetters = 200;

/**
 * "until Friday" is through Friday, as 到周五 is: the answer names the last day, so that whoever meant otherwise sees
 * it. Undefined when no last day can be read.
 */
export function readAbsence(words: string, today: string): Span | undefined {
  if (words.length > mostLetters) return undefined;
  const said = words
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s.!。,]+$/u, "");
  for (const pattern of patterns) {
    const span = toSpan(pattern.exec(said)?.groups, today);
    if (span) return span;
  }
  return undefined;
}

function toSpan(groups: RegExpExecArray["groups"], today: string): Span | undefined {
  if (!groups) return undefined;
  const { from, to, span } = groups;
  const first = from === undefined ? today : readDay(from, today);
  const last = first === undefined ? undefined : lastDay({ to, span, first, today });
  return first === undefined || last === undefined ? undefined : { from: first, to: last };
}

const patterns = [
  /^(?:from )?(?<from>.+?) (?:until|till|to|through) (?<to>.+)$/,
  /^(?:until|till|through|to) (?<to>.+)$/,
  /^(?:from |starting )(?<from>.+?),? for (?<span>.+)$/,
  /^for (?:the next )?(?<span>.+)$/,
  /^从?\s*(?<from>.+?)\s*(?:起|开始)?\s*(?:到|至)\s*(?<to>.+)$/,
  /^(?:到|至)\s*(?<to>.+)$/,
  /^(?<from>今天|明天|后天)\s*(?:起|开始)?\s*(?<span>\S+[天周])$/,
  /^(?<span>\S+(?: \S+)?)$/,
  /^(?:on )?(?<from>.+)$/,
];

type Said = { to: string | undefined; span: string | undefined; first: string; today: string };

/** "from Monday to Friday" is that Monday's Friday, not the one before it. */
function lastDay({ to, span, first, today }: Said): string | undefined {
  if (to !== undefined) return dayAfter(to, first, today);
  if (span === undefined) return first;
  const days = readSpan(span);
  return days === undefined ? undefined : addDays(first, days - 1);
}

function dayAfter(to: string, first: string, today: string): string | undefined {
  const plain = readDay(to, today);
  if (plain === undefined || plain >= first) return plain;
  const later = readDay(to, first);
  return later !== undefined && later > first ? later : plain;
}
