// What a ranking is worth to the person who asked, one query at a time. Pure.

/** How well each relevant document answers: 2 exactly, 1 of use. What is not in it does not answer. */
export type Grades = ReadonlyMap<string, number>;

/** What is measured of every ranking, in the order in which it is printed. */
export const measures = ["r1", "r3", "r10", "mrr10", "ndcg10"] as const;
export type Measure = (typeof measures)[number];

/** Every measure of one ranking of ids, best first; at least one grade must be given. */
export function measure(ranked: readonly string[], grades: Grades): Record<Measure, number> {
  return {
    r1: hitAt(1, ranked, grades),
    r3: hitAt(3, ranked, grades),
    r10: hitAt(10, ranked, grades),
    mrr10: reciprocalRank(ranked.slice(0, 10), grades),
    ndcg10: ndcg(ranked, grades, 10),
  };
}

/** 1 when a relevant document is among the first `k`: a person needs one answer, not all of them. */
export function hitAt(k: number, ranked: readonly string[], grades: Grades): number {
  return ranked.slice(0, k).some((id) => grades.has(id)) ? 1 : 0;
}

function reciprocalRank(ranked: readonly string[], grades: Grades): number {
  const at = ranked.findIndex((id) => grades.has(id));
  return at < 0 ? 0 : 1 / (at + 1);
}

/** Järvelin and Kekäläinen (2002), with the gain 2^grade − 1 of Burges et al. (2005). */
function ndcg(ranked: readonly string[], grades: Grades, k: number): number {
  const ideal = [...grades.values()].sort((a, b) => b - a);
  const gained = ranked.map((id) => grades.get(id) ?? 0);
  return discounted(gained.slice(0, k)) / discounted(ideal.slice(0, k));
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

/** Spearman's rank correlation, ties given their mean rank; 0 when either side is constant. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return prepareSpearman(a, b)(Uint32Array.from({ length: a.length }, (_, index) => index));
}

/** The same of any sample of the observations, drawn by index: sorted once, so that a thousand samples take seconds. */
export function prepareSpearman(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): (drawn: Uint32Array) => number {
  const [levelsA, levelsB] = [levelsOf(a), levelsOf(b)];
  return (drawn) => pearson(ranksOf(levelsA, drawn), ranksOf(levelsB, drawn));
}

/** The place of each value among the distinct ones. */
function levelsOf(values: ArrayLike<number>): Uint32Array {
  const distinct = Float64Array.from(new Set(Array.from(values))).sort();
  const levels = new Map(Array.from(distinct, (value, level) => [value, level]));
  return Uint32Array.from(Array.from(values), (value) => levels.get(value) ?? 0);
}

function ranksOf(levels: Uint32Array, drawn: Uint32Array): Float64Array {
  const held = new Uint32Array(levels.length);
  for (const index of drawn)
    held[levels[index] as number] = (held[levels[index] as number] ?? 0) + 1;
  let before = 0;
  const rankOf = Float64Array.from(held, (count) => {
    before += count;
    return before - (count - 1) / 2;
  });
  return Float64Array.from(drawn, (index) => rankOf[levels[index] as number] as number);
}

function pearson(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const [index, value] of a.entries()) {
    const [x, y] = [value - meanA, (b[index] ?? 0) - meanB];
    both += x * y;
    onlyA += x * x;
    onlyB += y * y;
  }
  return onlyA === 0 || onlyB === 0 ? 0 : both / Math.sqrt(onlyA * onlyB);
}

const meanOf = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
