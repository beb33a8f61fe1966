// What the page is sent: the graph with every word around it, small enough for a phone whatever the customer did.
import { createHash } from "node:crypto";
import { buildGraph } from "../../core/customers/graph/build-graph.ts";
import { type Evidence, gatherEvidence } from "../../core/customers/graph/evidence.ts";
import { gatherGraph } from "../../core/customers/graph/gather-graph.ts";
import type { EventLog, Reader } from "../../core/ports.ts";
import { type Reading, readingOf } from "../../core/text/format.ts";
import type { Access } from "./check-access.ts";

export type ContentReads = { read: Reader; events: EventLog; now: number };

/** The graph as JSON, and a mark that changes when it does. */
export async function graphContent(
  reads: ContentReads,
  { link, reader, customer }: Access,
): Promise<{ json: string; version: string }> {
  const reading = readingOf(reader);
  const graph = buildGraph(await gatherGraph(reads, { customer, reader }), reading);
  const { web, kinds, count } = reading.texts.graph;
  const until = whenOf(link.expiresAt, reading);
  const said = {
    heading: web.heading({ customer: customer.label }),
    subtitle: web.forReader({ reader: reader.name, until }),
    counts: Object.entries(count)
      .map(([kind, say]) => ({ kind, count: graph.counts[kind as keyof typeof count], say }))
      .filter((one) => one.count > 0)
      .map((one) => one.say({ count: one.count })),
    ...{ kinds, nodes: graph.nodes, links: graph.links },
  };
  const json = JSON.stringify(said);
  const version = createHash("sha256").update(json).digest("base64url").slice(0, 16);
  return { json, version };
}

/** Touches of one page of evidence. */
const pageSize = 20;

/** What stands behind a node, with its times in words; undefined where there is no such node. */
export async function evidenceContent(
  reads: ContentReads,
  { reader, customer }: Access,
  { nodeId, offset }: { nodeId: string; offset: number },
): Promise<object | undefined> {
  const reading = readingOf(reader);
  const facts = await gatherGraph(reads, { customer, reader });
  const ask = { facts, reading, nodeId, offset, limit: pageSize };
  const evidence = await gatherEvidence(reads, ask);
  return evidence && withWords(evidence, reading, offset + pageSize);
}

function withWords({ title, fields, items, hasMore }: Evidence, reading: Reading, next: number) {
  const { graph } = reading.texts;
  return {
    title,
    fields: fields.map(({ label, value, source, at }) => ({
      ...{ label, value },
      from: at === null ? "" : graph.recorded({ source, day: reading.format.day(at) }),
    })),
    items: items.map(({ at, ...item }) => ({ ...item, when: whenOf(at, reading) })),
    next: hasMore ? next : null,
  };
}

const whenOf = (at: number, { format }: Reading) => `${format.day(at)} ${format.time(at)}`;
