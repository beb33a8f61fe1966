// How well a rep's words find the entry that answers them, in the library as it ships.
import { Refused } from "../../core/errors.ts";
import type { Language } from "../../core/model.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import { listEntries, toDocument } from "../../store/script-index/entry-documents.ts";
import { createRetriever, type Method } from "../../store/script-index/retriever.ts";
import type { Judged } from "./blind.ts";
import { bootstrapMean } from "./bootstrap.ts";
import { type Comparison, compare, eachMethod, type Retrievers } from "./compare.ts";
import { type JudgedQuery, judge } from "./judge.ts";
import { type Measure, measure, measures } from "./metrics.ts";
import { findWeak, type Weak } from "./weak.ts";

/** One language: its queries, what the library has for them, and how well each method finds it. */
export type ShippedReport = {
  queries: number;
  /** Of all queries, how many have any entry that answers, and how many an entry that answers exactly. */
  coverage: { any: Interval; exact: Interval };
  /** Nothing in the library answers these; they are not in the figures below. */
  unanswered: { id: string; query: string }[];
  /** Searched in the query's own vertical. */
  bm25: Comparison<Measure>["bm25"];
  vectors: Comparison<Measure>["vectors"];
  hybrid: Comparison<Measure>["hybrid"];
  difference: Comparison<Measure>["difference"];
  /** The same, searched in every vertical: an entry of another vertical counts as wrong there. */
  everyVertical: Comparison<Measure>;
  weak: Weak;
};

/** Measures queries of any languages against a library; languages without a query are left out. */
export function evaluateShipped({
  library,
  queries,
}: Judged): Partial<Record<Language, ShippedReport>> {
  const documents = listEntries(library).map(toDocument);
  const retrievers: Retrievers = eachMethod((method) => createRetriever(documents, { method }));
  const judged = queries.map((query) => judge(library, query));
  const reports: Partial<Record<Language, ShippedReport>> = {};
  for (const language of ["en", "zh"] as const) {
    const own = judged.filter((each) => each.language === language);
    if (own.length > 0) reports[language] = report(retrievers, own);
  }
  return reports;
}

function report(retrievers: Retrievers, judged: JudgedQuery[]): ShippedReport {
  const answered = judged.filter(({ grades }) => grades.size > 0);
  if (answered.length === 0) {
    const message = `None of the ${judged.length} queries has an entry that answers it, so there is nothing to measure: name some under "relevant", or leave it out and the entries of its tactic count.`;
    throw new Refused("evals.queries", message);
  }
  const narrow = rank(retrievers, answered, ({ vertical }) => vertical);
  const wide = rank(retrievers, answered, () => undefined);
  const isExact = ({ grades }: JudgedQuery) => [...grades.values()].includes(2);
  return {
    queries: judged.length,
    coverage: {
      any: bootstrapMean(judged.map(({ grades }) => Number(grades.size > 0))),
      exact: bootstrapMean(judged.map((query) => Number(isExact(query)))),
    },
    unanswered: judged
      .filter(({ grades }) => grades.size === 0)
      .map(({ id, query }) => ({ id, query })),
    ...score(narrow, answered),
    everyVertical: score(wide, answered),
    weak: findWeak(answered, narrow.hybrid),
  };
}

type Rankings = Record<Method, string[][]>;

function rank(
  retrievers: Retrievers,
  queries: JudgedQuery[],
  verticalOf: (query: JudgedQuery) => string | undefined,
): Rankings {
  return eachMethod((method) =>
    queries.map((query) => {
      const vertical = verticalOf(query);
      const filter = { language: query.language, ...(vertical ? { vertical } : {}) };
      return retrievers[method].search(query.query, { limit: 10, filter }).map(({ id }) => id);
    }),
  );
}

function score(rankings: Rankings, queries: JudgedQuery[]): Comparison<Measure> {
  const scores = eachMethod((method) =>
    queries.map(({ grades }, index) => measure(rankings[method][index] ?? [], grades)),
  );
  return compare(scores, measures);
}
