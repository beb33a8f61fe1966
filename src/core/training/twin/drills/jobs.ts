// When drills are looked for: once a day, early in the morning.
import { dayMs, hourMs } from "../../../durations.ts";
import type { Unit } from "../../../ports.ts";

export const drillsJob = "drills.look";

/** 03:00 UTC: after the alerts of the day, before anybody in Europe is at work. */
const atMs = 3 * hourMs;

/** Queues the next look; at most one for each day. */
export function scheduleDrills(unit: Unit): void {
  const runAt = (Math.floor((unit.now - atMs) / dayMs) + 1) * dayMs + atMs;
  unit.schedule({ kind: drillsJob, key: `${drillsJob}:${runAt}`, runAt, payload: {} });
}
