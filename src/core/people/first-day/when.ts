// Whose first day it is: the first day worked on or after the one somebody was hired for, where they are.
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import { localTime, nextDay, officeHours, type Workdays } from "../working-time.ts";

/** For so long after it somebody who got nothing on their first day still gets it. */
const lateMs = 14 * dayMs;
/** So long somebody is new enough for a buddy. */
const newMs = 90 * dayMs;
const mostDays = 30;

type Hired = Pick<Person, "hiredAt" | "timeZone" | "role" | "active">;

/** The day (YYYY-MM-DD); undefined for whom no first day is on record. */
export function firstDayOf(
  { hiredAt, timeZone }: Pick<Hired, "hiredAt" | "timeZone">,
  workdays: Workdays,
): string | undefined {
  if (hiredAt === null) return undefined;
  let { day } = localTime(hiredAt, timeZone);
  for (let tries = 0; tries < mostDays && !workdays.isWorkday(day, timeZone); tries += 1)
    day = nextDay(day);
  return day;
}

/** Whether their first day has begun, at an hour somebody is at work, and is not long over. */
export function isNewcomer(person: Hired, now: number, workdays: Workdays): boolean {
  const { hiredAt, timeZone, role, active } = person;
  if (role !== "rep" || !active || hiredAt === null || now - hiredAt > lateMs) return false;
  const first = firstDayOf(person, workdays);
  const here = localTime(now, timeZone);
  const isAtWork = here.minutes >= officeHours.from && here.minutes < officeHours.to;
  return (
    first !== undefined && here.day >= first && isAtWork && workdays.isWorkday(here.day, timeZone)
  );
}

/** Whether this very day is their first. */
export function isFirstDay(person: Hired, now: number, workdays: Workdays): boolean {
  return firstDayOf(person, workdays) === localTime(now, person.timeZone).day;
}

/** Whether somebody is new enough for a buddy. */
export function isNew({ hiredAt }: Pick<Person, "hiredAt">, now: number): boolean {
  return hiredAt !== null && hiredAt <= now + dayMs && now - hiredAt <= newMs;
}
