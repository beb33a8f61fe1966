// Two months beside each other: whether a figure lies higher or lower, beyond what chance alone would often show.
import { type Figure, leastCases } from "../../ask/figures.ts";
import type { MetricKind } from "../../ask/metrics.ts";
import { differenceOf, shareOf } from "../../statistics/shares.ts";

/** few: too few cases in one of them; unclear: the intervals allow no difference; count: a number with no interval. */
export type Verdict = "higher" | "lower" | "unclear" | "few" | "count" | "none";

/**
 * Rates by Newcombe's interval of their difference; middles only where their intervals do not even touch, which asks
 * for more than a test would. Counts are told as they are: calls of one rep come in bunches, and months differ in days.
 */
export function compareFigures(
  kind: MetricKind,
  now: Figure | undefined,
  before: Figure | undefined,
): Verdict {
  const cases = [now, before].map((figure) => figure?.sample ?? 0);
  if (cases.every((count) => count === 0)) return "none";
  if (kind === "count" || kind === "sum") return "count";
  if (!now || !before || cases.some((count) => count < leastCases)) return "few";
  if (kind === "rate") {
    const share = ({ part, sample }: Figure) => shareOf(part ?? 0, sample);
    const { low, high } = differenceOf(share(now), share(before));
    return sideOf(low, high);
  }
  if (now.low === null || now.high === null || before.low === null || before.high === null)
    return "few";
  return sideOf(now.low - before.high, now.high - before.low);
}

function sideOf(low: number, high: number): Verdict {
  if (low > 0) return "higher";
  return high < 0 ? "lower" : "unclear";
}
