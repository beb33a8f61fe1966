// From counted rows to figures: the value, how many cases stand behind it, and how far it could lie.
import { bootstrap } from "../statistics/bootstrap.ts";
import { normal95 } from "../statistics/interval.ts";
import { medianInterval } from "../statistics/median-interval.ts";
import { shareOf } from "../statistics/shares.ts";
import type { CountedRow } from "./counting.ts";
import type { MetricKind } from "./metrics.ts";

/** With fewer cases no rate, mean or middle is told, only the counts. */
export const leastCases = 5;

/** `value`: null where there are too few cases to tell. `part`: of a rate, how many it counts. */
export type Figure = {
  value: number | null;
  sample: number;
  part: number | null;
  low: number | null;
  high: number | null;
  currency: string | null;
};

/** Figures of some rows taken together: one, or one for each currency, the one with most cases first. */
export function toFigures(kind: MetricKind, rows: readonly CountedRow[]): Figure[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  if (kind === "count" && rows.length === 0) return [toFigure(kind, [])];
  const figures = currencies.map((currency) =>
    toFigure(
      kind,
      rows.filter((row) => row.currency === currency),
    ),
  );
  return figures.sort((one, other) => other.sample - one.sample);
}

const sum = (rows: readonly CountedRow[], of: "sample" | "part" | "total") =>
  rows.reduce((total, row) => total + row[of], 0);

function toFigure(kind: MetricKind, rows: readonly CountedRow[]): Figure {
  const sample = sum(rows, "sample");
  const figure: Figure = {
    ...{ value: null, sample, part: null, low: null, high: null },
    currency: rows[0]?.currency ?? null,
  };
  if (kind === "count") return { ...figure, value: sample };
  if (kind === "sum") return { ...figure, value: sum(rows, "total") };
  if (kind === "rate") return rateFigure(figure, sum(rows, "part"));
  if (sample < leastCases) return figure;
  // In one order, however the rows came: a resample is then the same every time.
  const values = rows.flatMap((row) => row.values).sort((a, b) => a - b);
  return { ...figure, ...(kind === "median" ? medianInterval(values) : meanOf(values)) };
}

function rateFigure(figure: Figure, part: number): Figure {
  if (figure.sample < leastCases) return { ...figure, part };
  const { value, low, high } = shareOf(part, figure.sample);
  return { ...figure, part, value, low, high };
}

type Told = { value: number; low: number | null; high: number | null };

/** Values beyond which a mean's interval is told by the normal distribution: resampling would only take longer. */
const mostResampled = 5_000;

function meanOf(values: readonly number[]): Told {
  const value = values.reduce((total, each) => total + each, 0) / values.length;
  if (values.length > mostResampled) return normalMean(values, value);
  const { mean } = bootstrap(
    values.map((_, index) => index),
    (times) => ({ mean: weightedMean(values, times) }),
  );
  return { value, low: mean.low, high: mean.high };
}

function weightedMean(values: readonly number[], times: Uint16Array): number {
  const total = values.reduce((all, each, index) => all + each * (times[index] ?? 0), 0);
  return total / times.reduce((all, each) => all + each, 0);
}

function normalMean(values: readonly number[], mean: number): Told {
  const variance =
    values.reduce((total, each) => total + (each - mean) ** 2, 0) / (values.length - 1);
  const half = normal95 * Math.sqrt(variance / values.length);
  return { value: mean, low: mean - half, high: mean + half };
}
