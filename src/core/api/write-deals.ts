// Deals that a program creates or changes: through the gate, with the contracts that hold for it.
import type { Change, Gate, Refusal } from "../gate/gate.ts";
import type { Deal } from "../model.ts";
import { madeHere } from "../pipeline/updates/from-lead/made-here.ts";
import type { Unit } from "../ports.ts";
import { type Caller, sourceOf, writerOf } from "./caller.ts";
import { findKnown, keepExternalIds } from "./external-ids.ts";

/** What a program says of a deal. */
export type DealFacts = {
  set: Partial<Deal>;
  externalId?: string | undefined;
  /** What stands behind it (contracts/evidence.ts). */
  evidence?: unknown;
  /** Golden fields nobody knows yet, and until when. */
  unknownUntil?: Record<string, number> | undefined;
};

/** A change of a deal that is there. */
export async function changeDeal(
  unit: Unit,
  { gate }: { gate: Gate },
  { caller, deal, facts }: { caller: Caller; deal: Deal; facts: DealFacts },
): Promise<Refusal[]> {
  const { stage } = facts.set;
  const isMoved = stage !== undefined && stage !== deal.stage;
  const set = { ...facts.set, ...(isMoved ? ofStage(stage, unit.now) : {}) };
  const change = { ...toChange(deal.id, facts), set } as Change;
  return gate.apply(unit, { ...writerOf(caller), whole: true, changes: [change] });
}

export type CreatedDeals =
  | {
      refusals: Refusal[];
      /** Of each change, the deal it was for. */
      dealOf: number[];
    }
  | { deals: { id: string; isNew: boolean }[] };

/** Creates deals, all or none. A rep's own program creates the rep's own. */
export async function createDeals(
  unit: Unit,
  { gate }: { gate: Gate },
  { caller, deals, isBulk }: { caller: Caller; deals: readonly DealFacts[]; isBulk: boolean },
): Promise<CreatedDeals> {
  const source = sourceOf(caller);
  const known = await findKnown(unit, { kind: "deal", source, rows: deals });
  const made = await madeHere(unit, leadsOf(deals));
  const plans = deals.map((facts) => {
    const { externalId = "", set } = facts;
    const stored = known.get(externalId);
    const there = stored ?? (externalId ? made.get(set.leadId ?? "") : undefined);
    const id = there ?? unit.newId("deal");
    if (externalId) known.set(externalId, id);
    made.delete(set.leadId ?? "");
    return { id, isNew: there === undefined, isNamed: stored === undefined, facts };
  });
  const fresh = plans.filter(({ isNew }) => isNew);
  const ownerId = ownerFor(caller);
  const refusals = await gate.apply(unit, {
    ...{ ...writerOf(caller, { isBulk }), reason: "brought in", whole: true },
    changes: fresh.map(({ id, facts }) => {
      const stage = facts.set.stage ?? "new";
      const set = { ownerId, ...facts.set, ...ofStage(stage, unit.now) };
      return { ...toChange(id, facts), create: true, set } as Change;
    }),
  });
  if (refusals.length > 0) return { refusals, dealOf: fresh.map((plan) => plans.indexOf(plan)) };
  const named = plans.filter(({ isNamed }) => isNamed);
  const rows = named.map(({ id, facts: { externalId } }) => ({ id, externalId }));
  await keepExternalIds(unit, { kind: "deal", source, rows });
  return { deals: plans.map(({ id, isNew }) => ({ id, isNew })) };
}

/** Leads of deals that a program has its own id for: a deal made of one in chat is the same deal. */
function leadsOf(deals: readonly DealFacts[]): string[] {
  return deals.flatMap(({ externalId, set: { leadId } }) => (externalId && leadId ? leadId : []));
}

function ownerFor({ reach }: Caller): string | null {
  return reach.kind === "people" && reach.person?.role === "rep" ? reach.person.id : null;
}

function toChange(id: string, { evidence, unknownUntil }: DealFacts) {
  return {
    ...{ kind: "deal", id },
    ...(evidence === undefined ? {} : { evidence }),
    ...(unknownUntil ? { unknownUntil } : {}),
  };
}

/** A deal that is won or lost is closed. */
function ofStage(stage: Deal["stage"], now: number): Partial<Deal> {
  const isOver = stage === "won" || stage === "lost";
  return { status: isOver ? stage : "open", closedAt: isOver ? now : null };
}
