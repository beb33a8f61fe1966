// One way of finding the ten nearest, timed query by query, and how many of them it finds.
import { nearestRank } from "../../src/core/statistics/quantiles.ts";
import type { Scored } from "../../src/store/script-index/vectors/top-rows.ts";

export type Measured = { p50Ms: number; p99Ms: number; recallAt10: number };

/** Similarities this close are the same but for the order in which they were added up. */
const tolerance = 1e-5;

/** Runs every query once to warm up and once to measure; `truth` holds the exact ten for each. */
export function measure<Query>(
  queries: readonly Query[],
  { find, truth }: { find: (query: Query) => Scored[]; truth: readonly Scored[][] },
): Measured {
  for (const query of queries.slice(0, 20)) find(query);
  const took: number[] = [];
  let recall = 0;
  for (const [index, query] of queries.entries()) {
    const began = performance.now();
    const found = find(query);
    took.push(performance.now() - began);
    recall += recallOf(found, truth[index] ?? []);
  }
  const at = (share: number) => nearestRank(took, share) ?? 0;
  return {
    p50Ms: round(at(0.5)),
    p99Ms: round(at(0.99)),
    recallAt10: round(recall / queries.length),
  };
}

/** Rows as similar as the tenth count, whichever of equals were taken. */
function recallOf(found: Scored[], exact: Scored[]): number {
  if (exact.length === 0) return 1;
  const least = (exact.at(-1)?.score ?? 0) - tolerance;
  const right = found.slice(0, exact.length).filter(({ score }) => score >= least).length;
  return right / exact.length;
}

/** Four digits after the point. */
export const round = (value: number): number => Math.round(value * 10_000) / 10_000;
