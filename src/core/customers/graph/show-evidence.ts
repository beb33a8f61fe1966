// What stands behind one entry, in chat: fields with their sources, touches with time, source and properties.
import { note, sentence } from "../../blocks.ts";
import { type Block, type Card, type Inline, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { customerOf } from "../show-customer.ts";
import {
  type Evidence,
  type EvidenceField,
  type EvidenceItem,
  gatherEvidence,
} from "./evidence.ts";
import { gatherGraph } from "./gather-graph.ts";
import type { GraphServices } from "./services.ts";

/** Touches of one card. */
const pageSize = 5;
/** More of what somebody said than a card has room for. */
const longestQuote = 1_000;

/** The button of an entry, and "More" on its evidence: the same card then shows the next touches. */
export async function showEvidence(
  services: GraphServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { store, events, clock } = services;
  const reading = readingOf(person);
  const { nodeId = "", customerId } = params;
  const customer = await customerOf(services, person, customerId);
  if (!customer) return sayOnly(reading.texts.customers.notYours({ name: "" }));
  const reads = { read: store.read, events, now: clock() };
  const facts = await gatherGraph(reads, { customer, reader: person });
  const offset = Math.max(0, Number(params.offset) || 0);
  const ask = { facts, reading, nodeId, offset, limit: pageSize };
  const evidence = await gatherEvidence(reads, ask);
  if (!evidence) return sayOnly(reading.texts.graph.evidenceGone);
  return async (unit) => {
    const key = params.offset === undefined ? undefined : params.cardKey;
    const card = evidenceCard(unit, evidence, {
      ...{ person, nodeId, offset, customerId: customer.id },
      key: key ?? `evidence:${unit.newId("message")}`,
    });
    if (key) return { card };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Shown = { person: Person; customerId: string; nodeId: string; offset: number; key: string };

function evidenceCard(unit: Unit, evidence: Evidence, shown: Shown): Card {
  const reading = readingOf(shown.person);
  const { graph } = reading.texts;
  const { title, items, hasMore } = evidence;
  // On later pages the fields are known already.
  const fields = shown.offset === 0 ? evidence.fields : [];
  const none: Block = note(graph.noEvidence);
  const blocks: Block[] = [
    ...fieldBlocks(fields, reading),
    ...items.flatMap((item) => itemBlocks(item, reading)),
    ...(fields.length + items.length === 0 ? [none] : []),
    ...(hasMore ? [moreButton(unit, shown, graph.more)] : []),
  ];
  return { key: shown.key, title, tone: "info", summary: graph.web.evidence, blocks };
}

function fieldBlocks(fields: readonly EvidenceField[], { texts, format }: Reading): Block[] {
  if (fields.length === 0) return [];
  const items = fields.map(({ label, value, source, at }) => {
    const known = at === null ? "" : texts.graph.recorded({ source, day: format.day(at) });
    return { label, value: [text(value), ...(known ? [text(` (${known})`)] : [])] };
  });
  return [{ t: "fields", items }];
}

function itemBlocks(item: EvidenceItem, { format }: Reading): Block[] {
  const { what, who, at, source, quote, props } = item;
  const line: Inline[] = [strong(what), text(" · "), dateInline(at, "both", format)];
  const more = [who, source, ...props.map(([name, value]) => `${name}: ${value}`)];
  return [
    { t: "text", text: line },
    ...(quote === null ? [] : [sentence(quote.slice(0, longestQuote))]),
    note(more.join(" · ")),
  ];
}

function moreButton(unit: Unit, { person, key, ...shown }: Shown, label: string): Block {
  const { customerId, nodeId, offset } = shown;
  const params = { customerId, nodeId, offset: String(offset + pageSize) };
  const action = "customer.evidence";
  const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
  return { t: "actions", actions: [{ id: "customer.evidence.more", label, ref }] };
}
