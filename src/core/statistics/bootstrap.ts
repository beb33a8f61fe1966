// How far figures would move on other data of the same kind: percentile bootstrap (Efron 1979), seeded.
import type { Interval } from "./interval.ts";
import { quantileOf } from "./quantiles.ts";
import { createUniform } from "./uniform.ts";

const resamples = 1000;

/**
 * Intervals of several figures at once, so that all are told on the same resamples. `groups` says which rows stand or
 * fall together (leads of one account); the statistic is given how often each row was drawn.
 */
export function bootstrap<Name extends string>(
  groups: readonly (string | number)[],
  statistic: (times: Uint16Array) => Record<Name, number>,
): Record<Name, Interval> {
  const index = new Map([...new Set(groups)].map((group, at) => [group, at]));
  const groupOf = groups.map((group) => index.get(group) ?? 0);
  const times = new Uint16Array(groups.length).fill(1);
  const values = statistic(times);
  const names = Object.keys(values) as Name[];
  const found = new Map(names.map((name) => [name, new Float64Array(resamples)]));
  const unit = createUniform(20_18);
  for (let round = 0; round < resamples; round += 1) {
    const drawn = new Uint16Array(index.size);
    for (let draw = 0; draw < index.size; draw += 1) {
      const at = Math.floor(unit() * index.size);
      drawn[at] = (drawn[at] ?? 0) + 1;
    }
    for (const [row, group] of groupOf.entries()) times[row] = drawn[group] ?? 0;
    const again = statistic(times);
    for (const name of names) (found.get(name) as Float64Array)[round] = again[name];
  }
  return Object.fromEntries(
    names.map((name) => [name, toInterval(values[name], found.get(name) ?? new Float64Array(0))]),
  ) as Record<Name, Interval>;
}

function toInterval(value: number, drawn: Float64Array): Interval {
  // A resample may lack one of the two outcomes; it says nothing then.
  const sorted = drawn.filter((each) => Number.isFinite(each)).sort();
  return {
    value: round4(value),
    low: round4(quantileOf(sorted, 0.025)),
    high: round4(quantileOf(sorted, 0.975)),
  };
}

/** Four places: more would not mean anything. */
export function round4(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
