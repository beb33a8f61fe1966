// A newcomer's first customers: on their first day they are offered those of nobody's leads that fit them best.
import type { Lead, Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { fitOf } from "../fit.ts";
import { gatherLeads, gatherTeam } from "../gathering/gather.ts";
import { blockOf } from "../limits.ts";
import { decideFor } from "../ownership/give-lead.ts";
import { weightsBySegment } from "../weighing/weights.ts";
import { type LeadServices, offer } from "./assign-leads.ts";

/** Nobody's leads looked at, the latest: a first day's customers should be fresh. */
const mostLookedAt = 500;

/** Offers up to `count` leads; undefined where nobody's leads hold none they may have. */
export async function offerFirstLeads(
  services: LeadServices,
  person: Person,
  count: number,
): Promise<((unit: Unit) => Promise<void>) | undefined> {
  const { store, events, clock, library } = services;
  const free = await store.read.leads.find(
    { status: ["new", "pool"], ownerId: null },
    { order: { by: "createdAt", descending: true }, limit: mostLookedAt },
  );
  if (free.length === 0 || count <= 0) return undefined;
  const sources = { read: store.read, events, now: clock(), library };
  const team = await gatherTeam(sources);
  const rep = team.reps.find((one) => one.person.id === person.id);
  if (!rep) return undefined;
  const all = await gatherLeads(
    free.map(({ id }) => id),
    sources,
  );
  const fitting = all.filter((lead) => blockOf(lead, rep, team) === null);
  const places = Math.min(count, person.capacity - rep.open);
  if (fitting.length === 0 || places <= 0) return undefined;
  return async (unit) => {
    const weightsOf = await weightsBySegment(unit);
    const ranked = fitting
      .map((lead) => {
        const weights = weightsOf(lead.account);
        return { lead, weights, fit: fitOf({ lead, rep, team }, weights.weights).fit };
      })
      .sort((a, b) => b.fit - a.fit || b.lead.lead.createdAt - a.lead.lead.createdAt);
    for (const { lead, weights } of ranked.slice(0, places)) {
      const now = await unit.leads.get(lead.lead.id);
      // Somebody was quicker.
      if (!now || now.ownerId !== null || !isFree(now)) continue;
      await offer(unit, services, {
        ...decideFor(rep, { facts: lead, team, weights: weights.weights }),
        ...{ id: unit.newId("assignment"), weightVersionId: weights.id, batch: places },
        ...{ authorId: null, reason: null, decidedAt: unit.now },
      });
    }
  };
}

function isFree({ status }: Lead): boolean {
  return status === "new" || status === "pool";
}
