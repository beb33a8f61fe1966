// Times of day as people say them, in English and Chinese: "8:30", "9am", "下午三点半", "8点45分".
import { byName } from "../by-name.ts";
import { parseChineseNumber } from "../pipeline/reading/amounts/parse-number.ts";

/** A time found in words, and the part of them that said it. */
export type FoundClock = { match: string; minutes: number };

const minuteWords: Record<string, number> = byName({ 半: 30, 一刻: 15, 三刻: 45 });

const clock =
  /(?:\b(?:at|from)\s{1,4}|在)?(?<half>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上?)?\s{0,4}(?<!\d)(?<hour>\d{1,2}(?!\d)|十[一二]?|[一二两三四五六七八九])\s{0,4}(?<mark>点钟?|时|:(?=\d))?\s{0,4}(?<minute>(?<=[:点钟时]\s{0,4})(?:\d{1,2}(?!\d)|半|一刻|三刻)分?)?(?:\s{0,4}(?<after>[ap]m)\b)?/giu;

/** The first time of day in the words. A bare number is none: it may be a day. */
export function findClock(words: string): FoundClock | undefined {
  for (const { 0: match, groups = {} } of words.normalize("NFKC").matchAll(clock)) {
    if (!groups.mark && !groups.after) continue;
    const minutes = toMinutes(groups);
    return minutes === undefined ? undefined : { match: match.trim(), minutes };
  }
  return undefined;
}

/** Minutes since midnight, where the words are a time of day and nothing else. */
export function readClock(words: string): number | undefined {
  const found = findClock(words);
  return found?.match === words.normalize("NFKC").trim() ? found.minutes : undefined;
}

/** Minutes since midnight as a clock shows them: 510 -> "8:30". */
export function sayClock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

type Said = Record<string, string | undefined>;

function toMinutes({ half = "", hour = "", minute = "", after = "" }: Said): number | undefined {
  const said = minute.replace(/分$/, "");
  const minutes = minuteWords[said] ?? Number(said || 0);
  const full = toFullHour(parseChineseNumber(hour) ?? 0, half || after.toLowerCase());
  return full === undefined || minutes > 59 ? undefined : full * 60 + minutes;
}

const early = /^(?:am|上午|早上|早晨|凌晨)$/;
const late = /^(?:pm|下午|傍晚|晚)/;

/** The hour of 24; undefined for one that there is not, such as 25 o'clock or 14 in the morning. */
function toFullHour(hour: number, half: string): number | undefined {
  if (hour > 23 || (half !== "" && hour === 0)) return undefined;
  if (early.test(half)) return hour > 12 ? undefined : hour % 12;
  if (half.startsWith("晚") && hour === 12) return 0;
  return isAfternoon(hour, half) ? hour + 12 : hour;
}

function isAfternoon(hour: number, half: string): boolean {
  return hour < 12 && (late.test(half) || (half === "中午" && hour < 3));
}
