// What comes regularly, put on the clock: once a day for everybody, and at once for whoever changed their hour.
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import { fromLocalTime, localTime, nextDay, type Workdays } from "../../people/working-time.ts";
import type { Store, Unit } from "../../ports.ts";
import { awakeHours } from "../budget.ts";
import { comesTo, minutesOf, type RoutineKind, routineKinds } from "./routine.ts";

export const planJob = "routine.plan";
/** The job that brings each. */
export const routineJobs = {
  report: "report.offer",
  morning_brief: "morning.brief",
} as const satisfies Record<RoutineKind, string>;
/** What such a job carries: it counts on its day, and while the hour is still the one it was made for. */
export type RoutinePayload = { personId: string; day: string; minutes: number };

/** Longer than any run of holidays. */
const mostDays = 60;

/** Has the day to come planned, once. */
export function scheduleRoutines(unit: Unit): void {
  const runAt = (Math.floor(unit.now / dayMs) + 1) * dayMs;
  unit.schedule({ kind: planJob, key: `${planJob}:${runAt}`, runAt, payload: {} });
}

type Planning = { store: Store; workdays: Workdays };

/** The job: the next brief of every manager, and the next offer to whoever asked for one. */
export async function planDay({
  store: { read },
  workdays,
}: Planning): Promise<(unit: Unit) => Promise<void>> {
  const people = await read.people.find({ active: true });
  return async (unit) => {
    scheduleRoutines(unit);
    // Since midnight, not since now: whoever was away at nine is brought what is still of today.
    const after = Math.floor(unit.now / dayMs) * dayMs;
    for (const person of people) {
      for (const kind of routineKinds) {
        if (await comesTo(unit, person, kind))
          await scheduleNext(unit, workdays, { person, kind, after });
      }
    }
  };
}

type Next = {
  person: Pick<Person, "id" | "timeZone">;
  kind: RoutineKind;
  /** By default now. */
  after?: number;
};

/** Puts the next one on the clock: the first working day on which its minute is still to come. */
export async function scheduleNext(
  unit: Unit,
  workdays: Workdays,
  { person, kind, after = unit.now }: Next,
): Promise<void> {
  const { id: personId, timeZone } = person;
  const minutes = await minutesOf(unit, person, kind);
  let { day } = localTime(after, timeZone);
  let runAt = fromLocalTime({ day, minutes }, timeZone);
  for (let tries = 0; tries < mostDays; tries += 1) {
    if (runAt > after && workdays.isWorkday(day, timeZone)) break;
    day = nextDay(day);
    runAt = fromLocalTime({ day, minutes }, timeZone);
  }
  const payload: RoutinePayload = { personId, day, minutes };
  const key = `${routineJobs[kind]}:${personId}:${day}:${minutes}`;
  unit.schedule({ kind: routineJobs[kind], key, runAt, payload });
}

/** Its person, where the job still counts: today, at the hour they have now, and while they are here. */
export async function whoseTurn(
  unit: Unit,
  { personId, day, minutes }: RoutinePayload,
  kind: RoutineKind,
): Promise<Person | undefined> {
  const person = await unit.people.get(personId);
  const here = person && localTime(unit.now, person.timeZone);
  if (!person || here?.day !== day || here.minutes >= awakeHours.to) return undefined;
  const isTheirs = (await minutesOf(unit, person, kind)) === minutes;
  if (!isTheirs || !(await comesTo(unit, person, kind))) return undefined;
  const now = { from: { lte: unit.now }, to: { gte: unit.now } };
  return (await unit.absences.count({ personId, ...now })) > 0 ? undefined : person;
}
