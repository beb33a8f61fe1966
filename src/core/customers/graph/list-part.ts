// One part of a customer in chat: its people, deals, touches, tickets or words, a few at a time, each with its evidence.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { customerOf } from "../show-customer.ts";
import { buildGraph, type GraphNode, type NodeKind } from "./build-graph.ts";
import { type Part, parts } from "./buttons.ts";
import { gatherGraph } from "./gather-graph.ts";
import type { GraphServices } from "./services.ts";

/** Entries of one card: each has a button of its own. */
const pageSize = 5;

const kindsOf: Record<Part, readonly NodeKind[]> = {
  people: ["person"],
  deals: ["deal", "lead", "product"],
  touches: ["touches"],
  tickets: ["ticket"],
  said: ["said"],
};

/** The button of a part, and "More" on its card: the same card then shows the next entries. */
export async function listPart(services: GraphServices, { person, params }: Ask): Promise<Effect> {
  const { store, events, clock } = services;
  const { customers, graph } = readingOf(person).texts;
  const customer = await customerOf(services, person, params.customerId);
  const part = parts.find((one) => one === params.part);
  if (!customer || !part) return sayOnly(customers.notYours({ name: "" }));
  const reads = { read: store.read, events, now: clock() };
  const facts = await gatherGraph(reads, { customer, reader: person });
  const { nodes } = buildGraph(facts, readingOf(person));
  const entries = inOrder(
    nodes.filter(({ kind }) => kindsOf[part].includes(kind)),
    part,
  );
  const offset = Math.max(0, Number(params.offset) || 0);
  return async (unit) => {
    const key = params.offset === undefined ? undefined : params.cardKey;
    const title = graph.drillTitle({ part: graph.drill[part], customer: customer.label });
    const card = listCard(unit, {
      ...{ person, part, title, entries, offset, customerId: customer.id },
      key: key ?? `part:${unit.newId("message")}`,
    });
    if (key) return { card };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Days the latest first; everything else as the graph has it. */
function inOrder(nodes: readonly GraphNode[], part: Part): GraphNode[] {
  if (part !== "touches") return [...nodes];
  return [...nodes].sort((a, b) => lastDayOf(b) - lastDayOf(a) || b.touches - a.touches);
}

/** The end of a group's span, as its id has it. */
function lastDayOf({ id }: GraphNode): number {
  return Number((JSON.parse(id.slice(id.indexOf(":") + 1)) as unknown[])[3]);
}

type Listing = {
  person: Person;
  customerId: string;
  part: Part;
  title: string;
  key: string;
  entries: readonly GraphNode[];
  offset: number;
};

function listCard(unit: Unit, listing: Listing): Card {
  const { person, title, key, entries, offset } = listing;
  const { graph } = readingOf(person).texts;
  const shown = entries.slice(offset, offset + pageSize);
  const range = { from: offset + 1, to: offset + shown.length, all: entries.length };
  const none: Block = sentence(graph.none);
  const blocks: Block[] =
    shown.length === 0
      ? [none]
      : [
          ...shown.map((node, index) => lineOf(node, offset + index + 1)),
          { t: "actions", actions: buttonsOf(unit, listing, shown) },
          note(graph.shown(range)),
        ];
  return { key, title, tone: "info", summary: title, blocks };
}

function lineOf({ label, detail }: GraphNode, number: number): Block {
  const words: Inline[] = [
    text(`${number}  `),
    strong(label),
    ...(detail ? [text(` · ${detail}`)] : []),
  ];
  return { t: "text", text: words };
}

function buttonsOf(unit: Unit, listing: Listing, shown: readonly GraphNode[]): Action[] {
  const { person, customerId, part, key, entries, offset } = listing;
  const { graph } = readingOf(person).texts;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params: { customerId, ...params }, personId: person.id, cardKey: key });
  const show = shown.map(
    ({ id }, index): Action => ({
      id: `customer.evidence.${index + 1}`,
      label: graph.show({ number: offset + index + 1 }),
      ref: arm("customer.evidence", { nodeId: id }),
    }),
  );
  const next = offset + pageSize;
  if (next >= entries.length) return show;
  const ref = arm("customer.part", { part, offset: String(next) });
  return [...show, { id: "customer.part.more", label: graph.more, ref }];
}
