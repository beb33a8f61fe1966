// The job that assigns leads: its name, what it carries, and how it is queued.
import type { Unit } from "../../ports.ts";

/** What a job that assigns leads carries. */
export type AssignPayload = { leadIds: string[] };

export const assignJob = "lead.assign";

/** Queues the assignment of leads, in the transaction that made them assignable. */
export function scheduleAssignment(unit: Unit, leadIds: string[], key: string): void {
  if (leadIds.length === 0) return;
  unit.schedule({ kind: assignJob, key: `${assignJob}:${key}`, payload: { leadIds } });
}
