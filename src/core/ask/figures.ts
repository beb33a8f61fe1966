// From counted rows to figures: the value, how many cases stand behind it, and how far it could lie.
import { shareOf } from "../journey/backtest/shares.ts";
import { bootstrap } from "../leads/backtest/bootstrap.ts";
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
  return { ...figure, ...(kind === "median" ? medianOf(values) : meanOf(values)) };
}

function rateFigure(figure: Figure, part: number): Figure {
  if (figure.sample < leastCases) return { ...figure, part };
  const { value, low, high } = shareOf(part, figure.sample);
  return { ...figure, part, value, low, high };
}

type Told = { value: number; low: number | null; high: number | null };

/**
 * The middle value with the 95 % interval between two of the values themselves, chosen by the binomial distribution of
 * how many lie below the middle (Conover 1999, 3.2). Below six values there is none.
 */
export function medianOf(values: readonly number[]): Told {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const half = sorted.length / 2;
  const value = sorted.length % 2 === 1 ? at(Math.floor(half)) : (at(half - 1) + at(half)) / 2;
  const rank = lowRank(sorted.length);
  if (rank === 0) return { value, low: null, high: null };
  return { value, low: at(rank - 1), high: at(sorted.length - rank) };
}

/** The largest rank r with P(Binomial(n, 1/2) < r) at most 2.5 %. */
function lowRank(n: number): number {
  const logHalf = n * Math.log(0.5);
  let logChoose = 0;
  let below = 0;
  for (let rank = 0; rank <= n; rank += 1) {
    below += Math.exp(logChoose + logHalf);
    if (below > 0.025) return rank;
    logChoose += Math.log((n - rank) / (rank + 1));
  }
  return 0;
}

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
  const half = 1.959964 * Math.sqrt(variance / values.length);
  return { value: mean, low: mean - half, high: mean + half };
}
