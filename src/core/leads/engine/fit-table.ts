// Every open lead against every rep, as numbers in flat arrays: recomputed in milliseconds when anything changes.
// Explanations are made for the pair that is shown only (fit.ts); both use the same integers.
import { paddedLength, sumPlanes, type Weighted } from "./sum-planes.ts";

/** How a factor varies: for every pair of lead and rep, or for the rep alone, such as load. */
export type FactorShape = "pair" | "rep";

/**
 * Fits of all pairs. Values are whole percentages, weights whole points of 100 in all, so that every fit is an exact
 * integer. A pair lies at `rep * leads + lead`: one rep's column is one run of memory.
 */
export type FitTable = {
  readonly leads: number;
  readonly reps: number;
  readonly shapes: readonly FactorShape[];
  readonly weights: Int32Array;
  /** Per factor: a value for every pair, or for every rep. */
  readonly planes: readonly Uint8Array[];
  /** What the pair factors add up to, for every pair. */
  readonly pairs: Int16Array;
  /** What the factors of the rep alone add up to: kept apart, so that a rep's load costs the same with a million leads. */
  readonly own: Int32Array;
  /** 1 where a hard limit keeps a rep from a lead, whatever the fit. */
  readonly blocked: Uint8Array;
};

/** Values and weights begin at 0, and nobody is blocked. */
export function createFitTable(given: Pick<FitTable, "leads" | "reps" | "shapes">): FitTable {
  const size = paddedLength(given.leads * given.reps);
  return {
    ...given,
    weights: new Int32Array(given.shapes.length),
    planes: given.shapes.map((shape) => new Uint8Array(shape === "pair" ? size : given.reps)),
    pairs: new Int16Array(size),
    own: new Int32Array(given.reps),
    blocked: new Uint8Array(size),
  };
}

/** The fit of a pair in hundredths of a point. */
export function fitAt({ pairs, own, leads }: FitTable, lead: number, rep: number): number {
  return (pairs[rep * leads + lead] ?? 0) + (own[rep] ?? 0);
}

/** Sets one factor of a pair; of a factor of shape "rep", the rep's value for every lead. */
export function setValue(
  table: FitTable,
  {
    factor,
    lead = 0,
    rep,
    percent,
  }: { factor: number; lead?: number; rep: number; percent: number },
): void {
  checkPercent(percent);
  const plane = table.planes[factor] ?? none;
  const weight = table.weights[factor] ?? 0;
  const isPair = table.shapes[factor] === "pair";
  const at = isPair ? rep * table.leads + lead : rep;
  const sums = isPair ? table.pairs : table.own;
  sums[at] = (sums[at] ?? 0) + weight * (percent - (plane[at] ?? 0));
  plane[at] = percent;
}

/** Sets one pair factor of a whole row, by rep: a touch of one customer changed it for everybody. */
export function setRow(
  table: FitTable,
  { factor, lead, percents }: { factor: number; lead: number; percents: ArrayLike<number> },
): void {
  for (let rep = 0; rep < table.reps; rep += 1)
    setValue(table, { factor, lead, rep, percent: percents[rep] ?? 0 });
}

/** Changes one weight, which is one pass over one factor. Throws RangeError as `setWeights` does. */
export function setWeight(table: FitTable, factor: number, weight: number): void {
  const { weights, shapes, planes, pairs, own } = table;
  const change = weight - (weights[factor] ?? 0);
  checkWeights([...weights].with(factor, weight), shapes.length);
  weights[factor] = weight;
  const plane = planes[factor] ?? none;
  if (shapes[factor] === "pair") addToPairs(pairs, plane, change);
  else addToOwn(own, plane, change);
}

/**
 * Sets all weights and computes everything anew. Throws RangeError unless they are whole, none negative, one of them
 * above 0, and 100 together at most.
 */
export function setWeights(
  { weights, shapes, planes, pairs, own }: FitTable,
  given: number[],
): void {
  checkWeights(given, shapes.length);
  weights.set(given);
  const counted = (shape: FactorShape): Weighted[] =>
    planes
      .map((plane, factor) => ({ plane, weight: given[factor] ?? 0, factor }))
      .filter(({ factor, weight }) => shapes[factor] === shape && weight > 0);
  sumPlanes(pairs, counted("pair"));
  own.fill(0);
  for (const { plane, weight } of counted("rep")) addToOwn(own, plane, weight);
}

/** Keeps a rep from a lead, or lets them again. */
export function setBlocked(
  { blocked, leads }: FitTable,
  { lead, rep, isBlocked }: { lead: number; rep: number; isBlocked: boolean },
): void {
  blocked[rep * leads + lead] = Number(isBlocked);
}

/** The two eligible reps with the highest fits of a lead, best first; -1 where there is none. Ties: the lower index. */
export function bestOf(table: FitTable, lead: number): { first: number; second: number } {
  const first = bestBut(table, lead, -1);
  return { first, second: first < 0 ? -1 : bestBut(table, lead, first) };
}

function bestBut(table: FitTable, lead: number, except: number): number {
  const { reps, leads, blocked } = table;
  let [best, highest] = [-1, -1];
  for (let rep = 0; rep < reps; rep += 1) {
    if (rep === except || blocked[rep * leads + lead] === 1) continue;
    const fit = fitAt(table, lead, rep);
    if (fit > highest) [best, highest] = [rep, fit];
  }
  return best;
}

const none = new Uint8Array(0);

/** A value that is none would make every fit after it wrong: NaN spreads, and 101 overflows. */
function checkPercent(value: number): void {
  if (!Number.isInteger(value) || value < 0 || value > 100)
    throw new RangeError(`${value} is no whole number from 0 to 100.`);
}

function checkWeights(given: readonly number[], factors: number): void {
  for (const weight of given) checkPercent(weight);
  const sum = given.reduce((total, weight) => total + weight, 0);
  if (given.length !== factors || sum === 0 || sum > 100)
    throw new RangeError(`Weights are ${factors} of 1 to 100 in all, not ${given.join(", ")}.`);
}

// Two loops, each for one kind of array: one for both would be slow for both.

function addToPairs(sums: Int16Array, plane: Uint8Array, change: number): void {
  const size = sums.length;
  for (let at = 0; at < size; at += 1)
    sums[at] = (sums[at] as number) + Math.imul(plane[at] as number, change);
}

function addToOwn(sums: Int32Array, plane: Uint8Array, change: number): void {
  for (const [rep, percent] of plane.entries()) sums[rep] = (sums[rep] ?? 0) + percent * change;
}
