// When alerts are looked at: once a day for everybody, and soon after something of one rep changed.
import { dayMs } from "../../durations.ts";
import type { Unit } from "../../ports.ts";

/** Looks at one rep, or at everybody. */
export const lookJob = "alert.look";
export type LookPayload = { personId?: string };

/** What happens together is looked at once. */
const soonMs = 60_000;

/** Has everybody looked at tomorrow, once; the job calls it for itself. */
export function scheduleAlerts(unit: Unit): void {
  const runAt = (Math.floor(unit.now / dayMs) + 1) * dayMs;
  unit.schedule({ kind: lookJob, key: `${lookJob}:${runAt}`, runAt, payload: {} });
}

/** Has one rep looked at in a minute. */
export function lookSoon(unit: Unit, personId: string): void {
  const runAt = unit.now + soonMs;
  const key = `${lookJob}:${personId}:${Math.floor(runAt / soonMs)}`;
  unit.schedule({ kind: lookJob, key, runAt, payload: { personId } });
}
