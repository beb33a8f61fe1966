// One library with the index it is searched by.
import type { ScriptFilter, ScriptHit } from "../../core/training/script-search.ts";
import type { Embedding } from "./embedding.ts";
import type { IndexedEntry } from "./entry-documents.ts";
import type { IndexKey } from "./index-file.ts";
import type { OpenIndex } from "./index-folder.ts";
import { createSearchIndex, type SearchIndex } from "./search-index.ts";
import { createVectorSet, type VectorSet } from "./vectors/vector-set.ts";

/** What answers searches; replaced as a whole. */
export type Serving = {
  entries: IndexedEntry[];
  key: IndexKey;
  index: SearchIndex;
  local: VectorSet;
  /** The endpoint's vectors, where it answered. */
  remote?: VectorSet;
};

/** The embedder's id of an index without an endpoint's vectors. */
export const localOnly = "local";

/** An index in service for the entries it was built from, in their order. */
export function toServing(entries: IndexedEntry[], open: OpenIndex): Serving {
  const { key, data, remoteRows, graph } = open;
  return {
    ...{ entries, key, index: createSearchIndex(data) },
    local: createVectorSet(data.localRows, remoteRows ? undefined : graph),
    ...(remoteRows ? { remote: createVectorSet(remoteRows, graph) } : {}),
  };
}

/** The same without an endpoint's vectors: those of another endpoint are never compared with ours. */
export function toLocalServing(entries: IndexedEntry[], { data, key }: OpenIndex): Serving {
  return {
    ...{ entries, key: { ...key, embedder: localOnly }, index: createSearchIndex(data) },
    local: createVectorSet(data.localRows),
  };
}

export type Search = {
  query: string;
  filter: ScriptFilter;
  limit: number;
  embedding: Embedding | undefined;
};

/** Entries for a query, by the endpoint's vectors if it answers in time, else by the local ones; never by both. */
export async function findEntries(
  { entries, index, local, remote }: Serving,
  { query, filter, limit, embedding }: Search,
): Promise<ScriptHit[]> {
  const far = remote && (await embedding?.embedQuery(query, remote.dimensions));
  const by =
    remote && far
      ? { vectors: remote, vector: far }
      : { vectors: local, vector: index.embed(query) };
  const found = index.search({ text: query, method: "hybrid", filter, limit, ...by });
  return found.flatMap(({ row, score }) => {
    const entry = entries[row];
    return entry ? [{ ...entry, score }] : [];
  });
}
