// What the sets say together: the difference and the ratio of the shares with the outcome, each with its interval.
import type { Interval } from "../../statistics/interval.ts";
import { type Course, dayOf } from "./course.ts";
import { normalQuantile, tToZ, twoSided, zToT } from "./distributions.ts";
import { exactPValue, type SetCounts } from "./exact-test.ts";
import type { RiskSets } from "./risk-sets.ts";

/** The figures of one test. */
export type Estimate = {
  /** Share with the outcome among those who got the action, and among those alike who had not. */
  actedShare: number;
  otherShare: number;
  difference: Interval;
  /** Null where one of the shares is 0. */
  ratio: Interval | null;
  /** The larger of the exact and the clustered p-value, two-sided. */
  pValue: number;
  standardError: number;
  freedom: number;
  /** Deals that served for comparison, each counted once. */
  others: number;
  /** Outcomes seen, each deal counted once on each side. */
  outcomes: number;
  /** What is left of the differences in size and age within the sets, in standard deviations. */
  gaps: { size: number; age: number };
};

/** Memberships of sets that have both, as numbers about the mean of their set. */
type Centred = {
  rows: Row[];
  /** Sets with both, for the exact test. */
  counts: SetCounts[];
};
type Row = {
  course: number;
  isActed: boolean;
  y: number;
  /** Deals in the set. */
  of: number;
  /** Share of the set that did not get the action: the weight of one that did. */
  weight: number;
  /** Less the set's mean: the action, the outcome, rank of size, day of opening. */
  centred: { acted: number; outcome: number; size: number; age: number };
};

/** Null where no set has both, or nothing is left to compare in them. */
export function estimate(courses: readonly Course[], sets: RiskSets): Estimate | null {
  const { rows, counts } = centre(courses, sets);
  if (rows.length === 0) return null;
  const fitted = regress(rows);
  if (!fitted) return null;
  const { errors, freedom } = clusteredErrors(courses, rows, fitted);
  const { difference, actedShare, otherShare } = fitted;
  const standardError = errors.difference;
  const clustered = standardError > 0 ? twoSided(tToZ(difference / standardError, freedom)) : 1;
  const t95 = zToT(normalQuantile(0.05), freedom);
  const hasRatio = actedShare > 0 && otherShare > 0;
  return {
    ...{ actedShare, otherShare },
    difference: {
      value: difference,
      low: Math.max(-1, difference - t95 * standardError),
      high: Math.min(1, difference + t95 * standardError),
    },
    ratio: hasRatio ? toRatio(Math.log(actedShare / otherShare), t95 * errors.logRatio) : null,
    pValue: Math.max(exactPValue(counts), clustered),
    ...{ standardError, freedom },
    ...countPeople(rows),
    gaps: { size: gapOf(rows, courses, "size"), age: gapOf(rows, courses, "age") },
  };
}

const toRatio = (log: number, half: number): Interval => ({
  value: Math.exp(log),
  low: Math.exp(log - half),
  high: Math.exp(log + half),
});

const sizeOf = ({ sizeRank }: Course) => sizeRank;
const ageOf = ({ openedAt }: Course) => dayOf(openedAt);

type Total = SetCounts & { size: number; age: number };

function centre(courses: readonly Course[], sets: RiskSets): Centred {
  const totals = totalsOf(courses, sets);
  const rows: Row[] = [];
  for (const [at, index] of sets.set.entries()) {
    const total = totals[index] as Total;
    if (total.n1 === 0 || total.n0 === 0) continue;
    const course = sets.course[at] ?? 0;
    const seen = { isActed: sets.acted[at] === 1, y: sets.outcome[at] ?? 0 };
    rows.push(toRow(total, { ...seen, course, one: courses[course] as Course }));
  }
  return { rows, counts: totals.filter(({ n1, n0 }) => n1 > 0 && n0 > 0) };
}

function totalsOf(courses: readonly Course[], sets: RiskSets): Total[] {
  const totals = Array.from({ length: sets.count }, () => ({
    ...{ n1: 0, y1: 0, n0: 0, y0: 0, size: 0, age: 0 },
  }));
  for (const [at, index] of sets.set.entries()) {
    const total = totals[index] as Total;
    const course = courses[sets.course[at] ?? 0] as Course;
    const [acted, y] = [sets.acted[at] ?? 0, sets.outcome[at] ?? 0];
    total.size += sizeOf(course);
    total.age += ageOf(course);
    total.n1 += acted;
    total.y1 += acted * y;
    total.n0 += 1 - acted;
    total.y0 += (1 - acted) * y;
  }
  return totals;
}

type Member = { course: number; one: Course; isActed: boolean; y: number };

function toRow(total: Total, { course, one, isActed, y }: Member): Row {
  const of = total.n1 + total.n0;
  return {
    ...{ course, isActed, y, of, weight: total.n0 / of },
    centred: {
      acted: Number(isActed) - total.n1 / of,
      outcome: y - (total.y1 + total.y0) / of,
      size: sizeOf(one) - total.size / of,
      age: ageOf(one) - total.age / of,
    },
  };
}

type Fitted = {
  difference: number;
  actedShare: number;
  otherShare: number;
  /** The action with what size and age say about it taken out, by row, and the outcome left unexplained. */
  own: Float64Array;
  left: Float64Array;
  /** Sum of squares of `own`; sum of weights of those who got the action. */
  spread: number;
  weight: number;
};

/**
 * The difference within sets (weights of Mantel and Haenszel 1959, as Greenland and Robins 1985 use them for differences
 * of shares), with what is left of size and age within a set taken out by least squares: strata first and regression on
 * what they leave is steadier than either alone (Rubin 1979).
 */
function regress(rows: readonly Row[]): Fitted | null {
  const sums = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  const product = (a: keyof Row["centred"], b: keyof Row["centred"]) =>
    sums(({ centred }) => centred[a] * centred[b]);
  const square = {
    ss: product("size", "size"),
    sa: product("size", "age"),
    aa: product("age", "age"),
  };
  const ofActed = solve(square, product("size", "acted"), product("age", "acted"));
  const own = Float64Array.from(
    rows,
    ({ centred }) => centred.acted - ofActed[0] * centred.size - ofActed[1] * centred.age,
  );
  const spread = own.reduce((sum, each) => sum + each * each, 0);
  const gained = rows.reduce((sum, { centred }, at) => sum + (own[at] ?? 0) * centred.outcome, 0);
  // Where size and age foretell who got it, nobody is left to compare.
  if (spread <= leastSpread * product("acted", "acted")) return null;
  const difference = gained / spread;
  const rest = (name: "size" | "age") =>
    product(name, "outcome") - difference * product(name, "acted");
  const ofOutcome = solve(square, rest("size"), rest("age"));
  const left = Float64Array.from(
    rows,
    ({ centred }) =>
      centred.outcome -
      difference * centred.acted -
      ofOutcome[0] * centred.size -
      ofOutcome[1] * centred.age,
  );
  const weight = sums(({ isActed, weight: each }) => (isActed ? each : 0));
  const actedShare = sums(({ isActed, weight: each, y }) => (isActed ? each * y : 0)) / weight;
  const otherShare = Math.min(1, Math.max(0, actedShare - difference));
  return { difference, actedShare, otherShare, own, left, spread, weight };
}

/** The part of who got the action that size and age must leave open. */
const leastSpread = 0.01;

type Square = { ss: number; sa: number; aa: number };

/** Two linear equations; what does not vary gets no share. */
function solve({ ss, sa, aa }: Square, s: number, a: number): [number, number] {
  const determinant = ss * aa - sa * sa;
  if (determinant > 1e-9 * ss * aa && determinant > 0) {
    return [(s * aa - a * sa) / determinant, (a * ss - s * sa) / determinant];
  }
  if (ss > 1e-12) return [s / ss, 0];
  return [0, aa > 1e-12 ? a / aa : 0];
}

/**
 * Standard errors with one account's deals drawn together (Liang and Zeger 1986), so that a deal that served for
 * comparison on many days counts as the one deal it is; what is left over is enlarged by the share of its set that each
 * deal itself made up (HC2: MacKinnon and White 1985). Degrees of freedom: the accounts on the smaller side less one.
 */
function clusteredErrors(courses: readonly Course[], rows: readonly Row[], fitted: Fitted) {
  const { own, left, spread, weight, actedShare, otherShare } = fitted;
  const pulls = new Map<string, { difference: number; acted: number }>();
  const sides = [new Set<string>(), new Set<string>()] as const;
  for (const [at, row] of rows.entries()) {
    const cluster = courses[row.course]?.cluster ?? "";
    sides[row.isActed ? 1 : 0].add(cluster);
    const over = (left[at] ?? 0) / Math.sqrt(1 - 1 / row.of);
    const pull = pulls.get(cluster) ?? { difference: 0, acted: 0 };
    pull.difference += ((own[at] ?? 0) * over) / spread;
    if (row.isActed) pull.acted += (row.weight * over) / weight;
    pulls.set(cluster, pull);
  }
  const all = [...pulls.values()];
  const correct = all.length / Math.max(1, all.length - 1);
  const root = (squares: number[]) =>
    Math.sqrt(correct * squares.reduce((sum, each) => sum + each, 0));
  return {
    errors: {
      difference: root(all.map(({ difference }) => difference ** 2)),
      logRatio: root(
        all.map(
          ({ difference, acted }) => (acted / actedShare - (acted - difference) / otherShare) ** 2,
        ),
      ),
    },
    freedom: Math.max(1, Math.min(sides[0].size, sides[1].size) - 1),
  };
}

/** Deals for comparison, and deals with the outcome, each counted once on a side. */
function countPeople(rows: readonly Row[]) {
  const others = new Set<number>();
  const withOutcome = [new Set<number>(), new Set<number>()] as const;
  for (const { course, isActed, y } of rows) {
    if (!isActed) others.add(course);
    if (y === 1) withOutcome[isActed ? 1 : 0].add(course);
  }
  return { others: others.size, outcomes: withOutcome[0].size + withOutcome[1].size };
}

/** How much those who got the action differ from their sets, in standard deviations of theirs. */
function gapOf(rows: readonly Row[], courses: readonly Course[], name: "size" | "age"): number {
  const acted = rows.filter(({ isActed }) => isActed);
  const values = acted.map(({ course }) => {
    const one = courses[course] as Course;
    return name === "size" ? sizeOf(one) : ageOf(one);
  });
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
  );
  const weight = acted.reduce((sum, row) => sum + row.weight, 0);
  const gap = acted.reduce((sum, { centred }) => sum + centred[name], 0) / weight;
  return spread > 0 ? gap / spread : 0;
}
