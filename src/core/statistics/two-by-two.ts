// Two groups and two outcomes: how much likelier one group is to end well, how sure that is, and whether chance would do
// as much.
import { type Interval, normal95 as z } from "./interval.ts";

/** How many of a group ended well, of how many. */
export type Group = { won: number; of: number };
export type TwoByTwo = { having: Group; others: Group };

/**
 * The odds ratio with Woolf's (1955) interval. Where a cell is empty a half is added to every cell, which keeps both
 * finite (Haldane 1956, Anscombe 1956).
 */
export function oddsRatioOf(table: TwoByTwo): Interval {
  const cells = cellsOf(table);
  const add = cells.includes(0) ? 0.5 : 0;
  const [a, b, c, d] = cells.map((cell) => cell + add) as [number, number, number, number];
  const log = Math.log((a * d) / (b * c));
  const half = z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return { value: Math.exp(log), low: Math.exp(log - half), high: Math.exp(log + half) };
}

/**
 * One odds ratio of several strata, such as customers equally busy (Mantel and Haenszel 1959), with the interval of
 * Robins, Breslow and Greenland (1986). Null where no stratum has both groups and both outcomes.
 */
export function pooledOddsRatio(tables: readonly TwoByTwo[]): Interval | null {
  const sums = { r: 0, s: 0, pr: 0, cross: 0, qs: 0 };
  for (const table of tables) {
    const [a, b, c, d] = cellsOf(table);
    const n = a + b + c + d;
    if (n === 0) continue;
    const [p, q, r, s] = [(a + d) / n, (b + c) / n, (a * d) / n, (b * c) / n];
    sums.r += r;
    sums.s += s;
    sums.pr += p * r;
    sums.cross += p * s + q * r;
    sums.qs += q * s;
  }
  const { r, s, pr, cross, qs } = sums;
  if (r === 0 || s === 0) return null;
  const half = z * Math.sqrt(pr / (2 * r * r) + cross / (2 * r * s) + qs / (2 * s * s));
  const log = Math.log(r / s);
  return { value: r / s, low: Math.exp(log - half), high: Math.exp(log + half) };
}

/**
 * Makes Fisher's (1935) exact test, two-sided: the chance of a table no likelier than this one if the groups did not
 * differ. `most`: the largest number of cases it will be asked about.
 */
export function createFisherTest(most: number): (table: TwoByTwo) => number {
  const logFactorial = new Float64Array(most + 1);
  for (let n = 1; n <= most; n += 1)
    logFactorial[n] = (logFactorial[n - 1] as number) + Math.log(n);
  const lf = (n: number) => logFactorial[n] as number;
  return ({ having, others }) => {
    const [n, m, won] = [having.of, others.of, having.won + others.won];
    const constant = lf(n) + lf(m) + lf(won) + lf(n + m - won) - lf(n + m);
    const chance = (a: number) =>
      Math.exp(constant - lf(a) - lf(n - a) - lf(won - a) - lf(m - won + a));
    const seen = chance(having.won) * (1 + 1e-7);
    let sum = 0;
    for (let a = Math.max(0, won - m); a <= Math.min(n, won); a += 1) {
      const each = chance(a);
      if (each <= seen) sum += each;
    }
    return Math.min(1, sum);
  };
}

function cellsOf({ having, others }: TwoByTwo): [number, number, number, number] {
  return [having.won, having.of - having.won, others.won, others.of - others.won];
}
