// Arithmetic on calendar days (YYYY-MM-DD), without clocks or zones. Weeks run Monday to Sunday.
import { dayMs } from "./durations.ts";

/** The day so many days later. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** That weekday of the calendar week so many weeks later. */
export function weekdayIn(
  today: string,
  { weekday, weeks }: { weekday: number; weeks: number },
): string {
  return addDays(today, weekday - weekdayOf(today) + 7 * weeks);
}

/** The next such weekday to come, never today. */
export function nextWeekday(today: string, weekday: number): string {
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** A day of the calendar; undefined for 30 February. */
export function toDay(year: number, month: number, date: number): string | undefined {
  if (month < 1 || month > 12 || date < 1 || date > 31 || year < 1970 || year > 9999)
    return undefined;
  const day = new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
  return Number(day.slice(8)) === date ? day : undefined;
}

/** The last calendar day of the month so many months later. */
export function monthEnd(today: string, months: number): string {
  return new Date(Date.UTC(yearOf(today), monthOf(today) + months, 0)).toISOString().slice(0, 10);
}

/** The last calendar day of the quarter so many quarters later. */
export function quarterEnd(today: string, quarters: number): string {
  const quarter = Math.floor((monthOf(today) - 1) / 3) + quarters;
  return new Date(Date.UTC(yearOf(today), quarter * 3 + 3, 0)).toISOString().slice(0, 10);
}

/** The calendar year. */
export const yearOf = (day: string) => Number(day.slice(0, 4));

/** The month, 1 to 12. */
export const monthOf = (day: string) => Number(day.slice(5, 7));

/** How many days lie from one to the other; negative where the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** How long ago a month and date without a year may lie and still mean the one that was (days); older ones are to come. */
const recentDays = 120;

/** A month and date without a year: the one to come, unless it was recently. */
export function nearestYear(today: string, month: number, date: number): string | undefined {
  const year = yearOf(today);
  const day = toDay(year, month, date);
  if (day && day < addDays(today, -recentDays)) return toDay(year + 1, month, date);
  const isLast = day && day > addDays(today, 365 - recentDays);
  return isLast ? (toDay(year - 1, month, date) ?? day) : day;
}

/** A date without a month: the next to come, today included. */
export function nextDate(today: string, date: number): string | undefined {
  const here = toDay(yearOf(today), monthOf(today), date);
  return here && here >= today ? here : dateIn(today, date, 1);
}

/** That date of the month so many months later. */
export function dateIn(today: string, date: number, months: number): string | undefined {
  const end = monthEnd(today, months);
  return toDay(yearOf(end), monthOf(end), date);
}
