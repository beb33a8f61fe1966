// When a claim's effect is looked for, how large it is said to be, and the part of its timing that no test here looks at.
import { parseChineseNumber } from "../pipeline/reading/amounts/parse-number.ts";

/** `untested`: when the action is to be done ("within two days after the quote"), in the words it was said in. */
export type Timing = { windowDays?: number; points?: number; untested?: string };

/** A time for the action, counted from something before it; the time of the effect is counted from the action. */
const timings = [
  /\b(?:(?:with)?in (?:an?|\d+|[a-z]+) (?:minutes?|hours?|days?|weeks?)|no later than [^,;.]{0,60}?|(?:on )?the (?:same|next) day|right|immediately|straight) (?:of|after|from)\b[^,;.]*/i,
  /[^,;。]{0,40}?(?:之后|以后|后)的?\s*(?:(?:\d+|[一两二三四五六七八九十半几]+)\s*个?(?:分钟|小时|工作日|天|周)(?:之?内)?|当天|次日|第二天|立即|马上)/,
];

const english = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const count =
  "(\\d+|[一二两三四五六七八九十]+|(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b)";
const daysSaid = new RegExp(`${count}\\s*-?(?:days?|天)`, "i");
const weeksSaid = new RegExp(`${count}\\s*-?个?(?:weeks?|周)`, "i");
const pointsSaid = /(\d+)\s*(?:percentage points?|percent|points?|pp\b|%|个百分点|个点)/i;

/** Reads it from a sentence, whose part before the effect is `doing`. */
export function readTiming(sentence: string, doing: string): Timing {
  const untested = timings
    .map((timing) => timing.exec(doing)?.[0].trim())
    .find((words) => words !== undefined);
  const rest = untested ? sentence.replace(untested, " ") : sentence;
  const days = toNumber(daysSaid.exec(rest)?.[1]);
  const weeks = toNumber(weeksSaid.exec(rest)?.[1]);
  const windowDays = days ?? (weeks === undefined ? undefined : weeks * 7);
  const points = toNumber(pointsSaid.exec(rest)?.[1]);
  return {
    ...(windowDays === undefined ? {} : { windowDays }),
    ...(points === undefined ? {} : { points }),
    ...(untested ? { untested } : {}),
  };
}

function toNumber(said: string | undefined): number | undefined {
  if (said === undefined) return undefined;
  const named = english.indexOf(said.toLowerCase());
  if (named >= 0) return named + 1;
  return /^\d/.test(said) ? Number(said) : parseChineseNumber(said);
}
