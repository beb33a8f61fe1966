// What every statement of a question has in common: its bounds, its stretches of time, and how rows become groups.
import type { RunSql } from "../../core/ask/counting.ts";
import type { MetricKind } from "../../core/ask/metrics.ts";

/** `takesRows`: the rows of the step before are its parameter `:rows`. */
export type Step = RunSql & { database: "records" | "events"; takesRows?: boolean };

/** Rows counted at most, and groups given back. */
export const mostRows = 200_000;
export const mostGroups = 1_000;

/** Stretches of time with their names, as a table. */
export const spansSql =
  '"spans" AS MATERIALIZED (\n  SELECT "value" ->> 0 AS "key", "value" ->> 1 AS "from", "value" ->> 2 AS "to" FROM json_each(:spans))';

/** Groups of the rows in "counted". */
export function groupsOf(kind: MetricKind): string {
  const columns = [
    '"key", "currency", count(*) AS "rows", sum("weight") AS "sample"',
    ...(kind === "rate" ? ['sum("part") AS "part"'] : []),
    ...(kind === "sum" ? ['sum("value") AS "total"'] : []),
    ...(kind === "mean" || kind === "median" ? ['json_group_array("value") AS "values"'] : []),
  ];
  return `SELECT ${columns.join(", ")}\nFROM "counted" GROUP BY "key", "currency"\nORDER BY "sample" DESC, "key" LIMIT :mostGroups`;
}
