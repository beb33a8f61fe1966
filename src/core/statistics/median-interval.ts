// The middle of a sample, and between which of its values the true middle lies.
import type { Interval } from "./interval.ts";
import { medianOf } from "./quantiles.ts";

/**
 * The 95 % interval lies between two of the values themselves, chosen by the binomial distribution of how many lie below
 * the middle (Conover 1999, 3.2). Below six values there is none; of no value the middle is NaN.
 */
export function medianInterval(
  values: readonly number[],
): Interval | { value: number; low: null; high: null } {
  const value = medianOf(values) ?? Number.NaN;
  const rank = lowRank(values.length);
  if (rank === 0) return { value, low: null, high: null };
  const sorted = values.toSorted((one, other) => one - other);
  const at = (place: number) => sorted[place - 1] ?? Number.NaN;
  return { value, low: at(rank), high: at(sorted.length - rank + 1) };
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
