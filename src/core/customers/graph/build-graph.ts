// The graph as its reader sees it: nodes with words, what hangs on what, and where each stands.
import { dayMs } from "../../durations.ts";
import type { Reading } from "../../text/format.ts";
import type { TouchSpan } from "./coarsen.ts";
import type { GraphFacts, GraphPerson } from "./gather-graph.ts";
import { layOut, type Placed } from "./layout.ts";
import { othersKey, strangersKey } from "./owners.ts";
import type { Saying } from "./tickets-and-words.ts";

export const nodeKinds = [
  "customer",
  "person",
  "lead",
  "deal",
  "product",
  "ticket",
  "said",
  "touches",
] as const;
export type NodeKind = (typeof nodeKinds)[number];

export type GraphNode = Placed & {
  /** Kind and the id in its kind, by which its evidence is asked for. */
  id: string;
  kind: NodeKind;
  /** The node it hangs on; null for the customer alone. */
  parent: string | null;
  label: string;
  detail: string;
  /** How many touches it stands for: how large it is drawn. */
  touches: number;
};

export type CustomerGraph = {
  title: string;
  nodes: GraphNode[];
  /** What belongs together besides what hangs on what: a lead and its person, a deal and its lead. */
  links: { from: string; to: string }[];
  counts: Record<NodeKind, number>;
  touches: number;
};

/** Tickets and words with a node of their own, the latest. */
const mostTickets = 15;
const mostSayings = 10;
const longestLabel = 60;

/** The latest words become nodes; counts are of everything. */
export function buildGraph(facts: GraphFacts, reading: Reading): CustomerGraph {
  const { customer, people, leads, deals, products, tickets, sayings, spans } = facts;
  const bare = [
    node({ id: rootId, kind: "customer", parent: null, label: customer.label }),
    ...people.map((person) => personNode(person, reading)),
    ...recordNodes(facts, reading),
    ...ticketNodes(facts, reading),
    ...sayings.slice(0, mostSayings).map((saying) => sayingNode(saying, facts, reading)),
    ...spans.map((span) => spanNode(span, facts, reading)),
  ];
  const placed = layOut(bare);
  return {
    title: customer.label,
    nodes: bare.map((one) => ({ ...one, ...(placed.get(one.id) ?? { x: 0, y: 0 }) })),
    links: linksOf(facts),
    counts: {
      ...{ customer: 1, lead: leads.length, deal: deals.length, product: products.length },
      person: people.reduce((sum, one) => sum + (one.key === strangersKey ? 0 : one.people), 0),
      ...{ ticket: tickets.length, said: sayings.length, touches: facts.touches },
    },
    touches: facts.touches,
  };
}

export const rootId = "customer:";

type Bare = Omit<GraphNode, "x" | "y">;

function node(set: Pick<Bare, "id" | "kind" | "parent" | "label"> & Partial<Bare>): Bare {
  const label =
    set.label.length > longestLabel ? `${set.label.slice(0, longestLabel)}…` : set.label;
  return { detail: "", touches: 0, ...set, label };
}

/** What a person is called; a deleted one, strangers and the rest have words of their own. */
export function nameOfPerson({ key, name, isDeleted, people }: GraphPerson, { texts }: Reading) {
  const { graph } = texts;
  if (isDeleted) return graph.deleted;
  if (key === strangersKey) return graph.strangers;
  return key === othersKey ? graph.others({ people }) : (name ?? graph.nameless);
}

function personNode(person: GraphPerson, reading: Reading): Bare {
  const { texts, format } = reading;
  const { key, title, touches, lastAt } = person;
  const last = lastAt === null ? "" : texts.graph.last({ day: format.day(lastAt) });
  const count = touches > 0 ? texts.graph.touchCount({ touches }) : "";
  const detail = [title, count, last].filter(Boolean).join(" · ");
  const label = nameOfPerson(person, reading);
  return node({ id: `person:${key}`, kind: "person", parent: rootId, label, detail, touches });
}

function recordNodes({ leads, deals, products, people }: GraphFacts, reading: Reading): Bare[] {
  const { customers } = reading.texts;
  const nameOf = (id: string | null) => people.find(({ key }) => key === id)?.name;
  const stage = (name: string) => customers.stages[name] ?? reading.texts.graph.ended[name] ?? name;
  const holders = new Map([...leads, ...deals].map((one) => [one.productId, one]));
  const dealIds = new Set(deals.map(({ id }) => id));
  return [
    ...leads.map((lead) =>
      node({
        ...{ id: `lead:${lead.id}`, kind: "lead", parent: rootId, detail: stage(lead.status) },
        label: nameOf(lead.contactId) ?? lead.title,
      }),
    ),
    ...deals.map((deal) =>
      node({
        ...{ id: `deal:${deal.id}`, kind: "deal", parent: rootId, label: deal.name },
        detail: [stage(deal.stage), amountOf(deal, reading)].filter(Boolean).join(" · "),
      }),
    ),
    ...products.map(({ id, name }) => {
      const holder = holders.get(id);
      const kind = dealIds.has(holder?.id ?? "") ? "deal" : "lead";
      const parent = holder ? `${kind}:${holder.id}` : rootId;
      return node({ id: `product:${id}`, kind: "product", parent, label: name });
    }),
  ];
}

function amountOf(
  { amount, currency }: { amount: number | null; currency: string | null },
  { format }: Reading,
): string {
  return amount === null ? "" : format.money(amount, currency);
}

function ticketNodes({ tickets, shownIds }: GraphFacts, { texts, format }: Reading): Bare[] {
  return tickets.slice(0, mostTickets).map(({ id, subject, status, lastAt, touches, personKey }) =>
    node({
      ...{ id: `ticket:${id}`, kind: "ticket", parent: parentOf(personKey, shownIds) },
      ...{ label: subject || texts.graph.ticket, touches: touches.length },
      detail: [texts.graph.statuses[status] ?? status, format.day(lastAt)].join(" · "),
    }),
  );
}

function sayingNode({ touch, words, personKey }: Saying, facts: GraphFacts, { format }: Reading) {
  const parent = parentOf(personKey, facts.shownIds);
  const detail = format.day(touch.at);
  return node({ id: `said:${touch.id}`, kind: "said", parent, label: words, detail, touches: 1 });
}

function spanNode(span: TouchSpan, { shownIds }: GraphFacts, reading: Reading): Bare {
  const { texts, format } = reading;
  const { type, touches, personKey } = span;
  const what = type === null ? texts.graph.several : (texts.customers.touches[type] ?? type);
  return node({
    ...{ id: spanId(span), kind: "touches", parent: parentOf(personKey, shownIds), label: what },
    detail: `${format.number(touches)}× · ${sayDays(span, format)}`,
    touches,
  });
}

/** The day, or the first and the last of several. */
function sayDays({ from, to }: TouchSpan, { day }: Reading["format"]): string {
  // Noon: where clocks changed, a day may begin an hour before midnight.
  const [first, last] = [day(from + 43_200_000), day(Math.max(from, to - 43_200_000))];
  return to - from < dayMs || first === last ? first : `${first} – ${last}`;
}

/** Everything its evidence is found by. */
function spanId({ personKey, type, from, to }: TouchSpan): string {
  return `touches:${JSON.stringify([personKey, type, from, to])}`;
}

/** Where the person is not drawn by themselves, the customer. */
function parentOf(personKey: string, shownIds: ReadonlySet<string>): string {
  return shownIds.has(personKey) ? `person:${personKey}` : rootId;
}

function linksOf({ leads, deals, shownIds }: GraphFacts): CustomerGraph["links"] {
  const known = new Set(leads.map(({ id }) => id));
  return [
    ...leads
      .filter(({ contactId }) => contactId !== null && shownIds.has(contactId))
      .map(({ id, contactId }) => ({ from: `lead:${id}`, to: `person:${contactId}` })),
    ...deals
      .filter(({ leadId }) => leadId !== null && known.has(leadId))
      .map(({ id, leadId }) => ({ from: `deal:${id}`, to: `lead:${leadId}` })),
  ];
}
