// "Who is this?": everything a customer's people are known by, why, and a way to take each of it back.
import { note } from "../blocks.ts";
import { type Block, type Card, strong, text } from "../card.ts";
import { auditLink } from "../identity/claims.ts";
import { nameOf } from "../identity/labels.ts";
import { mayMerge } from "../identity/may-merge.ts";
import type { Merge } from "../identity/merge-row.ts";
import type { Visitor } from "../identity/visitor.ts";
import type { Contact, Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../use-case.ts";
import type { Customer } from "./find-customers.ts";
import { contactsOf } from "./gather-customer.ts";
import { type CustomerServices, customerOf } from "./show-customer.ts";

/** People, and identities of each, that a card has room for. */
const maxPeople = 5;
const maxIdentities = 6;

/** The button on a customer's card. */
export async function showWho(
  services: CustomerServices,
  { person, params }: Ask,
): Promise<Effect> {
  const customer = await customerOf(services, person, params.customerId);
  const { customers } = readingOf(person).texts;
  if (!customer) return sayOnly(customers.notYours({ name: "" }));
  return async (unit) => {
    const key = `who:${customer.id}:${unit.newId("message")}`;
    unit.post({ to: person.id, card: await whoCard(unit, { person, customer, key }) });
    return {};
  };
}

type Who = { person: Person; customer: Customer; key: string };

async function whoCard(unit: Unit, who: Who): Promise<Card> {
  const { customers } = readingOf(who.person).texts;
  const contacts = await contactsOf(unit, who.customer);
  const blocks: Block[] = [];
  for (const contact of contacts.slice(0, maxPeople)) {
    blocks.push(...(await contactBlocks(unit, who, contact)));
  }
  const title = customers.whoTitle({ customer: who.customer.label });
  return { key: who.key, title, tone: "info", summary: title, blocks };
}

async function contactBlocks(unit: Unit, who: Who, contact: Contact): Promise<Block[]> {
  const reading = readingOf(who.person);
  const { customers } = reading.texts;
  const order = { by: "linkedAt", descending: true } as const;
  const visitors = await unit.visitors.find(
    { contactId: contact.id },
    { limit: maxIdentities, order },
  );
  const merges = await unit.merges.find({ kind: "contact", keptId: contact.id });
  const own = [contact.email, contact.phone].filter(Boolean).join(" · ");
  return [
    { t: "text", text: [strong(nameOf(contact)), text(own ? ` · ${own}` : "")] },
    ...(visitors.length === 0 ? [note(customers.noIdentities)] : []),
    ...visitors.flatMap((visitor) => visitorBlocks(unit, { ...who, visitor })),
    ...merges
      .filter(({ undoneAt }) => undoneAt === null)
      .flatMap((merge) => mergeBlocks(unit, { ...who, merge })),
    ...(own || visitors.length > 0 ? [splitBlock(unit, who, contact)] : []),
  ];
}

function visitorBlocks(unit: Unit, { visitor, ...who }: Who & { visitor: Visitor }): Block[] {
  const reading = readingOf(who.person);
  const { customers } = reading.texts;
  const visitorName = shortOf(visitor.id);
  const params = {
    visitorId: visitor.id,
    contactId: visitor.contactId ?? "",
    customerId: who.customer.id,
  };
  const action = "customer.not_them";
  const ref = unit.arm({ action, params, personId: who.person.id, cardKey: who.key });
  const label = customers.notThem({ visitor: visitorName });
  return [
    { t: "text", text: [text(`• ${reasonOf(visitor, reading)}`)] },
    { t: "actions", actions: [{ id: action, label, ref }] },
  ];
}

function reasonOf({ id, reason }: Visitor, { texts, format }: Reading): string {
  const { customers } = texts;
  const visitor = shortOf(id);
  if (!reason) return visitor;
  if (reason.personId) return customers.linkedByHand({ visitor });
  const { kind, value } = reason.name;
  const name = `${customers.names[kind] ?? kind} ${shortOf(value)}`;
  const source = customers.sources[reason.source.replace(/^import:/, "")] ?? reason.source;
  return customers.linkedBecause({ visitor, name, source, day: format.day(reason.at) });
}

function mergeBlocks(unit: Unit, { merge, ...who }: Who & { merge: Merge }): Block[] {
  const { customers } = readingOf(who.person).texts;
  const cardKey = `merge:${[merge.keptId, merge.mergedId].sort().join("+")}`;
  const params = { mergeId: merge.id };
  const ref = unit.arm({ action: "merge.undo", params, personId: who.person.id, cardKey });
  const merged = nameOf(merge.before.merged as unknown as Contact);
  return [
    { t: "text", text: [text(`• ${customers.mergedWith({ merged })}`)] },
    { t: "actions", actions: [{ id: "merge.undo", label: customers.undo, ref }] },
  ];
}

/** "Part of this is somebody else": a form asks which. */
function splitBlock(unit: Unit, { person, key }: Who, contact: Contact): Block {
  const action = "contact.split";
  const params = { contactId: contact.id };
  const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
  const label = readingOf(person).texts.split.button({ name: nameOf(contact).slice(0, 40) });
  return { t: "actions", actions: [{ id: action, label, ref }] };
}

/** Cookies are long and say nothing: enough of one to tell it from another. */
function shortOf(id: string): string {
  return id.length > 40 ? `${id.slice(0, 36)}…` : id;
}

/** "Not them": the visitor is theirs no more, and is never linked to them again by itself. */
export async function unlinkVisitor(services: CustomerServices, ask: Ask): Promise<Effect> {
  return changeLink(services, ask, "unlink");
}

/** "It is them after all". */
export async function relinkVisitor(services: CustomerServices, ask: Ask): Promise<Effect> {
  return changeLink(services, ask, "link");
}

type Change = "link" | "unlink";

async function changeLink(
  services: CustomerServices,
  { person, params }: Ask,
  action: Change,
): Promise<Effect> {
  const { contactId = "", visitorId = "", customerId } = params;
  const { customers } = readingOf(person).texts;
  const customer = await customerOf(services, person, customerId);
  return async (unit) => {
    const visitor = await openVisitor(unit, params, action);
    if (!customer || !visitor) return { toast: customers.claimSettled };
    if (!(await mayMerge(unit, person, { kind: "contact", ids: [contactId] })))
      return { toast: customers.mergeForbidden };
    const change = action === "unlink" ? apart : together;
    await unit.visitors.put(change(visitor, contactId, unit.now));
    await auditLink(unit, person, { visitorId, action, claimId: contactId });
    const key = params.cardKey ?? `who:${customer.id}`;
    const title = customers[`${action}ed`];
    const card = await whoCard(unit, { person, customer, key });
    const undo = action === "unlink" ? [againButton(unit, { person, params, key })] : [];
    return { toast: title, card: { ...card, subtitle: title, blocks: [...undo, ...card.blocks] } };
  };
}

/** The visitor as the button found it: still linked, or still apart. */
async function openVisitor(
  unit: Unit,
  { visitorId = "", contactId = "" }: Ask["params"],
  action: Change,
): Promise<Visitor | undefined> {
  const visitor = await unit.visitors.get(visitorId);
  return visitor?.contactId === (action === "unlink" ? contactId : null) ? visitor : undefined;
}

function apart(visitor: Visitor, contactId: string, now: number): Visitor {
  const rejected = [...visitor.rejected, contactId];
  return { ...visitor, contactId: null, rejected, undoneAt: now, updatedAt: now };
}

function together(visitor: Visitor, contactId: string, now: number): Visitor {
  const rejected = visitor.rejected.filter((id) => id !== contactId);
  return { ...visitor, contactId, rejected, linkedAt: now, undoneAt: null, updatedAt: now };
}

function againButton(
  unit: Unit,
  { person, params, key }: { person: Person; params: Ask["params"]; key: string },
): Block {
  const { visitorId = "", contactId = "", customerId = "" } = params;
  const action = "customer.them";
  const ref = unit.arm({
    ...{ action, personId: person.id, cardKey: key },
    params: { visitorId, contactId, customerId },
  });
  const label = readingOf(person).texts.customers.them;
  return { t: "actions", actions: [{ id: action, label, ref }] };
}
