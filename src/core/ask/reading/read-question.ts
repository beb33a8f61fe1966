// A question in words as a query, in English, Chinese or both, without a model. What is not understood is named; nothing
// is guessed.
import { type MetricId, metrics } from "../metrics.ts";
import type { Query } from "../query.ts";
import type { Named, Vocabulary } from "../vocabulary.ts";
import { findCompare } from "./compare-words.ts";
import { composeQuery } from "./compose-query.ts";
import { findDimensions } from "./dimension-words.ts";
import { findValues, fitting } from "./find-values.ts";
import { leftOver } from "./known-words.ts";
import { metricWords } from "./metric-words.ts";
import { findPeriod } from "./period-words.ts";
import type { Pieces, ReadQuestion } from "./pieces.ts";

export type Reading = { today: string; vocabulary: Vocabulary };

/** Reads one question. `before`: the query it may follow up on, from which it takes what it does not say. */
export function readQuestion(question: string, reading: Reading, before?: Query): ReadQuestion {
  const pieces = takeApart(question, reading);
  const found = metricWords.find(({ words }) => words.test(pieces.rest));
  const metric = found?.metric ?? before?.metric;
  if (!metric) return { problem: { code: "no_metric" } };
  const kind = found?.kind ? [{ dimension: "kind", value: found.kind, names: [] } as Named] : [];
  const unknown = [...leftOver(pieces.rest), ...askedShare(pieces.rest, metric)];
  if (unknown.length > 0) {
    return { problem: { code: "not_understood", words: unknown.join(" "), metric } };
  }
  const values = pieces.values.map(({ values }) => ({
    ...{ all: values },
    fit: fitting(values, metric),
  }));
  const stray = values.find(({ fit }) => fit.length === 0)?.all[0];
  if (stray) return { problem: { code: "no_dimension", dimension: stray.dimension, metric } };
  const named = [...values.map(({ fit }) => fit), kind];
  return composeQuery({ pieces, metric, today: reading.today, before, named });
}

/** A share was asked for, and the metric is none: a number would answer something else. */
function askedShare(words: string, metric: MetricId): string[] {
  if (metrics[metric].kind === "rate") return [];
  return /\b(?:share|rate|percentage|percent)\b|比例|占比|[^汇]率/.exec(words)?.slice(0, 1) ?? [];
}

/** Names, comparison and period out of the text, each replaced by a mark. */
function takeApart(question: string, { today, vocabulary }: Reading): Pieces {
  const cased = fold(question);
  const values = findValues(cased, vocabulary);
  let rest = values
    .reduceRight((text, { start, end }) => marked(text, { start, end }), cased)
    .toLowerCase();
  const compare = findCompare(rest);
  if (compare) rest = marked(rest, compare);
  const period = findPeriod(rest, today);
  if (period) rest = marked(rest, period);
  return { rest, period: period?.period, compare, values, dimensions: findDimensions(rest) };
}

const marked = (text: string, { start, end }: { start: number; end: number }) =>
  `${text.slice(0, start)}‖${text.slice(end)}`;

/** Width, apostrophes and spaces; a space between Latin and Chinese says nothing. */
function fold(question: string): string {
  return question
    .normalize("NFKC")
    .replaceAll("‖", " ")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/(?<=\p{Script=Han}) (?=\S)|(?<=\S) (?=\p{Script=Han})/gu, "")
    .trim();
}
