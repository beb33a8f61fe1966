// Every hour: leads of people who left, leads nobody took, and leads whose protection ended find their place.
import { hourMs } from "../../durations.ts";
import { groupBy } from "../../group-by.ts";
import type { Touch } from "../../model.ts";
import type { EventLog, Store, Unit } from "../../ports.ts";
import type { LeadServices } from "../assigning/assign-leads.ts";
import { recycleLeads } from "./recycle-leads.ts";
import { releaseDeparted } from "./release-departed.ts";
import type { OwnershipTimes } from "./times.ts";

export const sweepJob = "lead.sweep";

/** Queues the sweep of the next full hour; at most one for each hour. */
export function scheduleSweep(unit: Unit): void {
  const runAt = (Math.floor(unit.now / hourMs) + 1) * hourMs;
  unit.schedule({ kind: sweepJob, key: `${sweepJob}:${runAt}`, runAt, payload: {} });
}

/** The job. */
export async function sweepLeads(services: LeadServices): Promise<(unit: Unit) => Promise<void>> {
  const { store, events, clock, ownership } = services;
  const lastWork = await lookAtWork(store, events, { now: clock(), ownership });
  return async (unit) => {
    scheduleSweep(unit);
    await releaseDeparted(unit, services);
    await recycleLeads(unit, services, lastWork);
  };
}

/** When each accepted lead whose record is old last showed work: what its owner sent, called, met or wrote down. */
async function lookAtWork(
  { read }: Store,
  events: EventLog,
  { now, ownership }: { now: number; ownership: OwnershipTimes },
): Promise<Map<string, number>> {
  const from = now - ownership.protectMs;
  const old = { lte: from + ownership.warnMs };
  const leads = await read.leads.find({ status: "accepted", updatedAt: old });
  const contactIds = [...new Set(leads.flatMap(({ contactId }) => contactId ?? []))];
  const touches = await events.ofContacts(contactIds, { from });
  const byContact = groupBy(touches, ({ contactId }) => contactId);
  return new Map(
    leads.map(({ id, contactId, ownerId }) => {
      const ofThem = byContact.get(contactId) ?? [];
      const work = ofThem.filter((touch) => isWorkOf(touch, ownerId)).map(({ at }) => at);
      return [id, Math.max(0, ...work)];
    }),
  );
}

/** A meeting names nobody of ours where the calendar does not say. */
function isWorkOf({ type, props }: Touch, ownerId: string | null): boolean {
  return props.personId === ownerId || props.authorId === ownerId || type === "meeting.held";
}
