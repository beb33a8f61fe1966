// The three public sets: passages found by questions, intents told by the nearest known text, sentences told apart.
import type { Interval } from "../../core/statistics/interval.ts";
import { createRetriever, type SearchDocument } from "../../store/script-index/retriever.ts";
import { bootstrap } from "./bootstrap.ts";
import { type Comparison, compare, eachMethod } from "./compare.ts";
import type { IntentSet, Pair, PairSet, PassageSet } from "./data-sets.ts";
import { hitAt, prepareSpearman } from "./metrics.ts";

export type PassageReport = { passages: number; questions: number } & Comparison<"r1" | "r10">;

/** Every question against every passage; questions about one passage are resampled together. */
export function evaluatePassages({ passages, questions }: PassageSet): PassageReport {
  const documents = passages.map((text, index) => ({ id: `${index}`, text }));
  const scores = eachMethod((method) => {
    const retriever = createRetriever(documents, { method });
    return questions.map(({ text, passage }) => {
      const ranked = retriever.search(text, { limit: 10 }).map(({ id }) => id);
      const grades = new Map([[`${passage}`, 1]]);
      return { r1: hitAt(1, ranked, grades), r10: hitAt(10, ranked, grades) };
    });
  });
  const groupOf = (index: number) => questions[index]?.passage ?? 0;
  return {
    passages: passages.length,
    questions: questions.length,
    ...compare(scores, ["r1", "r10"], { groupOf }),
  };
}

export type IntentReport = {
  intents: number;
  train: number;
  test: number;
} & Comparison<"accuracy">;

/** The category of the nearest known text. */
export function evaluateIntents({ train, test }: IntentSet): IntentReport {
  const documents = train.map(({ text }, index) => ({ id: `${index}`, text }));
  const scores = eachMethod((method) => {
    const retriever = createRetriever(documents, { method });
    return test.map(({ text, label }) => {
      const [nearest] = retriever.search(text, { limit: 1 });
      const found = nearest && train[Number(nearest.id)]?.label;
      return { accuracy: found === label ? 1 : 0 };
    });
  });
  const intents = new Set(test.map(({ label }) => label)).size;
  return { intents, train: train.length, test: test.length, ...compare(scores, ["accuracy"]) };
}

/** Spearman's correlation of each measure of likeness with people's. */
export type PairReport = { pairs: number; bm25: Interval; vectors: Interval; difference: Interval };

/** Likeness by the cosine of local vectors and by BM25, the difference (vectors - bm25) on the same resamples. */
export function evaluatePairs({ pairs }: PairSet): PairReport {
  const sentences = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const documents = sentences.map((text) => ({ id: text, text }));
  const people = pairs.map(({ score }) => score);
  const byVectors = prepareSpearman(cosines(documents, pairs), people);
  const byBm25 = prepareSpearman(bm25Likeness(documents, pairs), people);
  return {
    pairs: pairs.length,
    bm25: bootstrap(pairs.length, byBm25),
    vectors: bootstrap(pairs.length, byVectors),
    difference: bootstrap(pairs.length, (drawn) => byVectors(drawn) - byBm25(drawn)),
  };
}

function cosines(documents: SearchDocument[], pairs: Pair[]): number[] {
  const { embed } = createRetriever(documents, { method: "vectors" });
  return pairs.map(({ a, b }) => {
    const [one, other] = [embed(a), embed(b)];
    return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
  });
}

/** BM25 has no scale of its own: each direction is a share of the best, which is mostly the sentence itself. */
function bm25Likeness(documents: SearchDocument[], pairs: Pair[]): number[] {
  const retriever = createRetriever(documents, { method: "bm25" });
  const share = (query: string, of: string) =>
    retriever.search(query, { limit: documents.length }).find(({ id }) => id === of)?.score ?? 0;
  return pairs.map(({ a, b }) => (share(a, b) + share(b, a)) / 2);
}
