// Finding the documents nearest to a query: by words (BM25), by vectors, or by both. Fits on any corpus, in memory.
import type { Filter, Tags } from "./posting-lists.ts";
import { type Counted, createSearchIndex, fitIndex, type Method } from "./search-index.ts";
import type { WeightedText } from "./term-matrix.ts";
import { buildGraph, createVectorSet, exactUpTo } from "./vector-set.ts";

export type { Method } from "./search-index.ts";

/** Something to be found. */
export type SearchDocument = {
  /** Unique among the documents. */
  id: string;
  text: string | readonly WeightedText[];
  /** Such as `{ tactic: ["silence"] }`; a document without a key matches any value of it. */
  tags?: Tags;
};

export type RetrieverOptions = {
  method?: Method;
  /** Of the vectors, at most; fewer when there are fewer documents. */
  dimensions?: number;
};

/** A document found; scores lie in [0, 1] and are comparable within one search only. */
export type Found = { id: string; score: number };

export type Retriever = {
  /** Best first, without those that share nothing with the query. */
  search(query: string, options?: { limit?: number; filter?: Filter }): Found[];
  /** The local vector of a text, of length 1; all zeros when no part of it is known. */
  embed(text: string): Float32Array;
};

/** Fits on the documents, which takes seconds for tens of thousands; the same documents give the same answers. */
export function createRetriever(
  documents: readonly SearchDocument[],
  { method = "hybrid", dimensions = usualDimensions }: RetrieverOptions = {},
): Retriever {
  const data = fitIndex(documents.map(toParts), { dimensions });
  const isMany = documents.length > exactUpTo;
  const vectors = createVectorSet(data.localRows, isMany ? buildGraph(data.localRows) : undefined);
  const { embed, search } = createSearchIndex(data);
  return {
    embed,
    search(text, { limit = 10, filter = {} } = {}) {
      const found = search({ text, method, filter, limit, vectors, vector: embed(text) });
      return found.map(({ row, score }) => ({ id: documents[row]?.id ?? "", score }));
    },
  };
}

/** Chosen on CMRC, Banking77 and STS-B: fewer lose, more cost time and win nothing beyond noise. */
export const usualDimensions = 192;

/** A document as it is counted. */
export function toParts({ text, tags = {} }: SearchDocument): Counted {
  return { parts: typeof text === "string" ? [{ text, weight: 1 }] : text, tags };
}
