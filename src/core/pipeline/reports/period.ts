// The day or week a report is about, where its person is, and the days its next steps are on.
import { addDays, weekdayIn } from "../../calendar-days.ts";
import { readDay } from "../../people/read-day.ts";
import { weekdayNamed } from "../../people/weekday-words.ts";
import { fromLocalTime, nextDay, type Workdays } from "../../people/working-time.ts";
import type { Span } from "./report.ts";

/** Moments from (inclusive) to (exclusive); `day` and `lastDay` on the calendar. */
export type Period = {
  span: Span;
  day: string;
  lastDay: string;
  from: number;
  to: number;
  /** First and last day that "next" means. */
  next: { day: string; lastDay: string; from: number; to: number };
};

type Place = { timeZone: string; workdays: Workdays };

/** Holidays never last longer. */
const mostDaysOff = 60;

/** The period around a day: after a day comes the next one worked, after a week the next week. */
export function periodOf(span: Span, day: string, { timeZone, workdays }: Place): Period {
  const first = span === "week" ? mondayOf(day) : day;
  const lastDay = lastDayOf(span, first);
  const after = nextDay(lastDay);
  const until = span === "week" ? addDays(after, 6) : workdayFrom(after, { timeZone, workdays }, 1);
  const start = (each: string) => fromLocalTime({ day: each, minutes: 0 }, timeZone);
  return {
    ...{ span, day: first, lastDay, from: start(first), to: start(after) },
    next: { day: after, lastDay: until, from: start(after), to: start(nextDay(until)) },
  };
}

/** The last day of a period that begins on this one. */
export function lastDayOf(span: Span, day: string): string {
  return span === "week" ? addDays(day, 6) : day;
}

/** The working day at or after a day, or at or before it. */
export function workdayFrom(day: string, { timeZone, workdays }: Place, step: 1 | -1): string {
  let found = day;
  for (let tries = 0; tries < mostDaysOff && !workdays.isWorkday(found, timeZone); tries += 1)
    found = addDays(found, step);
  return found;
}

/**
 * The day that is meant, from what was said after "daily report"; nothing said is today. A bare weekday is the one
 * that was. Undefined where no day is named; a day to come is given as it is.
 */
export function readReportDay(words: string, today: string): string | undefined {
  const said = words.normalize("NFKC").trim().toLowerCase();
  if (!said || /^(?:this week|本周|这周)$/.test(said)) return today;
  if (/^(?:last week|上周|上星期)$/.test(said)) return addDays(today, -7);
  if (/^(?:the day before yesterday|前天)$/.test(said)) return addDays(today, -2);
  const named = said.replace(/^(?:for|of|on)\s+/, "");
  const day = readDay(named, today);
  if (day === undefined || day <= today) return day;
  const isBare = weekdayNamed(named) !== undefined || named === "周末";
  return isBare ? addDays(day, -7) : day;
}

function mondayOf(day: string): string {
  return weekdayIn(day, { weekday: 1, weeks: 0 });
}
