// When a manager is asked the weekly question: Friday at ten where they are, or the day and hour they chose.
import { awakeHours } from "../../attention/budget.ts";
import { weekdayOf } from "../../calendar-days.ts";
import { readClock } from "../../people/clock-words.ts";
import { weekdayNamed } from "../../people/weekday-words.ts";
import { fromLocalTime, localTime, nextDay, type Workdays } from "../../people/working-time.ts";
import type { AskingHour } from "../stored.ts";

/** A day of the week (1 Monday to 7 Sunday) and minutes since midnight. */
export type Hour = Pick<AskingHour, "weekday" | "minutes">;

/** Where nobody chose. */
export const usualHour: Hour = { weekday: 5, minutes: 10 * 60 };

/** Longer than any run of holidays. */
const mostDays = 60;

/** That hour in the week that begins at `from`, or at the same hour of the next day that is worked. */
export function askingTime(
  { weekday, minutes }: Hour,
  { from, timeZone, workdays }: { from: number; timeZone: string; workdays: Workdays },
): number {
  let { day } = localTime(from, timeZone);
  const moment = () => fromLocalTime({ day, minutes }, timeZone);
  while (weekdayOf(day) !== weekday || moment() < from) day = nextDay(day);
  for (let tries = 0; tries < mostDays && !workdays.isWorkday(day, timeZone); tries += 1) {
    day = nextDay(day);
  }
  return moment();
}

const shape = /^(\p{L}+?)s?(?:\s+at)?\s*(?=\d|[上下中]午|早|晚)(.+)$/iu;

/** "Thursday 16:00", "周四下午4点": undefined where the day or the hour is missing, or is no hour to disturb at. */
export function readHour(words: string): Hour | undefined {
  const said = shape.exec(words.normalize("NFKC").trim());
  if (!said) return undefined;
  const [, name = "", time = ""] = said;
  const weekday = weekdayNamed(name);
  // Behind a weekday a bare number is an hour.
  const minutes = readClock(/^\d{1,2}$/.test(time) ? `${time}:00` : time);
  if (weekday === undefined || minutes === undefined) return undefined;
  const isAwake = minutes >= awakeHours.from && minutes <= awakeHours.to;
  return isAwake ? { weekday, minutes } : undefined;
}

/** As a payload carries it: a question planned for another hour is not asked. */
export const toStamp = ({ weekday, minutes }: Hour): string => `${weekday}-${minutes}`;
