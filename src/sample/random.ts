// Seeded randomness: the sample must come out the same on every machine, so nothing here is Math.random.
import { hashOf } from "../core/statistics/hash.ts";
import { createUniform } from "../core/statistics/uniform.ts";

/** Draws from one seeded stream. */
export type Random = {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** A whole number in [from, to], both included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  /** Standard normal. */
  normal(): number;
  /** Log-normal around `median`; `sigma` is the spread of the logarithm. */
  logNormal(median: number, sigma: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** One item, each with a chance in proportion to its weight. */
  pickWeighted<Item>(items: readonly Item[], weightOf: (item: Item) => number): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
};

/** Makes one stream per seed and part, so that a longer table in one part leaves the others as they were. */
export function createRandom(seed: number, part: string): Random {
  const unit = createUniform(seed ^ hashOf(part));
  const between = (from: number, to: number) => from + (to - from) * unit();
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1));
  const normal = () => boxMuller(1 - unit(), unit());
  return {
    unit,
    between,
    whole,
    normal,
    chance: (probability) => unit() < probability,
    logNormal: (median, sigma) => median * Math.exp(sigma * normal()),
    pick: (items) => itemAt(items, whole(0, items.length - 1)),
    pickWeighted: (items, weightOf) => weighted(items, items.map(weightOf), unit()),
    shuffled: (items) => shuffle(items, whole),
  };
}

/** Box–Muller transform; `first` must not be 0. */
function boxMuller(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
}

function weighted<Item>(items: readonly Item[], weights: number[], unit: number): Item {
  let left = unit * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return itemAt(items, index < 0 ? items.length - 1 : index);
}

/** Fisher–Yates. */
function shuffle<Item>(items: readonly Item[], whole: Random["whole"]): Item[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = whole(0, last);
    [result[last], result[other]] = [itemAt(result, other), itemAt(result, last)];
  }
  return result;
}

/** The item at an index that is known to exist; anything else is a bug in the sample. */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`The sample has no item ${index} of ${items.length}.`);
  return item;
}
