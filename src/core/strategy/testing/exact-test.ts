// The exact test of many small sets at once: had the action gone by lot within each set, how rare would so many or so few
// outcomes among those who got it be? (Mehta, Patel and Gray 1985: convolution of hypergeometric distributions.)
import { twoSided } from "./distributions.ts";

/** One set: how many got the action, how many not, and in how many of each the outcome followed. */
export type SetCounts = { n1: number; y1: number; n0: number; y0: number };

/** Sets of which the distribution is computed whole; of more, its normal limit with a continuity correction is used. */
const mostExact = 800;

/** Two-sided p-value: the chance of a sum no likelier than the one seen. */
export function exactPValue(sets: readonly SetCounts[]): number {
  const telling = sets.filter(({ n1, n0, y1, y0 }) => {
    const outcomes = y1 + y0;
    return n1 > 0 && n0 > 0 && outcomes > 0 && outcomes < n1 + n0;
  });
  if (telling.length === 0) return 1;
  return telling.length > mostExact ? normalPValue(telling) : convolved(telling);
}

function convolved(sets: readonly SetCounts[]): number {
  let chances = [1];
  let least = 0;
  let seen = 0;
  for (const set of sets) {
    const one = hypergeometric(set);
    chances = convolve(chances, one.chances);
    least += one.least;
    seen += set.y1;
  }
  const limit = (chances[seen - least] ?? 0) * (1 + 1e-7);
  return Math.min(
    1,
    chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0),
  );
}

function convolve(one: readonly number[], other: readonly number[]): number[] {
  const both = new Array<number>(one.length + other.length - 1).fill(0);
  for (const [i, a] of one.entries()) {
    for (const [j, b] of other.entries()) both[i + j] = (both[i + j] ?? 0) + a * b;
  }
  return both;
}

/** The chances of each number of outcomes among those who got the action, from the least possible on. */
function hypergeometric({ n1, y1, n0, y0 }: SetCounts): { least: number; chances: number[] } {
  const outcomes = y1 + y0;
  const least = Math.max(0, outcomes - n0);
  const most = Math.min(n1, outcomes);
  const weights = [1];
  for (let k = least; k < most; k += 1) {
    const odds = ((n1 - k) * (outcomes - k)) / ((k + 1) * (n0 - outcomes + k + 1));
    weights.push((weights.at(-1) ?? 0) * odds);
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { least, chances: weights.map((weight) => weight / sum) };
}

/** Mantel and Haenszel (1959). */
function normalPValue(sets: readonly SetCounts[]): number {
  let [surplus, variance] = [0, 0];
  for (const { n1, y1, n0, y0 } of sets) {
    const [n, outcomes] = [n1 + n0, y1 + y0];
    surplus += y1 - (n1 * outcomes) / n;
    variance += (n1 * n0 * outcomes * (n - outcomes)) / (n * n * (n - 1));
  }
  return twoSided(Math.max(0, Math.abs(surplus) - 0.5) / Math.sqrt(variance));
}
