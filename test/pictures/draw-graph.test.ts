import { crc32, inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { CustomerGraph, GraphNode } from "../../src/core/customers/graph/build-graph.ts";
import { drawGraph } from "../../src/pictures/draw-graph.ts";

const node = (set: Partial<GraphNode>): GraphNode => ({
  ...{ id: "customer:", kind: "customer", parent: null, label: "Acme", detail: "" },
  ...{ touches: 0, x: 0, y: 0 },
  ...set,
});
const counts = {
  customer: 1,
  person: 1,
  lead: 0,
  deal: 0,
  product: 0,
  ticket: 0,
  said: 0,
  touches: 0,
};

const graph: CustomerGraph = {
  ...{ title: "Acme", links: [], touches: 0, counts },
  nodes: [node({}), node({ id: "person:1", kind: "person", parent: "customer:", x: 1, y: 0 })],
};

type Chunk = { name: string; data: Buffer };

/** Reads a PNG back, checking every sum. */
function chunksOf(png: Uint8Array): Chunk[] {
  const bytes = Buffer.from(png);
  const found: Chunk[] = [];
  for (let at = 8; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + size);
    expect(bytes.readUInt32BE(at + 8 + size)).toBe(crc32(body));
    found.push({ name: body.toString("latin1", 0, 4), data: body.subarray(4) });
    at += 12 + size;
  }
  return found;
}

/** The colour of one pixel of an unfiltered picture. */
function pixelOf(png: Uint8Array, x: number, y: number): number[] {
  const chunks = chunksOf(png);
  const width = chunks[0]?.data.readUInt32BE(0) ?? 0;
  const rows = inflateSync(chunks.find(({ name }) => name === "IDAT")?.data ?? Buffer.alloc(0));
  const at = y * (width * 3 + 1) + 1 + x * 3;
  return [...rows.subarray(at, at + 3)];
}

describe("drawGraph", () => {
  it("is a whole PNG", () => {
    const png = drawGraph(graph, []);
    expect([...png.subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
    expect(chunksOf(png).map(({ name }) => name)).toEqual(["IHDR", "IDAT", "IEND"]);
    expect(png.length).toBeLessThan(100_000);
  });

  it("draws the customer in the middle, people in their colour, a line between, and white around", () => {
    const png = drawGraph(graph, []);
    expect(pixelOf(png, 400, 400)).toEqual([28, 31, 35]);
    expect(pixelOf(png, 756, 400)).toEqual([18, 128, 124]);
    expect(pixelOf(png, 600, 400)).not.toEqual([255, 255, 255]);
    expect(pixelOf(png, 5, 5)).toEqual([255, 255, 255]);
  });

  it("writes a number on what has one", () => {
    const plain = drawGraph(graph, []);
    const numbered = drawGraph(graph, ["person:1"]);
    expect(Buffer.compare(plain, numbered)).not.toBe(0);
    expect(pixelOf(numbered, 756, 400)).toEqual([255, 255, 255]);
  });
});
