// "Acme at 15:00 tomorrow", "华星 周五下午三点半": whom a review is of, and when it is.
import { addDays } from "../../calendar-days.ts";
import { findClock } from "../../people/clock-words.ts";
import { readDay } from "../../people/read-day.ts";
import { fromLocalTime, localTime } from "../../people/working-time.ts";

/** `at`: undefined where no time was said. `isDayOnly`: a day without an hour. */
export type Asked = { name: string; at?: number; isDayOnly?: true };

type When = { now: number; timeZone: string };

const chineseDay =
  /今天|今日|明天|明日|大?后天|(?:下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|\d{1,2}月\d{1,2}[日号]/u;

/** 明天下午3点复盘华星: the verb stands between the time and the name. */
const timeFirst = /^(?<when>.{2,20}?)(?:商机)?(?:复盘|评审)(?:一下)?(?:商机)?[\s:：]*(?<name>.+)$/u;

/** Words as said in either order. */
export function readAsked(words: string, when: When): Asked {
  const { groups } = timeFirst.exec(words) ?? {};
  const time = groups?.when?.trim() ?? "";
  const isTime = time !== "" && readInOrder(`x ${time}`, when).name === "x";
  return readInOrder(isTime ? `${groups?.name} ${time}` : words, when);
}

/** A time without a day is the next to come; a day without a time asks for one. Undefined hours, such as 25:00, are none. */
function readInOrder(words: string, { now, timeZone }: When): Asked {
  const time = findClock(words);
  const left = time ? cut(words, time.match) : words;
  const { day, name } = findDay(left, localTime(now, timeZone).day);
  if (!time) return day && name ? { name, isDayOnly: true } : { name: words.trim() };
  const at = (one: string) => fromLocalTime({ day: one, minutes: time.minutes }, timeZone);
  const today = localTime(now, timeZone).day;
  if (day) return { name, at: at(day) };
  return { name, at: at(today) > now ? at(today) : at(addDays(today, 1)) };
}

/** The day at the end or at the beginning of the words. */
function findDay(words: string, today: string): { day?: string | undefined; name: string } {
  const chinese = chineseDay.exec(words)?.[0];
  if (chinese) return { day: readDay(chinese, today), name: cut(words, chinese) };
  const parts = words.trim().split(/\s+/);
  for (let length = Math.min(5, parts.length); length > 0; length -= 1) {
    const last = readDay(withoutOn(parts.slice(-length)), today);
    if (last) return { day: last, name: tidy(parts.slice(0, -length).join(" ")) };
    const first = readDay(withoutOn(parts.slice(0, length)), today);
    if (first) return { day: first, name: tidy(parts.slice(length).join(" ")) };
  }
  return { name: tidy(words) };
}

const withoutOn = (parts: string[]) => parts.join(" ").replace(/^(?:on|by) /i, "");
const cut = (words: string, part: string) => tidy(words.replace(part, " "));
const tidy = (words: string) =>
  words
    .replace(/\s+/g, " ")
    .replace(/^[\s,，:：]+|(?<![\s,，:：])[\s,，:：]+$/g, "")
    .replace(/ (?:at|on)$/i, "");
