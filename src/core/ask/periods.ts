// Periods as days of the calendar where the asker is, as moments, and the period before.
import { addDays, daysBetween, monthOf, toDay, weekdayOf, yearOf } from "../calendar-days.ts";
import { fromLocalTime, nextDay } from "../people/working-time.ts";
import type { TimeDimension } from "./dimensions.ts";
import type { Period } from "./query.ts";

/** Moments (UTC milliseconds), from the first (included) to the last (excluded). */
export type Range = { from: number; to: number };
/** One bucket of time; `key` is its first day, or a shorter name for what is whole: 2026-Q3, 2026-10. */
export type Bucket = Range & { key: string };

/** The first day of the month so many months later. */
function monthStart(day: string, months: number): string {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months;
  return toDay(Math.floor(index / 12), (index % 12) + 1, 1) ?? day;
}

/** So many whole months from the first day of one. */
function ofMonths(
  first: string,
  { months, unit }: { months: number; unit: Period["unit"] },
): Period {
  return { from: first, to: addDays(monthStart(first, months), -1), unit };
}

const lengths = { month: 1, quarter: 3, half: 6, year: 12 } as const;
export type CalendarUnit = "day" | "week" | keyof typeof lengths;

/** The calendar's stretch `shift` ones after that of `day`: 0 is the present one, -1 the one before. */
export function calendarPeriod(day: string, unit: CalendarUnit, shift = 0): Period {
  if (unit === "day") return { from: addDays(day, shift), to: addDays(day, shift), unit };
  if (unit === "week") {
    const from = addDays(day, 1 - weekdayOf(day) + 7 * shift);
    return { from, to: addDays(from, 6), unit };
  }
  const months = lengths[unit];
  const first = monthStart(day, -((monthOf(day) - 1) % months) + months * shift);
  return ofMonths(first, { months, unit });
}

/** The last so many days or months, today included. */
export function rolling(
  today: string,
  { count, unit }: { count: number; unit: "day" | "week" | "month" | "year" },
): Period {
  if (unit === "day" || unit === "week") {
    const days = unit === "week" ? count * 7 : count;
    return { from: addDays(today, 1 - days), to: today, unit: "days" };
  }
  const months = unit === "year" ? count * 12 : count;
  const first = monthStart(today, -months);
  const last = monthStart(today, 1 - months);
  const same = toDay(yearOf(first), monthOf(first), Number(today.slice(8)));
  return { from: same ? addDays(same, 1) : last, to: today, unit: "days" };
}

/**
 * The period before: of the same name on the calendar, else of the same length. Where the period is not over, as much
 * of the one before as has passed of this one: half a month is not compared with a whole one.
 */
export function periodBefore(period: Period, today: string): Period {
  const { from, to, unit } = period;
  const before = unit === "days" ? stretchBefore(period) : calendarPeriod(from, unit, -1);
  if (today >= to || today < from) return before;
  const passed = daysBetween(from, today);
  const cut = addDays(before.from, passed);
  return cut < before.to ? { from: before.from, to: cut, unit: "days" } : before;
}

function stretchBefore({ from, to }: Period): Period {
  const length = daysBetween(from, to) + 1;
  return { from: addDays(from, -length), to: addDays(from, -1), unit: "days" };
}

/** The moments of a period where somebody is. */
export function rangeOf({ from, to }: Period, timeZone: string): Range {
  return {
    from: fromLocalTime({ day: from, minutes: 0 }, timeZone),
    to: fromLocalTime({ day: nextDay(to), minutes: 0 }, timeZone),
  };
}

/** How far back each is counted where no period is given. */
const usualCount = { month: 12, quarter: 8, week: 13 } as const;

/** The period a split by time covers where none is given: whole ones, up to the present one. */
export function usualPeriod(by: TimeDimension, today: string): Period {
  const { from } = calendarPeriod(today, by, 1 - usualCount[by]);
  return { from, to: calendarPeriod(today, by).to, unit: "days" };
}

/** More would fit no picture. */
export const mostBuckets = 120;

/** The months, weeks or quarters of a period, cut at its ends; undefined where they are too many. */
export function bucketsOf(
  period: Period,
  { by, timeZone }: { by: TimeDimension; timeZone: string },
): Bucket[] | undefined {
  const buckets: Bucket[] = [];
  for (let day = period.from; day <= period.to; ) {
    if (buckets.length === mostBuckets) return undefined;
    const { from, to } = calendarPeriod(day, by);
    const last = [to, period.to].sort()[0] ?? to;
    buckets.push({ key: keyOf(from, by), ...rangeOf({ from: day, to: last, unit: by }, timeZone) });
    day = nextDay(last);
  }
  return buckets;
}

function keyOf(first: string, by: TimeDimension): string {
  if (by === "week") return first;
  if (by === "month") return first.slice(0, 7);
  return `${first.slice(0, 4)}-Q${(monthOf(first) + 2) / 3}`;
}
