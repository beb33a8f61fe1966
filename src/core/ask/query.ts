// A question as data: one metric, perhaps split, filtered, bounded and compared. Whoever made it, it is checked here.
import { z } from "zod";
import { type Dimension, dimensions, isTime } from "./dimensions.ts";
import { type MetricId, metricIds, metrics } from "./metrics.ts";

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** `days`: a stretch with no name of its own; the others are whole ones of the calendar. */
const periodUnits = ["day", "week", "month", "quarter", "half", "year", "days"] as const;

/** Days in the asker's zone, both included. */
export const periodSchema = z.strictObject({ from: day, to: day, unit: z.enum(periodUnits) });
export type Period = z.infer<typeof periodSchema>;

/** Values of one dimension, any of which will do. Ids for people and teams, else as the records have it. */
const filterSchema = z.strictObject({
  dimension: z.enum(dimensions),
  values: z.array(z.string().min(1).max(300)).min(1).max(20),
});
export type Filter = z.infer<typeof filterSchema>;

/** How many groups can be asked for at most. */
export const mostGroups = 50;

export const querySchema = z
  .strictObject({
    metric: z.enum(metricIds as [MetricId, ...MetricId[]]),
    by: z.enum(dimensions).nullable(),
    where: z.array(filterSchema).max(6),
    period: periodSchema.nullable(),
    order: z.enum(["most", "least"]).nullable(),
    top: z.number().int().min(1).max(mostGroups).nullable(),
    /** With the period before. */
    compare: z.boolean(),
  })
  .refine(({ metric, by }) => by === null || canSplit(metric, by), "no_dimension")
  .refine(
    ({ metric, where }) => where.every((one) => canFilter(metric, one.dimension)),
    "no_dimension",
  )
  .refine(({ period }) => !period || period.from <= period.to, "no_period");
export type Query = z.infer<typeof querySchema>;

/** Whether a metric has this dimension. */
export function canSplit(metric: MetricId, dimension: Dimension): boolean {
  const { by, hasTime } = metrics[metric];
  return isTime(dimension) ? hasTime : by.some((one) => one === dimension);
}

/** Time is bounded by the period, never by a filter. */
function canFilter(metric: MetricId, dimension: Dimension): boolean {
  return !isTime(dimension) && canSplit(metric, dimension);
}
