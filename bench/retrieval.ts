// `bench retrieval`: finding the ten nearest talk tracks among 10,000 and 100,000, whole or narrowed, against hnswlib
// with a filter callback and against brute force; and how long the bot is held up while an index is built.
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { HierarchicalNSW } from "hnswlib-node";
import type { Library } from "../src/core/training/library.ts";
import { createLog } from "../src/log.ts";
import { readPlaybooks } from "../src/sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../src/sources/playbooks/shipped.ts";
import { type OpenIndex, readIndex } from "../src/store/script-index/index-folder.ts";
import { createPostingLists, type Filter } from "../src/store/script-index/posting-lists.ts";
import { createScriptIndex } from "../src/store/script-index/script-index.ts";
import { createSearchIndex } from "../src/store/script-index/search-index.ts";
import { type Scored, topRows } from "../src/store/script-index/vectors/top-rows.ts";
import {
  createVectorSet,
  searchWidth,
  type VectorSet,
} from "../src/store/script-index/vectors/vector-set.ts";
import { type Blocked, watchLoop } from "./retrieval/block.ts";
import { type Measured, measure, round } from "./retrieval/measure.ts";
import { listObjections, makeLibrary } from "./retrieval/synthetic-library.ts";

const sizes = [10_000, 100_000];
const queryCount = 200;
const limit = 10;
const filters: Record<string, Filter> = {
  unfiltered: {},
  tenth: { vertical: "vertical-3" },
  hundredth: { scenario: "scenario-42" },
};

type Case = Record<"ours" | "hnswlib" | "bruteForce", Measured>;
type Size = {
  build: Blocked;
  load: Blocked;
  search: Record<string, Pick<Measured, "p50Ms" | "p99Ms">>;
  cases: Record<string, Case>;
};

/** Builds both libraries with the product's own index, then asks all ways the same questions. */
export async function benchRetrieval(note: (line: string) => void): Promise<object> {
  const { library: shipped } = await readPlaybooks(shippedPlaybooks);
  const results: [number, Size][] = [];
  for (const size of sizes) {
    note(`building an index of ${size} entries …`);
    results.push([size, await measureSize(shipped, { size, note })]);
  }
  const each = <Value>(pick: (result: Size) => Value) =>
    Object.fromEntries(results.map(([size, result]) => [`at${size}`, pick(result)]));
  const cases = (way: keyof Case) => each((result) => pickAll(result.cases, (one) => one[way]));
  const ratio = (peer: "hnswlib" | "bruteForce") =>
    each((result) => pickAll(result.cases, (one) => round(one[peer].p50Ms / one.ours.p50Ms)));
  return {
    name: "retrieval",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: {
      vectors: cases("ours"),
      wholeSearch: each(({ search }) => search),
      build: each(({ build }) => build),
      load: each(({ load }) => load),
    },
    peers: { hnswlib: cases("hnswlib"), bruteForce: cases("bruteForce") },
    ratios: { overHnswlib: ratio("hnswlib"), overBruteForce: ratio("bruteForce") },
    notes,
  };
}

const notes = [
  "Entries are synthetic: the lines of the shipped English entries, dealt out anew, so that the text is a salesperson's but many entries share lines. Queries are what the customers of the shipped scenarios say, which no entry was made from.",
  "vectors: the ten nearest by local vectors of 192 dimensions, filter included; ours is the graph for the whole library and an exact scan of the posting list else. recallAt10 is against brute force in double precision; of rows equally near any counts.",
  "hnswlib: the same graph, same ef, with a filter callback that looks the row up in a byte array. bruteForce: a loop in JavaScript over all vectors that skips what the filter leaves out.",
  "tenth narrows to one of ten verticals (rows that lie together), hundredth to one of a hundred scenarios (rows that lie scattered).",
  "wholeSearch: words, vectors and their fusion as `say` runs them, the query's embedding included.",
  "build and load: the product's own index from a library to the first answer, in a worker thread, or from disk; longestBlockMs is the longest time the main thread ran nothing else meanwhile.",
  "A ratio is the peer's p50 over ours.",
];

async function measureSize(
  shipped: Library,
  { size, note }: { size: number; note: (line: string) => void },
): Promise<Size> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-retrieval-"));
  const log = createLog({ level: "warn" });
  try {
    const library = makeLibrary(shipped, size);
    const update = async () => {
      const index = createScriptIndex({ folder, log });
      await index.update(library);
      index.close();
    };
    const build = await watchLoop(update);
    const load = await watchLoop(update);
    note(`built in ${build.tookMs} ms, loaded in ${load.tookMs} ms`);
    const open = await readIndex(folder);
    if (!open || open === "broken") throw new Error("the index just built cannot be read");
    return { build, load, ...measureIndex(open, listObjections(shipped)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Query = { text: string; vector: Float32Array };

function measureIndex(open: OpenIndex, objections: string[]): Pick<Size, "search" | "cases"> {
  const index = createSearchIndex(open.data);
  const vectors = createVectorSet(open.data.localRows, open.graph);
  const lists = createPostingLists(open.data.tags);
  const step = Math.max(1, Math.floor(objections.length / queryCount));
  const queries = objections
    .filter((_, at) => at % step === 0)
    .map((text): Query => ({ text, vector: index.embed(text) }))
    .filter(({ vector }) => vector.some((value) => value !== 0));
  const cases: Record<string, Case> = {};
  const search: Size["search"] = {};
  for (const [name, filter] of Object.entries(filters)) {
    const rows = () => lists.match(filter) ?? lists.all;
    cases[name] = compareWays(open, { queries, rows, vectors });
    const whole = (text: string) =>
      index.search({ text, method: "hybrid", filter, limit, vectors, vector: index.embed(text) });
    const texts = queries.map(({ text }) => text);
    const { p50Ms, p99Ms } = measure(texts, { find: whole, truth: [] });
    search[name] = { p50Ms, p99Ms };
  }
  return { search, cases };
}

type Ways = { queries: Query[]; rows: () => Uint32Array; vectors: VectorSet };

function compareWays({ data, graph }: OpenIndex, { queries, rows, vectors }: Ways): Case {
  graph.setEf(searchWidth);
  const allowed = new Uint8Array(data.tags.length);
  for (const row of rows()) allowed[row] = 1;
  const isAll = rows().length === allowed.length;
  const brute = ({ vector }: Query) => scanAll(data.localRows.data, { vector, allowed });
  const truth = queries.map(brute);
  return {
    ours: measure(queries, {
      find: ({ vector }) => vectors.nearest(vector, { rows: rows(), limit }),
      truth,
    }),
    hnswlib: measure(queries, {
      find: (query) => walk(graph, { ...query, allowed, isAll }),
      truth,
    }),
    bruteForce: measure(queries, { find: brute, truth }),
  };
}

function walk(
  graph: HierarchicalNSW,
  { vector, allowed, isAll }: Query & { allowed: Uint8Array; isAll: boolean },
): Scored[] {
  const filter = isAll ? undefined : (row: number) => allowed[row] === 1;
  const { neighbors, distances } = graph.searchKnn(Array.from(vector), limit, filter);
  return neighbors.map((row, at) => ({ row, score: 1 - (distances[at] ?? 1) }));
}

function scanAll(
  data: Float32Array,
  { vector, allowed }: { vector: Float32Array; allowed: Uint8Array },
): Scored[] {
  const rows = Uint32Array.from(allowed.keys());
  const scoreAt = (row: number) => {
    if (allowed[row] === 0) return 0;
    let sum = 0;
    const from = row * vector.length;
    for (let at = 0; at < vector.length; at += 1) {
      sum += (vector[at] as number) * (data[from + at] as number);
    }
    return sum;
  };
  return topRows(rows, scoreAt, limit);
}

function pickAll<From, To>(
  from: Record<string, From>,
  pick: (one: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(from).map(([name, one]) => [name, pick(one)]));
}
