// *What changed*, once a month: on the manager's first working day, into what waits for their morning brief.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { dayMs } from "../../durations.ts";
import { fromLocalTime, nextDay, type Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { changedCard } from "./changed-card.ts";
import { type ChangedServices, gatherChanged, hasFigures } from "./gather-changed.ts";

const monthJob = "changed.month";
const bringJob = "changed.bring";

/** Before any morning brief or digest. */
const atMinutes = 4 * 60 + 30;
/** Below what needs somebody today. */
const value = 0.5;

type MonthPayload = { month: string };
type BringPayload = { personId: string; month: string };

/** Has the month to come planned, once: a day before it begins, since it begins in the east first. */
export function scheduleChanged(unit: Unit): void {
  const ahead = new Date(unit.now + dayMs);
  const first = Date.UTC(ahead.getUTCFullYear(), ahead.getUTCMonth() + 1, 1);
  const payload: MonthPayload = { month: new Date(first).toISOString().slice(0, 7) };
  const key = `${monthJob}:${payload.month}`;
  unit.schedule({ kind: monthJob, key, runAt: first - dayMs, payload });
}

/** The day a month begins with work. */
export function firstWorkday(month: string, timeZone: string, workdays: Workdays): string {
  let day = `${month}-01`;
  while (!workdays.isWorkday(day, timeZone) && day.startsWith(month)) day = nextDay(day);
  return day.startsWith(month) ? day : `${month}-01`;
}

type Run = (payload: unknown) => Promise<(unit: Unit) => Promise<void>>;

/** The jobs by kind. */
export function changedJobs(
  services: ChangedServices,
): Record<string, { run: Run; isSlow?: boolean }> {
  return {
    [monthJob]: { run: (payload) => planMonth(services, payload as MonthPayload) },
    [bringJob]: { run: (payload) => bring(services, payload as BringPayload), isSlow: true },
  };
}

async function planMonth({ store, workdays }: ChangedServices, { month }: MonthPayload) {
  const managers = await store.read.people.find({ role: "manager", active: true });
  return async (unit: Unit) => {
    scheduleChanged(unit);
    for (const { id: personId, timeZone } of managers) {
      const day = firstWorkday(month, timeZone, workdays);
      const runAt = fromLocalTime({ day, minutes: atMinutes }, timeZone);
      const payload: BringPayload = { personId, month };
      unit.schedule({ kind: bringJob, key: `${bringJob}:${personId}:${month}`, runAt, payload });
    }
  };
}

/** Nothing comes where there was nothing to count, nor from a month that is long over. */
async function bring(services: ChangedServices, { personId, month }: BringPayload) {
  const person = await services.store.read.people.get(personId);
  if (!person?.active || person.role !== "manager") return async () => {};
  const changed = await gatherChanged(services, person, -1);
  if (!hasFigures(changed) || changed.period.from >= `${month}-01`) return async () => {};
  return async (unit: Unit) => {
    const key = `changed:${personId}:${month}`;
    const card = changedCard(unit, { person, changed, shift: -1, key });
    await offerNudge(unit, services.workdays, { person, kind: "team_news", value, card });
  };
}
