// A person's working time: their zone with its clock changes, their country's holidays and make-up workdays.
import { dayMs, minuteMs } from "../durations.ts";

/** Knows which days are worked: weekends, statutory holidays, and in China the days worked in their place (调休). */
export interface Workdays {
  /** `day` as YYYY-MM-DD in that zone, whose country's holidays count. */
  isWorkday(day: string, timeZone: string): boolean;
}

/** Minutes since midnight, from (inclusive) to (exclusive). */
export type Hours = { from: number; to: number };

/** When somebody is at work, unless they said otherwise. */
export const officeHours: Hours = { from: 9 * 60, to: 18 * 60 };

/** Whose time is meant, and when in a day. */
export type Worktime = { timeZone: string; workdays: Workdays; hours?: Hours };

/** A moment as the clock on the wall shows it. */
export type LocalTime = { day: string; minutes: number };

/** Longer than any run of holidays; a calendar that never works ends the search. */
const maxDays = 400;

/** The day (YYYY-MM-DD) and the minutes since midnight in a zone. */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "00";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    minutes: Number(part("hour")) * 60 + Number(part("minute")),
  };
}

/** The moment at which a zone's clock shows this; inside the hour that a clock change skips, the moment after it. */
export function fromLocalTime({ day, minutes }: LocalTime, timeZone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  const before = wall - offsetAt(wall - dayMs / 2, timeZone);
  const after = wall - offsetAt(wall + dayMs / 2, timeZone);
  const shows = (at: number) => at + offsetAt(at, timeZone) === wall;
  return [before, after].find(shows) ?? Math.max(before, after);
}

/** The day after, on the calendar. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}

/** True within the hours of a worked day. */
export function isWorking(
  at: number,
  { timeZone, workdays, hours = officeHours }: Worktime,
): boolean {
  const { day, minutes } = localTime(at, timeZone);
  return minutes >= hours.from && minutes < hours.to && workdays.isWorkday(day, timeZone);
}

/** `at` itself within working time, else the next moment that is; `at` where the calendar never works again. */
export function nextWorkingMoment(at: number, worktime: Worktime): number {
  for (const { from, to } of spansFrom(at, worktime)) if (to > at) return Math.max(from, at);
  return at;
}

/** When so much working time has passed since `from`: a deadline. */
export function addWorkingTime(from: number, durationMs: number, worktime: Worktime): number {
  let left = durationMs;
  for (const span of spansFrom(from, worktime)) {
    const start = Math.max(span.from, from);
    const length = Math.max(0, span.to - start);
    if (left <= length) return start + left;
    left -= length;
  }
  return from + durationMs;
}

/** Worked spans of time, from the day of `at` on. */
function* spansFrom(
  at: number,
  { timeZone, workdays, hours = officeHours }: Worktime,
): Generator<{ from: number; to: number }> {
  let { day } = localTime(at, timeZone);
  for (let count = 0; count < maxDays; count += 1, day = nextDay(day)) {
    if (!workdays.isWorkday(day, timeZone)) continue;
    const moment = (minutes: number) => fromLocalTime({ day, minutes }, timeZone);
    yield { from: moment(hours.from), to: moment(hours.to) };
  }
}

function offsetAt(at: number, timeZone: string): number {
  const { day, minutes } = localTime(at, timeZone);
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * minuteMs;
  return wall - Math.floor(at / minuteMs) * minuteMs;
}

/** Making a formatter takes longer than using it a hundred times. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
  });
  clocks.set(timeZone, clock);
  return clock;
}
