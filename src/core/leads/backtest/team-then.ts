// The team as it was when a lead arrived, in the shape the product's own factors read.
import { dayMs } from "../../durations.ts";
import { groupBy } from "../../group-by.ts";
import type { Person } from "../../model.ts";
import { recordDefaults } from "../../records/defaults.ts";
import type { ClosedDeal, LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";
import type { Decided } from "./history.ts";

/** The team's newest closed deals that its factors look back on; a rep's record (rep-record.ts) looks back on all. */
const dealsBack = 600;
/** Who had a lead this long ago still counts as there. */
const presentMs = 90 * dayMs;

export type Past = {
  /** What may be learnt from, by when it became known. */
  known: readonly { lead: Decided; knownAt: number }[];
  /** All decided leads, oldest first: who had something open. */
  leads: readonly Decided[];
  isDated: boolean;
};

/** The facts of every rep who had a lead in the 90 days before `now`; nothing that was known later. */
export function teamAt(now: number, { known, leads, isDated }: Past): TeamFacts {
  const before = known.filter(({ knownAt }) => knownAt < now).slice(-dealsBack);
  const recent = leads.filter(({ at }) => at <= now && at > now - presentMs);
  const open = (each: Decided) => isDated && each.closedAt !== null && each.closedAt >= now;
  const deals = groupBy(before, ({ lead }) => lead.repId);
  const opened = groupBy(
    leads.filter((each) => each.at < now && open(each)),
    ({ repId }) => repId,
  );
  const repIds = [...new Set(recent.map(({ repId }) => repId))].sort();
  const carried = repIds.map((id) => opened.get(id)?.length ?? 0);
  // Nobody wrote down how many they may carry: the most anybody does, and one more.
  const capacity = isDated ? Math.max(0, ...carried) + 1 : 0;
  const reps = repIds.map(
    (id, index): RepFacts => ({
      person: toPerson(id, capacity),
      open: carried[index] ?? 0,
      offered: 0,
      absence: null,
      deals: (deals.get(id) ?? []).map(toDeal),
    }),
  );
  return { reps, licensed: new Set() };
}

/** A lead as factors see it: histories have no touches. */
export function toLeadFacts({ lead, account }: Decided): LeadFacts {
  return { lead, account, contact: null, touches: [], declinedBy: new Set() };
}

function toDeal({ lead, knownAt }: { lead: Decided; knownAt: number }): ClosedDeal {
  return {
    dealId: lead.id,
    won: lead.won,
    closedAt: knownAt,
    account: lead.account,
    firstContactHours: null,
    touches: new Map(),
  };
}

function toPerson(id: string, capacity: number): Person {
  return {
    ...(recordDefaults.person as Omit<Person, "id" | "name" | "createdAt" | "updatedAt">),
    ...{ id, name: id, capacity, createdAt: 0, updatedAt: 0 },
  };
}
