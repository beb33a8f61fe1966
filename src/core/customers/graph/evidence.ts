// What stands behind one node: its fields with where each came from, and its touches with source, time and properties.
import { z } from "zod";
import { byName } from "../../by-name.ts";
import type { FieldValue } from "../../facts.ts";
import type { Person, Touch } from "../../model.ts";
import { parseJson } from "../../parse-json.ts";
import type { EventLog, Reader } from "../../ports.ts";
import type { Reading } from "../../text/format.ts";
import { nameOfPerson, rootId } from "./build-graph.ts";
import type { GraphFacts } from "./gather-graph.ts";
import { ownersOf, personKeyOf } from "./owners.ts";
import { shownProps } from "./shown-props.ts";
import { isShownApart, type Saying } from "./tickets-and-words.ts";

/** One field of a record, as it stands. */
export type EvidenceField = { label: string; value: string; source: string; at: number | null };
/** One touch. `quote`: somebody's words, as they said them. */
export type EvidenceItem = {
  id: string;
  what: string;
  who: string;
  at: number;
  source: string;
  quote: string | null;
  props: [name: string, value: string][];
};
export type Evidence = {
  title: string;
  fields: EvidenceField[];
  items: EvidenceItem[];
  /** There are more after these. */
  hasMore: boolean;
};

export type EvidenceReads = {
  read: Pick<Reader, "fieldValues" | "people" | "accounts">;
  events: Pick<EventLog, "pageOf">;
  now: number;
};
export type EvidenceAsk = {
  facts: GraphFacts;
  reading: Reading;
  nodeId: string;
  offset: number;
  limit: number;
};

type Answered = Partial<Omit<Evidence, "title">> & { title: string };
type Answer = (id: string, ask: EvidenceAsk, reads: EvidenceReads) => Promise<Answered | undefined>;

/** Undefined where the customer has no such node, or has it no longer. */
export async function gatherEvidence(
  reads: EvidenceReads,
  ask: EvidenceAsk,
): Promise<Evidence | undefined> {
  const colon = ask.nodeId.indexOf(":");
  const kind = ask.nodeId.slice(0, colon);
  const answer = Object.hasOwn(answers, kind) ? answers[kind] : undefined;
  const found = await answer?.(ask.nodeId.slice(colon + 1), ask, reads);
  return found && { fields: [], items: [], hasMore: false, ...found };
}

const answers: Record<string, Answer> = byName({
  customer: ofCustomer,
  person: ofPerson,
  lead: (id, ask, reads) => ofRecord({ kind: "lead", id }, ask, reads),
  deal: (id, ask, reads) => ofRecord({ kind: "deal", id }, ask, reads),
  product: (id, ask, reads) => ofRecord({ kind: "product", id }, ask, reads),
  ticket: ofTicket,
  said: ofSaying,
  touches: ofSpan,
});

async function ofCustomer(id: string, ask: EvidenceAsk, reads: EvidenceReads) {
  if (`customer:${id}` !== rootId) return undefined;
  const { customer, owners } = ask.facts;
  const account = customer.accountId
    ? await reads.read.accounts.get(customer.accountId)
    : undefined;
  const row = account && { ...account };
  const fields = row ? await fieldsOf({ kind: "account", row }, ask, reads) : [];
  return { title: customer.label, fields, ...(await pageOf(owners.all, ask, reads)) };
}

async function ofPerson(key: string, ask: EvidenceAsk, reads: EvidenceReads) {
  const { people, owners, shownIds } = ask.facts;
  const person = people.find((one) => one.key === key);
  if (!person) return undefined;
  const contact = owners.contacts.find(({ id }) => id === key);
  const row = contact && { ...contact };
  return {
    title: nameOfPerson(person, ask.reading),
    fields: row ? await fieldsOf({ kind: "contact", row }, ask, reads) : [],
    ...(await pageOf(ownersOf(key, owners, shownIds), ask, reads, key)),
  };
}

async function ofRecord(
  { kind, id }: { kind: "lead" | "deal" | "product"; id: string },
  ask: EvidenceAsk,
  reads: EvidenceReads,
) {
  const { leads, deals, products } = ask.facts;
  const rows = { lead: leads, deal: deals, product: products }[kind];
  const row = (rows as { id: string }[]).find((one) => one.id === id);
  if (!row) return undefined;
  const { name, title } = row as { name?: string; title?: string };
  const fields = await fieldsOf({ kind, row: { ...row } }, ask, reads);
  return { title: name ?? title ?? id, fields };
}

async function ofTicket(id: string, ask: EvidenceAsk) {
  const { facts, reading, offset, limit } = ask;
  const ticket = facts.tickets.find((one) => one.id === id);
  if (!ticket) return undefined;
  const shown = ticket.touches.slice(offset, offset + limit);
  return {
    title: ticket.subject || reading.texts.graph.ticket,
    items: shown.map((touch) => toItem(touch, ask)),
    hasMore: ticket.touches.length > offset + limit,
  };
}

async function ofSaying(id: string, ask: EvidenceAsk, { read }: EvidenceReads) {
  const saying = ask.facts.sayings.find(({ touch }) => touch.id === id);
  if (!saying) return undefined;
  const author = saying.authorId ? await read.people.get(saying.authorId) : undefined;
  return {
    title: ask.reading.texts.graph.kinds.said,
    items: [sayingItem(saying, { ask, author })],
  };
}

/** Words as an item: of whoever wrote them down, and whom they are about. */
function sayingItem(
  { touch, words, authorId }: Saying,
  { ask, author }: { ask: Pick<EvidenceAsk, "facts" | "reading">; author: Person | undefined },
): EvidenceItem {
  const { graph } = ask.reading.texts;
  const item = toItem(touch, ask);
  if (authorId === null) return { ...item, quote: words };
  const by = author ? author.name : graph.formerColleague;
  return { ...item, who: graph.writtenBy({ by, about: item.who }), quote: words };
}

const spanShape = z.tuple([z.string(), z.string().nullable(), z.number(), z.number()]);

async function ofSpan(id: string, ask: EvidenceAsk, reads: EvidenceReads) {
  const { facts, reading } = ask;
  const { owners, shownIds } = facts;
  const parsed = spanShape.safeParse(parseJson(id));
  if (!parsed.success) return undefined;
  const [key, type, from, to] = parsed.data;
  if (type !== null && !shownIds.has(key)) return undefined;
  const of = type === null ? owners.all : ownersOf(key, owners, shownIds);
  const types = type === null ? {} : { types: [type] };
  const { customers, graph } = reading.texts;
  const title = type === null ? graph.several : (customers.touches[type] ?? type);
  return { title, ...(await pageOf(of, { ...ask, from, to, ...types }, reads, type && key)) };
}

type Paged = EvidenceAsk & { from?: number; to?: number; types?: string[] };

/** Tickets and words are nodes of their own; `key`: only what this person did. */
async function pageOf(
  of: Parameters<EventLog["pageOf"]>[0],
  ask: Paged,
  { events, now }: EvidenceReads,
  key: string | null = null,
): Promise<Pick<Evidence, "items" | "hasMore">> {
  const { from = 0, to = now, types, limit, offset, facts } = ask;
  const page = { from, to, ...(types ? { types } : {}), limit: limit + 1, offset };
  const touches = await events.pageOf(of, page);
  const isTheirs = (touch: Touch) => {
    const { shownIds, owners } = facts;
    const is = personKeyOf(touch, owners);
    return key === null || is === key || !shownIds.has(is);
  };
  const shown = touches.slice(0, limit).filter((touch) => !isShownApart(touch.type));
  return {
    items: shown.filter(isTheirs).map((touch) => toItem(touch, ask)),
    hasMore: touches.length > limit,
  };
}

/** What became of deals that the reader may not read stays out. */
function toItem(
  touch: Touch,
  { facts, reading }: Pick<EvidenceAsk, "facts" | "reading">,
): EvidenceItem {
  const { customers, graph } = reading.texts;
  const { id, type, at, source, props } = touch;
  const person = facts.people.find(({ key }) => key === personKeyOf(touch, facts.owners));
  const isOther = type.startsWith("deal.") && !facts.deals.some((one) => one.id === props.dealId);
  return {
    ...{ id, at, source: sayTouchSource(source, reading), quote: null },
    what: customers.touches[type] ?? type,
    who: person ? nameOfPerson(person, reading) : graph.strangers,
    props: isOther
      ? []
      : shownProps(props).map(([name, value]) => [graph.props[name] ?? name, value]),
  };
}

function sayTouchSource(source: string, { texts }: Reading): string {
  return texts.customers.sources[source.replace(/^import:/, "")] ?? source;
}

/** Fields that say something about each kind of record, in the order in which a person reads them. */
const fieldNames: Record<string, readonly string[]> = byName({
  account: ["name", "industry", "employees", "domain", "country", "ownerId"],
  contact: ["name", "title", "email", "phone", "language"],
  lead: ["title", "status", "need", "budget", "source", "ownerId"],
  deal: ["name", "stage", "amount", "nextStep", "nextStepDate", "decisionMaker"].concat(
    ...[["competitor", "closeDate", "ownerId"]],
  ),
  product: ["name", "series", "price"],
});

type Row = { id: string } & Record<string, unknown>;

async function fieldsOf(
  { kind, row }: { kind: string; row: Row },
  { reading }: EvidenceAsk,
  { read }: EvidenceReads,
): Promise<EvidenceField[]> {
  const order = { by: "at", descending: false } as const;
  const values = await read.fieldValues.find({ kind, recordId: row.id }, { order });
  const origins = new Map(values.map((value) => [value.field, value]));
  const owner = typeof row.ownerId === "string" ? await read.people.get(row.ownerId) : undefined;
  return (fieldNames[kind] ?? []).flatMap((field): EvidenceField[] => {
    const value = field === "ownerId" ? owner?.name : sayValue(field, row, reading);
    if (value === undefined) return [];
    return [
      {
        label: reading.texts.graph.fields[field] ?? field,
        value,
        ...from(origins.get(field), reading),
      },
    ];
  });
}

function from(value: FieldValue | undefined, reading: Reading) {
  if (!value) return { source: "", at: null };
  return { source: sayTouchSource(value.source, reading), at: value.at };
}

function sayValue(field: string, row: Row, { texts, format }: Reading): string | undefined {
  const value = row[field];
  if (value === null || value === undefined || value === "") return undefined;
  if (field === "stage" || field === "status") {
    const name = String(value);
    return texts.customers.stages[name] ?? texts.graph.ended[name] ?? name;
  }
  if (typeof value !== "number") return String(value);
  if (field.endsWith("Date")) return format.day(value);
  const isMoney = ["amount", "budget", "price"].includes(field);
  const currency = typeof row.currency === "string" ? row.currency : null;
  return isMoney ? format.money(value, currency) : format.number(value);
}
