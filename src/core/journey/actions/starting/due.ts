// By when: what a rule calls a day is a working day of the person who acts.
import { dayMs } from "../../../durations.ts";
import type { Person } from "../../../model.ts";
import { addWorkingTime, officeHours, type Workdays } from "../../../people/working-time.ts";

const workdayMs = (officeHours.to - officeHours.from) * 60_000;

/**
 * The moment `dueInMs` of a rule ends: every 24 h are one working day, the rest are working hours, at most a day of
 * them. "24h" from Friday 17:00 is Monday 17:00; "4h" is 12:00 on Monday.
 */
export function dueAfter(
  now: number,
  dueInMs: number,
  { timeZone, workdays }: Pick<Person, "timeZone"> & { workdays: Workdays },
): number {
  const days = Math.floor(dueInMs / dayMs);
  const working = days * workdayMs + Math.min(dueInMs % dayMs, workdayMs);
  return addWorkingTime(now, working, { timeZone, workdays });
}
