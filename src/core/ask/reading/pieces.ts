// What a question comes apart into, and what comes of it.
import type { Dimension } from "../dimensions.ts";
import type { MetricId } from "../metrics.ts";
import type { Period, Query } from "../query.ts";
import type { Named } from "../vocabulary.ts";
import type { CompareFound } from "./compare-words.ts";
import type { ValueFound } from "./find-values.ts";

/** Why a question has no query. */
export type Problem =
  | { code: "no_metric" }
  /** Words that mean nothing here. */
  | { code: "not_understood"; words: string; metric: MetricId }
  /** The metric cannot be split or filtered by this. */
  | { code: "no_dimension"; dimension: Dimension; metric: MetricId }
  | { code: "two_dimensions"; metric: MetricId }
  /** The most, or so many, of nothing that was named. */
  | { code: "order_alone"; metric: MetricId }
  /** Compared with something else than the period before. */
  | { code: "other_period"; metric: MetricId }
  /** Several are called the same. */
  | { code: "ambiguous"; name: string; choices: Named[]; query: Query };

/** `dropped`: the metric is counted as of now, so the period it was asked for says nothing. */
export type ReadQuestion = { query: Query; dropped?: "period" } | { problem: Problem };

/** `rest`: the text with a mark for everything that was understood as a name, a period or a comparison. */
export type Pieces = {
  rest: string;
  period: Period | undefined;
  compare: CompareFound | undefined;
  values: ValueFound[];
  dimensions: Dimension[];
};
