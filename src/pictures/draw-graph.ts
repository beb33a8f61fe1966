// A customer's graph as a PNG for chat. Names stand beside it in words: a font for every script is on no server.
import type { CustomerGraph, GraphNode, NodeKind } from "../core/customers/graph/build-graph.ts";
import { type Canvas, type Colour, createCanvas, type Point } from "./canvas.ts";
import { toPng } from "./png.ts";

/** What a phone shows sharp, and platforms take without shrinking. */
const size = 800;
const margin = 44;
const ground: Colour = [255, 255, 255];
const edge: Colour = [207, 203, 192];
const white: Colour = [255, 255, 255];

/** As on the page (src/web/customer-page/files/page.css). */
const colours: Record<NodeKind, Colour> = {
  customer: [28, 31, 35],
  person: [18, 128, 124],
  lead: [91, 127, 196],
  deal: [45, 93, 170],
  product: [138, 123, 191],
  ticket: [176, 87, 127],
  said: [110, 138, 50],
  touches: [217, 138, 61],
};

export function drawGraph(graph: CustomerGraph, numbered: readonly string[]): Uint8Array {
  const canvas = createCanvas(size, size, ground);
  const places = toPixels(graph.nodes);
  for (const [from, to] of edgesOf(graph)) {
    const [start, end] = [places.get(from), places.get(to)];
    if (start && end) canvas.line(start, end, { width: 1.6, colour: edge });
  }
  const numbers = new Map(numbered.map((id, index) => [id, String(index + 1)]));
  // What has a number is drawn last, over whatever it overlaps.
  const order = [...graph.nodes].sort(
    (a, b) => Number(numbers.has(a.id)) - Number(numbers.has(b.id)),
  );
  for (const node of order) drawNode(canvas, node, { places, number: numbers.get(node.id) });
  return toPng(canvas);
}

function edgesOf({ nodes, links }: CustomerGraph): [string, string][] {
  return [
    ...nodes.flatMap(({ id, parent }): [string, string][] => (parent ? [[parent, id]] : [])),
    ...links.map(({ from, to }): [string, string] => [from, to]),
  ];
}

function toPixels(nodes: readonly GraphNode[]): Map<string, Point> {
  const reach = Math.max(1, ...nodes.map(({ x, y }) => Math.hypot(x, y)));
  const scale = (size / 2 - margin) / reach;
  return new Map(
    nodes.map(({ id, x, y }) => [id, { x: size / 2 + x * scale, y: size / 2 + y * scale }]),
  );
}

type Drawn = { places: ReadonlyMap<string, Point>; number: string | undefined };

function drawNode(canvas: Canvas, node: GraphNode, { places, number }: Drawn): void {
  const at = places.get(node.id);
  if (!at) return;
  const radius = radiusOf(node, number !== undefined);
  canvas.disc(at, radius + 2.5, ground);
  canvas.disc(at, radius, colours[node.kind]);
  if (number) canvas.digits(number, at, { scale: 3.6, colour: white });
}

/** By the logarithm: a hundred times the touches is not a hundred times the disc. */
function radiusOf({ kind, touches }: GraphNode, isNumbered: boolean): number {
  if (kind === "customer") return 26;
  return isNumbered ? 18 : 5 + Math.min(9, 2.2 * Math.log10(1 + touches));
}
