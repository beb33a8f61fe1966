// Times of day for the sample. Offsets are fixed: an hour of summer time changes nothing that is measured here.
import { dayMs, hourMs } from "../core/durations.ts";
import type { Random } from "./random.ts";

const officeOpens = 9;
const officeCloses = 18;

/** Some working moment (weekday, 9 to 18 local) on the local day of `at`, or on the Monday after. */
export function workingTime(at: number, offsetHours: number, random: Random): number {
  const hour = random.between(officeOpens, officeCloses - 1);
  const moved = localMidnight(at, offsetHours) + Math.round(hour * hourMs);
  return moved + daysToWeekday(moved, offsetHours) * dayMs;
}

/** `at` itself if people are at work then, otherwise early on the next working morning. */
export function nextWorkingTime(at: number, offsetHours: number, random: Random): number {
  const midnight = localMidnight(at, offsetHours);
  const hour = (at - midnight) / hourMs;
  const weekend = daysToWeekday(at, offsetHours) > 0;
  if (!weekend && hour >= officeOpens && hour < officeCloses) return Math.round(at);
  const day = hour < officeOpens || weekend ? midnight : midnight + dayMs;
  const morning = Math.round(random.between(officeOpens, officeOpens + 1) * hourMs);
  return day + daysToWeekday(day, offsetHours) * dayMs + morning;
}

/** The moment so many working hours after `at`, which must be a working time. */
export function addWorkingHours(at: number, hours: number, offsetHours: number): number {
  const closes = localMidnight(at, offsetHours) + officeCloses * hourMs;
  const due = at + hours * hourMs;
  if (due <= closes) return Math.round(due);
  const morning = closes + (24 - officeCloses + officeOpens) * hourMs;
  const nextMorning = morning + daysToWeekday(morning, offsetHours) * dayMs;
  return addWorkingHours(nextMorning, (due - closes) / hourMs, offsetHours);
}

/** A waking hour on the local day of `at`, kept within `from` and `to`. */
export function wakingTime(
  at: number,
  options: { offsetHours: number; from: number; to: number; random: Random },
): number {
  const { offsetHours, from, to, random } = options;
  const moved = localMidnight(at, offsetHours) + Math.round(random.between(8, 22) * hourMs);
  return moved >= from && moved <= to ? moved : Math.round(Math.min(Math.max(at, from), to));
}

function localMidnight(at: number, offsetHours: number): number {
  const offset = offsetHours * hourMs;
  return Math.floor((at + offset) / dayMs) * dayMs - offset;
}

function daysToWeekday(at: number, offsetHours: number): number {
  // Day 0 of the epoch was a Thursday; Sunday is 0 here.
  const weekday = (Math.floor((at + offsetHours * hourMs) / dayMs) + 4) % 7;
  if (weekday === 6) return 2;
  return weekday === 0 ? 1 : 0;
}
