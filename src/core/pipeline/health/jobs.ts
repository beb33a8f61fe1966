// The jobs of health: a reading every night, and once a week a nudge to whoever can put something right.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { dayMs } from "../../durations.ts";
import { fromLocalTime, localTime, nextWorkingMoment } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { fixCard } from "./in-chat/fix-card.ts";
import { contractsOf, type HealthServices, measureFor } from "./in-chat/services.ts";
import { measureHealth } from "./measure.ts";
import { keepReadings, toReadings } from "./readings.ts";

type Write = (unit: Unit) => Promise<void>;
type Kind = { run: (payload: unknown) => Promise<Write>; isSlow?: true };
type NudgePayload = { personId: string; week: number };

const readJob = "health.read";
const nudgeJob = "health.nudge";

/** Tuesday mornings: Monday belongs to the week's plans. 1970-01-06 was a Tuesday. */
const nudgeMinutes = 10 * 60;
const firstTuesdayMs = 5 * dayMs;
/** Useful, and never before a customer. */
const nudgeValue = 0.3;

/** Has the night to come measured. */
export function scheduleHealth(unit: Unit): void {
  const runAt = (Math.floor(unit.now / dayMs) + 1) * dayMs;
  unit.schedule({ kind: readJob, key: `${readJob}:${runAt}`, runAt, payload: { runAt } });
}

/** Both kinds; they read much and let others go first. */
export function healthJobs(services: HealthServices): Record<string, Kind> {
  return {
    [readJob]: { run: () => readHealth(services), isSlow: true },
    [nudgeJob]: { run: (payload) => nudgeFixer(payload as NudgePayload, services), isSlow: true },
  };
}

async function readHealth(services: HealthServices): Promise<Write> {
  const { store, clock, pause } = services;
  const { read } = store;
  const at = clock();
  const contracts = await contractsOf(services);
  const { cells } = await measureHealth({ read, contracts, scope: "everything", pause, now: at });
  const [people, teams] = [await read.people.find({}), await read.teams.find({})];
  const readings = toReadings(cells, { people, teams, at });
  const week = Math.floor((at - firstTuesdayMs) / (7 * dayMs));
  const isNudgeDay = Math.floor((at - firstTuesdayMs) / dayMs) % 7 === 0;
  const fixers = people.filter(
    ({ role, active }) => active && (role === "rep" || role === "contributor"),
  );
  return async (unit) => {
    scheduleHealth(unit);
    await keepReadings(unit, readings);
    if (!isNudgeDay) return;
    for (const { id: personId, timeZone } of fixers) {
      const { day } = localTime(at + dayMs / 2, timeZone);
      const morning = fromLocalTime({ day, minutes: nudgeMinutes }, timeZone);
      const runAt = nextWorkingMoment(morning, { timeZone, workdays: services.workdays });
      const key = `${nudgeJob}:${personId}:${week}`;
      unit.schedule({ kind: nudgeJob, key, runAt, payload: { personId, week } });
    }
  };
}

/** One card with the worst record and its form; nothing to somebody whose data is well. */
async function nudgeFixer(
  { personId, week }: NudgePayload,
  services: HealthServices,
): Promise<Write> {
  const person = await services.store.read.people.get(personId);
  if (!person?.active) return async () => {};
  const { fixes, toFix } = await measureFor(services, person);
  if (fixes.length === 0) return async () => {};
  return async (unit) => {
    const key = `health_nudge:${personId}:${week}`;
    const card = fixCard(unit, { person, fixes, toFix, done: [], key });
    await offerNudge(unit, services.workdays, { person, kind: "health", value: nudgeValue, card });
  };
}
