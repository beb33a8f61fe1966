// The deal of a lead is there already, as from a CRM: the two become one, and can be two again for a while.
import type { Card } from "../../../card.ts";
import { customerName, type LeadView, viewLead } from "../../../leads/gathering/customer.ts";
import type { Deal, Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { labelOf } from "../deals.ts";
import { requireSeller } from "../saying/saying.ts";
import type { UpdateServices } from "../services.ts";
import { undoMs } from "../stored.ts";
import { linkedCard } from "./lead-cards.ts";
import { closedLead, openLead, showLeadAgain } from "./make-deal.ts";
import { findObstacle } from "./obstacle.ts";

type Services = Pick<UpdateServices, "gate">;

/** Makes an open deal of theirs, one of no lead yet, the deal of this lead. */
export function linkDeal(services: Services, { person, params }: Ask): Effect {
  requireSeller(person);
  return async (unit) => {
    const found = await findBoth(unit, { person, params });
    if ("toast" in found) return found;
    const { view, deal } = found;
    const { accountId } = deal;
    await writeBoth(unit, services, {
      ...{ person, view, deal, reason: "became a deal" },
      set: { leadId: view.lead.id, accountId: accountId ?? view.lead.accountId },
      lead: closedLead(unit.now),
    });
    const card = await drawLinked(unit, person, { view, deal, key: params.cardKey ?? "" });
    return { toast: card.title, card };
  };
}

type Linked = { view: LeadView; deal: Deal };

/** The lead and the deal that may become one, or why they may not. */
async function findBoth(unit: Unit, { person, params }: Ask): Promise<Linked | { toast: string }> {
  const { updates, fromLead } = readingOf(person).texts;
  const view = await viewLead(unit, params.leadId ?? "");
  const obstacle = await findObstacle(unit, { person, view });
  if (obstacle || !view) return { toast: obstacle ?? fromLead.notYours };
  const deal = await unit.deals.get(params.dealId ?? "");
  return deal && isFree(deal, person) ? { view, deal } : { toast: updates.notYours };
}

/** Theirs, open, and of no lead. */
const isFree = ({ ownerId, leadId, status }: Deal, person: Person): boolean =>
  ownerId === person.id && leadId === null && status === "open";

async function drawLinked(
  unit: Unit,
  person: Person,
  { view, deal, key }: Linked & { key: string },
): Promise<Card> {
  const { fromLead } = readingOf(person).texts;
  const customer = customerName(view);
  const title = fromLead.linked({ customer, deal: await labelOf(unit, deal.id) });
  const was = deal.accountId === null ? { hadNoAccount: "1" } : {};
  const undo = { leadId: view.lead.id, dealId: deal.id, at: String(unit.now), ...was };
  return linkedCard({ unit, person }, { key, title, undo });
}

/** Takes that back, while neither changed. */
export function unlinkDeal(services: Services, { person, params }: Ask): Effect {
  requireSeller(person);
  return async (unit) => {
    const { updates, fromLead } = readingOf(person).texts;
    const at = Number(params.at);
    if (unit.now - at > undoMs) return { toast: updates.tooLate({ minutes: undoMs / 60_000 }) };
    const view = await viewLead(unit, params.leadId ?? "");
    const deal = await unit.deals.get(params.dealId ?? "");
    if (!view || !deal || !isStill({ view, deal }, person, at)) {
      return { toast: fromLead.changedSince };
    }
    await writeBoth(unit, services, {
      ...{ person, view, deal, reason: "undo", lead: openLead },
      set: { leadId: null, ...(params.hadNoAccount ? { accountId: null } : {}) },
    });
    const title = fromLead.unlinked({ customer: customerName(view) });
    return {
      toast: title,
      card: linkedCard({ unit, person }, { key: params.cardKey ?? "", title }),
    };
  };
}

/** Neither was changed after they became one, and they are that person's. */
function isStill({ view: { lead }, deal }: Linked, person: Person, at: number): boolean {
  const isUntouched = lead.updatedAt === at && deal.updatedAt === at;
  return isUntouched && deal.leadId === lead.id && deal.ownerId === person.id;
}

type Writing = Linked & {
  person: Person;
  reason: string;
  set: Partial<Deal>;
  lead: typeof openLead | ReturnType<typeof closedLead>;
};

async function writeBoth(
  unit: Unit,
  { gate }: Services,
  { person, view, deal, reason, set, lead }: Writing,
): Promise<void> {
  const refusals = await gate.apply(unit, {
    ...{ by: { kind: "person", person }, via: "chat", source: "chat", reason, whole: true },
    changes: [
      { kind: "deal", id: deal.id, set },
      { kind: "lead", id: view.lead.id, set: lead },
    ],
  });
  if (refusals[0]) throw new Error(refusals[0].message);
  await showLeadAgain(unit, view.lead.id);
}
