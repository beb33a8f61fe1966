// Every day: what is older than its retention goes.
import { dayMs, hourMs } from "../../durations.ts";
import type { Unit } from "../../ports.ts";
import { recomputeTwin } from "../../training/twin/twin.ts";
import { auditPrivacy } from "./audit.ts";
import { type Retention, type RetentionGroup, retentionGroups } from "./kept.ts";
import type { PrivacyServices } from "./services.ts";

export const retentionJob = "privacy.retention";

/** 20:00 UTC: after work in Europe, before dawn in China. */
const atMs = 20 * hourMs;

/** Queues the next one; at most one for each day. */
export function scheduleRetention(unit: Unit): void {
  const runAt = (Math.floor((unit.now - atMs) / dayMs) + 1) * dayMs + atMs;
  unit.schedule({ kind: retentionJob, key: `${retentionJob}:${runAt}`, runAt, payload: {} });
}

/** The job. */
export async function runRetention({
  personal,
  assets,
  retention,
  clock,
}: PrivacyServices): Promise<(unit: Unit) => Promise<void>> {
  const before = momentsBefore(retention, clock());
  for (const id of await personal.oldFiles(before.messages)) await assets.remove(id);
  const { rows, personIds } = await personal.expire(before);
  return async (unit) => {
    scheduleRetention(unit);
    for (const personId of personIds) await recomputeTwin(unit, personId);
    if (rows === 0) return;
    const action = "privacy.retention";
    await auditPrivacy(unit, {
      ...{ personId: "", action, actorId: null, via: "job", detail: { rows } },
    });
  };
}

/** The moment before which each group goes. */
function momentsBefore(retention: Retention, now: number): Record<RetentionGroup, number> {
  const moments = retentionGroups.map((group) => [group, now - retention[group]]);
  return Object.fromEntries(moments) as Record<RetentionGroup, number>;
}
