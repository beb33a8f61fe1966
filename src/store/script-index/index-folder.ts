// Where an index is kept: `scripts.index` and, named by its checksum, the graph that belongs to it.
import { createHash, randomUUID } from "node:crypto";
import {
  createReadStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { HierarchicalNSW } from "hnswlib-node";
import { decodeIndex, encodeIndex, type StoredIndex } from "./index-file.ts";
import { buildGraph, readGraph } from "./vectors/vector-set.ts";

const indexFile = "scripts.index";
const graphFile = (digest: string) => `${digest.slice(0, 16)}.hnsw`;

/** An index with its graph, ready to be searched. */
export type OpenIndex = StoredIndex & { graph: HierarchicalNSW };

/**
 * Builds the graph and writes both files, each under a name of its own first: whoever reads finds the old pair or the
 * new one, never half. For a worker thread: it blocks.
 */
export function writeIndex(folder: string, index: Omit<StoredIndex, "graphDigest">): StoredIndex {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${randomUUID()}.part`);
  buildGraph(index.remoteRows ?? index.data.localRows).writeIndexSync(draft);
  const graphDigest = createHash("sha256").update(readFileSync(draft)).digest("hex");
  renameSync(draft, join(folder, graphFile(graphDigest)));
  const stored = { ...index, graphDigest };
  writeFileSync(draft, encodeIndex(stored), { mode: 0o600 });
  renameSync(draft, join(folder, indexFile));
  for (const name of readdirSync(folder)) {
    if (name.endsWith(".hnsw") && name !== graphFile(graphDigest)) rmSync(join(folder, name));
  }
  return stored;
}

/** Reads what is kept, if anything: "broken" when a single bit of it is not as it was written, or of this version. */
export async function readIndex(folder: string): Promise<OpenIndex | "broken" | undefined> {
  const bytes = await orNothing(() => readFile(join(folder, indexFile)));
  if (!bytes) return undefined;
  const stored = await decodeIndex(bytes);
  return (stored && (await openStored(folder, stored))) ?? "broken";
}

/** Adds its graph to an index, unless the graph's file is not the one that was written with it. */
export async function openStored(
  folder: string,
  stored: StoredIndex,
): Promise<OpenIndex | undefined> {
  const file = join(folder, graphFile(stored.graphDigest));
  if ((await digestOfFile(file)) !== stored.graphDigest) return undefined;
  const { dimensions } = stored.remoteRows ?? stored.data.localRows;
  return { ...stored, graph: await readGraph(file, dimensions) };
}

async function digestOfFile(file: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  return orNothing(async () => {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
    return hash.digest("hex");
  });
}

/** What cannot be read is not there: it is built again. */
async function orNothing<Value>(read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return undefined;
    throw error;
  }
}
