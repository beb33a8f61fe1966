// Three ways of finding on the same queries, each figure with its interval, and what hybrid adds to words alone.
import type { Interval } from "../../core/statistics/interval.ts";
import type { Method, Retriever } from "../../store/script-index/retriever.ts";
import { bootstrapMean } from "./bootstrap.ts";

/** One retriever per method on the same documents. */
export type Retrievers = Record<Method, Retriever>;

/** Something for each method. */
export function eachMethod<Value>(make: (method: Method) => Value): Record<Method, Value> {
  return { bm25: make("bm25"), vectors: make("vectors"), hybrid: make("hybrid") };
}

/** What each method scored, one row per query in the same order. */
export type Scores<Name extends string> = Record<Method, Record<Name, number>[]>;

/** Figures by method, and the paired difference of hybrid to BM25. */
export type Comparison<Name extends string> = Record<Method, Record<Name, Interval>> & {
  difference: { of: "hybrid - bm25" } & Record<Name, Interval>;
};

type CompareOptions = { groupOf?: (index: number) => string | number };

/** The means of every figure with their intervals; every method is resampled alike. */
export function compare<Name extends string>(
  scores: Scores<Name>,
  names: readonly Name[],
  options: CompareOptions = {},
): Comparison<Name> {
  const means = (figureOf: (name: Name, index: number) => number) =>
    Object.fromEntries(
      names.map((name) => {
        const figures = scores.bm25.map((_, index) => figureOf(name, index));
        return [name, bootstrapMean(figures, options)];
      }),
    ) as Record<Name, Interval>;
  const by = (method: Method) => (name: Name, index: number) => scores[method][index]?.[name] ?? 0;
  const gain = (name: Name, index: number) => by("hybrid")(name, index) - by("bm25")(name, index);
  return {
    ...eachMethod((method) => means(by(method))),
    difference: { of: "hybrid - bm25", ...means(gain) },
  };
}
