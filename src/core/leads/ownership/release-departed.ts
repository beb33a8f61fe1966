// Somebody who is no longer here cannot answer: their offers go on, their leads to the pool, their manager hears of it.
import { sentence } from "../../blocks.ts";
import { type Card, longestLabel } from "../../card.ts";
import type { Gate } from "../../gate/gate.ts";
import type { Lead, Person } from "../../model.ts";
import { ringside } from "../../people/actor.ts";
import { managerOf } from "../../people/org.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { customerName, viewLead } from "../gathering/customer.ts";
import { endOffer } from "./offer-deadline.ts";

type Services = { gate: Gate };

/** Leads a manager can give from the card itself; the pool has all. */
const maxButtons = 5;

/** Looks at everybody who left; whoever holds nothing any more costs one query. */
export async function releaseDeparted(unit: Unit, { gate }: Services): Promise<void> {
  for (const person of await unit.people.find({ active: false })) {
    const offers = await unit.assignments.find({ repId: person.id, state: "offered" });
    for (const offer of offers) {
      const ended = { ...offer, state: "withdrawn" as const, closedAt: unit.now };
      await endOffer(unit, gate, { ended, reason: `${person.id} left` });
    }
    const leads = await unit.leads.find({ ownerId: person.id, status: ["offered", "accepted"] });
    if (leads.length > 0) await toPool(unit, gate, { leads, reason: `${person.id} left` });
    if (leads.length > 0) await tellManager(unit, person, leads);
  }
}

/** Leads become everybody's: nobody's owner, in the public pool, with why. */
export async function toPool(
  unit: Unit,
  gate: Gate,
  { leads, reason }: { leads: Lead[]; reason: string },
): Promise<void> {
  const held = await unit.assignments.find({
    leadId: leads.map(({ id }) => id),
    state: ["offered", "accepted"],
  });
  for (const one of held) {
    await unit.assignments.put({ ...one, state: "withdrawn", closedAt: unit.now });
  }
  await gate.apply(unit, {
    ...{ by: ringside, via: "job", source: "pool", reason },
    changes: leads.map(({ id }) => ({ kind: "lead", id, set: { ownerId: null, status: "pool" } })),
  });
}

async function tellManager(unit: Unit, person: Person, leads: Lead[]): Promise<void> {
  const manager = managerOf(person, await unit.people.find({}), await unit.teams.find({}));
  if (!manager) return;
  const key = `left:${person.id}:${unit.now}`;
  const { texts } = readingOf(manager);
  const views = await Promise.all(leads.map(({ id }) => viewLead(unit, id)));
  const customers = views.flatMap((view) =>
    view ? [{ id: view.lead.id, name: customerName(view) }] : [],
  );
  const actions = customers.slice(0, maxButtons).map(({ id, name }) => ({
    id: "lead.give",
    label: texts.leads.giveTitle({ customer: name }).slice(0, longestLabel),
    ref: unit.arm({
      action: "lead.give",
      params: { leadId: id },
      personId: manager.id,
      cardKey: key,
    }),
  }));
  const title = texts.ownership.left({ name: person.name, count: leads.length });
  const list = customers.map(({ name }) => `• ${name}`).join("\n");
  const card: Card = {
    ...{ key, title, tone: "warn", summary: title },
    blocks: [sentence(list), { t: "actions", actions }],
  };
  unit.post({ to: manager.id, card });
}
