// What each level of each column is worth, learned from the records themselves: no pair is labelled.
import type { Column } from "./column.ts";

/** Bits for "one and the same" (above 0) or against, by column and level; `prior`: before anything is compared. */
export type Weights = { prior: number; bits: number[][] };

/** A pair to learn from: its level in each column (-1 where missing), and a first guess whether it is one, in [0, 1]. */
export type Example = {
  levels: Int8Array;
  start: number;
  /** Whether it can be one at all. */
  isOpen: boolean;
};

const rounds = 100;
/** Observations a level is held to have beforehand, so that no weight is endless. */
const smoothing = 0.5;

/**
 * Fellegi and Sunter's (1969) weights by expectation–maximisation (Winkler 1988): of pairs that are one, and of others,
 * how often each level occurs, columns taken as independent. More alike never counts less: weights are made
 * non-decreasing by pooling neighbours.
 */
export function fitWeights(columns: readonly Column[], examples: readonly Example[]): Weights {
  let matches = Float64Array.from(examples, ({ start, isOpen }) => (isOpen ? start : 0));
  let weights = estimate(columns, examples, matches);
  for (let round = 0; round < rounds; round += 1) {
    matches = Float64Array.from(examples, ({ levels, isOpen }) =>
      isOpen ? toProbability(bitsOf(weights, levels)) : 0,
    );
    weights = estimate(columns, examples, matches);
  }
  return weights;
}

/** Bits for and against, as a probability. */
export function toProbability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

/** What a pair's levels are worth together, with what was known before. */
export function bitsOf({ prior, bits }: Weights, levels: Int8Array): number {
  let sum = prior;
  for (let column = 0; column < bits.length; column += 1) {
    const level = levels[column] ?? -1;
    if (level >= 0) sum += bits[column]?.[level] ?? 0;
  }
  return sum;
}

function estimate(
  columns: readonly Column[],
  examples: readonly Example[],
  matches: Float64Array,
): Weights {
  const open = examples.reduce((count, { isOpen }) => count + (isOpen ? 1 : 0), 0);
  const share = (matches.reduce((sum, match) => sum + match, 0) + 1) / (open + 2);
  return {
    prior: Math.log2(share / (1 - share)),
    bits: columns.map(({ steps }, column) => {
      const one = new Float64Array(steps.length + 1).fill(smoothing);
      const other = new Float64Array(steps.length + 1).fill(smoothing);
      for (const [at, { levels }] of examples.entries()) {
        const level = levels[column] ?? -1;
        if (level < 0) continue;
        const match = matches[at] ?? 0;
        one[level] = (one[level] ?? 0) + match;
        other[level] = (other[level] ?? 0) + 1 - match;
      }
      return toBits(one, other);
    }),
  };
}

type Pool = { one: number; other: number; levels: number };

/** Pool-adjacent-violators on the ratio of the two shares. */
function toBits(one: Float64Array, other: Float64Array): number[] {
  const sum = (counts: Float64Array) => counts.reduce((total, count) => total + count, 0);
  const base = Math.log2(sum(other) / sum(one));
  const pools: Pool[] = [];
  for (let level = 0; level < one.length; level += 1) {
    let pool: Pool = { one: one[level] ?? 0, other: other[level] ?? 0, levels: 1 };
    for (let last = pools.at(-1); last && ratio(last) >= ratio(pool); last = pools.at(-1)) {
      pools.pop();
      pool = {
        one: last.one + pool.one,
        other: last.other + pool.other,
        levels: last.levels + pool.levels,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap((pool) =>
    Array.from({ length: pool.levels }, () => base + Math.log2(ratio(pool))),
  );
}

const ratio = ({ one, other }: Pool) => one / other;
