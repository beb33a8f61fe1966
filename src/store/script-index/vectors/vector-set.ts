// The rows whose vectors lie nearest to a query: by a graph (hnswlib) among many, by an exact scan among few.
import hnswlib, { type HierarchicalNSW } from "hnswlib-node";
import { type Scored, topRows } from "./top-rows.ts";
import { createVectorScan } from "./vector-scan.ts";

/** Vectors of length 1 (or all zeros), one after the other. */
export type Vectors = { data: Float32Array; dimensions: number };

export type VectorSet = {
  dimensions: number;
  /** The most similar of `rows` (ascending), best first. */
  nearest(query: Float32Array, options: { rows: Uint32Array; limit: number }): Scored[];
  /** The similarity of each of `rows`; the view is overwritten by the next call. */
  compare(query: Float32Array, rows: Uint32Array): Float32Array;
};

/**
 * The whole library is scanned up to so many rows: that takes under a millisecond, no longer than the graph, which
 * visits thousands of rows and still misses some. Narrowed, it is always scanned: the graph would call back for each
 * row it visits, and took 60 to 840 times as long (`bench retrieval`).
 */
export const exactUpTo = 30_000;
/** How widely the graph is searched (hnswlib's ef): among 100,000 it finds .998 of the ten nearest (`bench retrieval`). */
export const searchWidth = 300;
/** Neighbours per row, and how widely the graph is built. */
const [links, buildWidth] = [32, 200];

/** Searches vectors, with a graph over all of them if there is one. */
export function createVectorSet(vectors: Vectors, graph?: HierarchicalNSW): VectorSet {
  const { dimensions } = vectors;
  const { compare } = createVectorScan(vectors.data, dimensions);
  const count = graph?.getCurrentCount() ?? 0;
  return {
    dimensions,
    compare,
    nearest(query, { rows, limit }) {
      if (graph && rows.length === count && count > exactUpTo) return walk(graph, query, limit);
      const similarities = compare(query, rows);
      return topRows(rows, (_, index) => similarities[index] as number, limit);
    },
  };
}

/** Adds every row to a new graph, in order and seeded: the same vectors give the same graph. */
export function buildGraph({ data, dimensions }: Vectors): HierarchicalNSW {
  const graph = newGraph(dimensions);
  const rows = dimensions === 0 ? 0 : data.length / dimensions;
  graph.initIndex(Math.max(1, rows), links, buildWidth, 100);
  for (let row = 0; row < rows; row += 1) {
    graph.addPoint(Array.from(data.subarray(row * dimensions, (row + 1) * dimensions)), row);
  }
  return graph;
}

/** Reads a graph; the file must have been proven ours, for the library crashes on a broken one. */
export async function readGraph(file: string, dimensions: number): Promise<HierarchicalNSW> {
  const graph = newGraph(dimensions);
  await graph.readIndex(file);
  return graph;
}

const newGraph = (dimensions: number) => new hnswlib.HierarchicalNSW("ip", Math.max(1, dimensions));

function walk(graph: HierarchicalNSW, query: Float32Array, limit: number): Scored[] {
  graph.setEf(Math.max(searchWidth, limit * 2));
  const wanted = Math.min(limit, graph.getCurrentCount());
  const { neighbors, distances } = graph.searchKnn(Array.from(query), wanted);
  const found = neighbors.map((row, at) => ({ row, score: 1 - (distances[at] ?? 1) }));
  return found
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.row - other.row);
}
