// The graph as a picture in chat, for where there is no public address: numbered nodes, and the numbers in words.
import { note, sentence } from "../../blocks.ts";
import { type Block, strong, text } from "../../card.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { customerOf } from "../show-customer.ts";
import { buildGraph, type CustomerGraph, type GraphNode, nodeKinds } from "./build-graph.ts";
import { gatherGraph } from "./gather-graph.ts";
import type { GraphServices } from "./services.ts";

/** Nodes with a number: more of them would be no help on a phone. */
const mostNumbered = 20;

export async function showPicture(
  services: GraphServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { store, events, clock, assets, drawGraph } = services;
  const reading = readingOf(person);
  const { graph: texts, customers } = reading.texts;
  const customer = await customerOf(services, person, params.customerId);
  if (!customer) return sayOnly(customers.notYours({ name: "" }));
  const reads = { read: store.read, events, now: clock() };
  const facts = await gatherGraph(reads, { customer, reader: person });
  const graph = buildGraph(facts, reading);
  const numbered = graph.nodes.filter(isNumbered).slice(0, mostNumbered);
  const bytes = drawGraph(
    graph,
    numbered.map(({ id }) => id),
  );
  const file = { name: "graph.png", mediaType: "image/png", bytes, personId: person.id };
  const { id: asset } = await assets.save(file);
  const alt = texts.pictureAlt({ customer: customer.label, counts: sayCounts(graph, texts) });
  const title = texts.pictureTitle({ customer: customer.label });
  const blocks: Block[] = [
    { t: "image", image: { asset }, alt },
    sentence(sayCounts(graph, texts)),
    ...numbered.map((node, index) => lineOf(node, index + 1, texts)),
    ...dotsLine(graph.nodes.length - numbered.length - 1, texts),
  ];
  return async (unit) => {
    const key = `picture:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}

type GraphTexts = ReturnType<typeof readingOf>["texts"]["graph"];

function isNumbered({ kind }: GraphNode): boolean {
  return kind !== "customer" && kind !== "touches";
}

/** "3 people, 2 deals, 5,000 touches": what there is none of is left out. */
function sayCounts({ counts }: CustomerGraph, { count }: GraphTexts): string {
  return nodeKinds
    .flatMap((kind) => (kind === "customer" || counts[kind] === 0 ? [] : [kind]))
    .map((kind) => count[kind]({ count: counts[kind] }))
    .join(" · ");
}

function lineOf({ kind, label, detail }: GraphNode, number: number, { kinds }: GraphTexts): Block {
  const more = [kinds[kind], detail].filter(Boolean).join(" · ");
  return { t: "text", text: [text(`${number}  `), strong(label), text(` · ${more}`)] };
}

function dotsLine(count: number, texts: GraphTexts): Block[] {
  return count > 0 ? [note(texts.unnumbered({ count }))] : [];
}
