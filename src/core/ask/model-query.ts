// What a connected model makes of a question: a query in names, never SQL; every part is checked and every name resolved
// here before anything is counted.
import { z } from "zod";
import { type Dimension, dimensions } from "./dimensions.ts";
import { type MetricId, metricIds } from "./metrics.ts";
import { mostGroups, periodSchema, type Query, querySchema } from "./query.ts";
import { findValues, fitting } from "./reading/find-values.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The form of its answer. `names`: as the question has them; `metric` null: it cannot be answered with these. */
export const modelQuerySchema = z.object({
  metric: z.enum(metricIds as [MetricId, ...MetricId[]]).nullable(),
  by: z.enum(dimensions).nullable(),
  names: z.array(z.string().max(100)).max(10),
  period: periodSchema.nullable(),
  order: z.enum(["most", "least"]).nullable(),
  top: z.number().int().min(1).max(mostGroups).nullable(),
  compare: z.boolean(),
});
export type ModelQuery = z.infer<typeof modelQuerySchema>;

/** What it is told beside the question: the layer, never a record. */
export type LayerForModel = {
  today: string;
  metrics: {
    id: string;
    name: string;
    counts: string;
    by: readonly string[];
    hasPeriod: boolean;
  }[];
};

/** Makes a query of a question (src/model/question-reader.ts); undefined where it could not. */
export interface QuestionReader {
  read(asked: {
    question: string;
    language: "en" | "zh";
    layer: LayerForModel;
  }): Promise<ModelQuery | undefined>;
}

/** The query, if everything in it exists, is named in the question and lies within reach. */
export function toQuery(
  answer: ModelQuery,
  { question, vocabulary }: { question: string; vocabulary: Vocabulary },
): Query | undefined {
  const { metric, names, ...rest } = answer;
  if (metric === null) return undefined;
  const byDimension = new Map<Dimension, Set<string>>();
  for (const name of names) {
    const values = question.includes(name) ? wholeName(name, metric, vocabulary) : [];
    if (values.length !== 1) return undefined;
    for (const { dimension, value } of values) {
      byDimension.set(dimension, (byDimension.get(dimension) ?? new Set()).add(value));
    }
  }
  const where = [...byDimension]
    .map(([dimension, values]) => ({ dimension, values: [...values].sort() }))
    .sort((a, b) => (a.dimension < b.dimension ? -1 : 1));
  return querySchema.safeParse({ ...rest, metric, where }).data;
}

function wholeName(name: string, metric: MetricId, vocabulary: Vocabulary) {
  const found = findValues(name, vocabulary).find(
    ({ start, end }) => start === 0 && end === name.length,
  );
  return fitting(found?.values ?? [], metric);
}
