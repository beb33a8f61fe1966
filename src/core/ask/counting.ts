// What an answer is made of: what is to be counted, within whose reach, and the rows that came of it.
import type { Dimension } from "./dimensions.ts";
import type { MetricId } from "./metrics.ts";
import type { Bucket, Range } from "./periods.ts";
import type { Filter } from "./query.ts";

/** People whose records may be counted. There is no request without it, and no filter that widens it. */
export type Scope = readonly { id: string; teamId: string | null }[];

export type CountRequest = {
  metric: MetricId;
  by: Dimension | null;
  where: readonly Filter[];
  /** null: of all time. */
  range: Range | null;
  /** For a split by time. */
  buckets: readonly Bucket[] | null;
  scope: Scope;
  askerId: string;
  now: number;
};

/** One group. `values` are there for means and medians, `currency` for money. */
export type CountedRow = {
  key: string | null;
  currency: string | null;
  sample: number;
  part: number;
  total: number;
  values: number[];
};

/** One statement as it was run. */
export type RunSql = { text: string; parameters: Record<string, string | number> };
export type Counted = { rows: CountedRow[]; sql: RunSql[] };

/** Counting over the databases (src/store/ask/data.ts): reading only, bounded in time and rows. */
export interface AskData {
  /** Throws Refused: `ask_slow` past the time, `ask_too_many` past the rows. */
  count(requests: readonly CountRequest[]): Promise<Counted[]>;
  /** Every value these people's records have, of the dimensions that have values. */
  values(personIds: readonly string[]): Promise<{ dimension: Dimension; value: string }[]>;
}
