// How far a figure would move on other data of the same kind: percentile bootstrap (Efron 1979), seeded.
import { round4 } from "../../core/statistics/bootstrap.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import { quantileOf } from "../../core/statistics/quantiles.ts";
import { createRandom } from "../../sample/random.ts";

const resamples = 1000;
const seed = 20_18;

type MeanOptions = {
  /** Values of one group stand or fall together, such as questions about one passage; each its own by default. */
  groupOf?: (index: number) => string | number;
};

/** The mean of values that are one per query, with its interval; groups are drawn whole. */
export function bootstrapMean(
  values: readonly number[],
  { groupOf = (index) => index }: MeanOptions = {},
): Interval {
  const groups = new Map<string | number, { sum: number; count: number }>();
  for (const [index, value] of values.entries()) {
    const group = groups.get(groupOf(index)) ?? { sum: 0, count: 0 };
    groups.set(groupOf(index), { sum: group.sum + value, count: group.count + 1 });
  }
  const all = [...groups.values()];
  return bootstrap(all.length, (drawn) => {
    let [sum, count] = [0, 0];
    for (const index of drawn) {
      sum += all[index]?.sum ?? 0;
      count += all[index]?.count ?? 0;
    }
    return sum / count;
  });
}

/**
 * The interval of any statistic of `size` observations; the statistic gets the indices drawn, and every index once for
 * the value itself. The same size draws the same indices, so that two methods are compared on the same resamples.
 */
export function bootstrap(size: number, statistic: (drawn: Uint32Array) => number): Interval {
  if (size === 0) throw new Error("There is nothing to resample.");
  const random = createRandom(seed, `bootstrap ${size}`);
  const drawn = Uint32Array.from({ length: size }, (_, index) => index);
  const value = statistic(drawn);
  const found = Float64Array.from({ length: resamples }, () => {
    for (let at = 0; at < size; at += 1) drawn[at] = Math.floor(random.unit() * size);
    return statistic(drawn);
  }).sort();
  return {
    value: round4(value),
    low: round4(quantileOf(found, 0.025)),
    high: round4(quantileOf(found, 0.975)),
  };
}
