// "why NAME": why a lead is whose it is.
import type { Block, Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Store, Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { type Arm, renderAssignmentCard } from "../cards/assignment-card.ts";
import { dealButton, leadButton } from "../cards/lead-button.ts";
import { customerName } from "../gathering/customer.ts";
import { findByName, type HeldLead, ownLeads, teamLeads } from "../visible-leads.ts";

/** "why Acme": the card of that lead again, here and now. Two that fit: asks which. */
export async function explainLead(
  { store }: { store: Store },
  person: Person,
  name: string,
): Promise<Effect> {
  const held = await visible(store, person);
  const last = (await store.read.conversations.get(person.id))?.state.lastLeadId;
  const found = name ? findByName(held, name) : held.filter(({ lead }) => lead.id === last);
  const reading = readingOf(person);
  const [only] = found;
  if (!only) return notFound(person, reading, name);
  return async (unit) => {
    const card =
      found.length > 1
        ? whichCard(unit, { person, found, name })
        : await showCard(unit, person, only);
    unit.post({ to: person.id, card });
    return {};
  };
}

/** A lead chosen from a list. */
export async function showLead(
  { store }: { store: Store },
  { person, params }: Ask,
): Promise<Effect> {
  const { leads } = readingOf(person).texts;
  const held = await visible(store, person);
  const found = held.find(({ lead }) => lead.id === params.leadId);
  if (!found) return sayOnly(leads.noLongerOffered);
  return async (unit) => {
    unit.post({ to: person.id, card: await showCard(unit, person, found) });
    return {};
  };
}

function visible({ read }: Store, person: Person): Promise<HeldLead[]> {
  return person.role === "manager" ? teamLeads(read, person) : ownLeads(read, person);
}

function notFound(person: Person, { texts }: Reading, name: string): Effect {
  return async (unit) => {
    const title = name ? texts.leads.notFound({ name }) : texts.leads.none;
    const key = `not_found:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks: [] } });
    return {};
  };
}

/** A lead's assignment as a message of its own; the original card stays where it is. */
async function showCard(unit: Unit, person: Person, held: HeldLead): Promise<Card> {
  const reading = readingOf(person);
  const title = customerName(held);
  const key = `show:${held.lead.id}:${unit.newId("message")}`;
  const arm: Arm = (action, params) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  if (!held.assignment) {
    const sentence = reading.texts.leads.noAssignment({ name: title });
    const blocks = ownBlocks(held, person, { arm, reading });
    return { key, title: sentence, tone: "info", summary: sentence, blocks };
  }
  const card = {
    ...renderAssignmentCard({ ...held, assignment: held.assignment }, reading, arm),
    key,
  };
  return held.assignment.repId === person.id ? card : asSeenBy(unit, { card, held, reading });
}

/** A lead that its rep brought in has no card of its own; it can become a deal all the same. */
function ownBlocks(
  { lead }: HeldLead,
  person: Person,
  { arm, reading }: { arm: Arm; reading: Reading },
): Block[] {
  if (lead.status !== "accepted" || lead.ownerId !== person.id) return [];
  const { button } = reading.texts.fromLead;
  return [{ t: "actions", actions: [dealButton(lead, button, arm)] }];
}

/** The rep's card under a manager's eyes: whose it is, and without the rep's own buttons. */
async function asSeenBy(
  unit: Unit,
  { card, held, reading }: { card: Card; held: HeldLead; reading: Reading },
): Promise<Card> {
  const rep = await unit.people.get(held.assignment?.repId ?? "");
  const readOnly = card.blocks.map((block) =>
    block.t === "actions"
      ? {
          ...block,
          actions: block.actions.filter((action) => "id" in action && forReaders.has(action.id)),
        }
      : block,
  );
  return {
    ...card,
    subtitle: reading.texts.leads.asSeenBy({ name: rep?.name ?? "" }),
    blocks: readOnly,
  };
}

const forReaders = new Set(["lead.details", "lead.why_not"]);

function whichCard(
  unit: Unit,
  { person, found, name }: { person: Person; found: HeldLead[]; name: string },
): Card {
  const key = `which:${unit.newId("message")}`;
  const title = readingOf(person).texts.leads.which({ name });
  const arm: Arm = (action, params) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const actions = found.slice(0, 5).map((one) => leadButton(one, arm));
  return { key, title, tone: "info", summary: title, blocks: [{ t: "actions", actions }] };
}
