// One index: what is fitted on documents, as plain data, and the search over it by words, by vectors, or by both.
import { type Bm25, scoreBm25 } from "./bm25.ts";
import { createPostingLists, type Filter, type Tags } from "./posting-lists.ts";
import { embedLocally, type LocalVectors } from "./vectors/local-vectors.ts";
import { knownShare } from "./vectors/term-matrix.ts";
import { type Scored, topRows } from "./vectors/top-rows.ts";
import type { VectorSet, Vectors } from "./vectors/vector-set.ts";

/** By words, by vectors, or by both. */
export type Method = "bm25" | "vectors" | "hybrid";

/** What an index is made of; plain, so that threads hand it over and files hold it. */
export type IndexData = {
  terms: string[];
  tags: Tags[];
  bm25: Bm25;
  local: LocalVectors;
  /** The local vectors of the documents. */
  localRows: Vectors;
};

export type IndexQuery = {
  text: string;
  method: Method;
  filter: Filter;
  limit: number;
  /** Where the vectors are looked up, and the query's own there. */
  vectors: VectorSet;
  vector: Float32Array;
};

export type SearchIndex = {
  embed(text: string): Float32Array;
  /** Best first; scores in [0, 1]. */
  search(query: IndexQuery): Scored[];
};

/** Searches an index. */
export function createSearchIndex({ terms, tags, bm25, local }: IndexData): SearchIndex {
  const vocabulary = new Map(terms.map((term, number) => [term, number]));
  const lists = createPostingLists(tags);
  return {
    embed: (text) => embedLocally(text, { vectors: local, vocabulary }),
    search({ text, method, filter, limit, vectors, vector }) {
      const rows = lists.match(filter) ?? lists.all;
      const depth = Math.max(candidates, limit);
      const byVector = method === "bm25" ? [] : vectors.nearest(vector, { rows, limit: depth });
      if (method === "vectors") return byVector.slice(0, limit).map(clip);
      const scores = scoreBm25(bm25, { query: text, vocabulary, size: tags.length });
      const byWord = topRows(rows, (row) => scores[row] as number, depth);
      if (byWord.length === 0 && knownShare(text, vocabulary) < leastKnown) return [];
      if (method === "bm25") return scale(byWord.slice(0, limit));
      return fuse({ byWord, byVector, scores, vectors, vector }).slice(0, limit);
    },
  };
}

/** Where no word is known: with fewer of its pieces known than this, a query is no misspelling of anything here. */
const leastKnown = 0.5;

/** As many of each kind are weighed against each other. */
const candidates = 100;
/**
 * How much vectors count beside words. On CMRC's 1,002 questions (R@1) and half of Banking77's test queries (1-NN) the
 * weighted sum gave .974 and .846 with this share, .975 and .838 with 0.3, .973 and .840 with 0.6; reciprocal rank
 * fusion (k = 60) .972 and .839; words alone .971, and .795 on the other half.
 */
const vectorShare = 0.4;

type Candidates = Pick<IndexQuery, "vectors" | "vector"> & {
  byWord: Scored[];
  byVector: Scored[];
  scores: Float32Array;
};

/** Both scores of every candidate of either kind, each over the best of its kind, and their weighted mean. */
function fuse({ byWord, byVector, scores, vectors, vector }: Candidates): Scored[] {
  const rows = Uint32Array.from(new Set([...byWord, ...byVector].map(({ row }) => row))).sort();
  const similarities = vectors.compare(vector, rows);
  const [bestWord, bestVector] = [byWord[0]?.score ?? 1, byVector[0]?.score ?? 1];
  return topRows(
    rows,
    (row, index) => {
      const word = (scores[row] as number) / bestWord;
      const near = Math.max(0, similarities[index] as number) / bestVector;
      return (1 - vectorShare) * word + vectorShare * near;
    },
    rows.length,
  );
}

const clip = ({ row, score }: Scored): Scored => ({ row, score: Math.min(1, score) });

function scale(found: Scored[]): Scored[] {
  const best = found[0]?.score ?? 1;
  return found.map(({ row, score }) => ({ row, score: score / best }));
}
