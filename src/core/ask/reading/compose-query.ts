// Puts a query together from the pieces of a question, and from the one before where it follows up on that.
import type { Dimension } from "../dimensions.ts";
import { type MetricId, metrics } from "../metrics.ts";
import { type CalendarUnit, calendarPeriod } from "../periods.ts";
import { canSplit, type Filter, type Period, type Query } from "../query.ts";
import type { Named } from "../vocabulary.ts";
import type { CompareFound } from "./compare-words.ts";
import { findOrder, findTop } from "./dimension-words.ts";
import type { Pieces, Problem, ReadQuestion } from "./pieces.ts";

type Composing = {
  pieces: Pieces;
  metric: MetricId;
  today: string;
  before: Query | undefined;
  /** Each name's values: several only where things are called the same. */
  named: readonly (readonly Named[])[];
};

/** The query, or why there is none. */
export function composeQuery(composing: Composing): ReadQuestion {
  const { pieces, metric, before, named } = composing;
  const problem = problemOf(composing);
  if (problem) return { problem };
  const { hasTime } = metrics[metric];
  const by = dimensionOf(composing);
  const asked = periodOf(composing);
  const query: Query = {
    ...{ metric, by, where: toFilters(named, before), period: hasTime ? asked : null },
    ...rankingOf(composing, by),
    compare: hasTime && (pieces.compare !== undefined || before?.compare === true),
  };
  const doubtful = named.find((one) => one.length > 1 && one[0]?.dimension === "person");
  if (doubtful) {
    const name = doubtful[0]?.names[0] ?? "";
    return { problem: { code: "ambiguous", name, choices: [...doubtful], query } };
  }
  return { query, ...(asked && !hasTime ? { dropped: "period" as const } : {}) };
}

function problemOf(composing: Composing): Problem | undefined {
  const { pieces, metric } = composing;
  const [first, second] = pieces.dimensions;
  if (second) return { code: "two_dimensions", metric };
  if (first && !canSplit(metric, first)) return { code: "no_dimension", dimension: first, metric };
  if (dimensionOf(composing) === null && (findOrder(pieces.rest) || findTop(pieces.rest))) {
    return { code: "order_alone", metric };
  }
  const asked = periodOf(composing);
  const isAlone = pieces.compare && !asked && metrics[metric].hasTime;
  if (isAlone) return { code: "other_period", metric };
  const against = pieces.compare?.unit;
  const isOther = against && asked && asked.unit !== against && !isWhole(asked, against);
  return isOther ? { code: "other_period", metric } : undefined;
}

function dimensionOf({ pieces, metric, before }: Composing): Dimension | null {
  const [first] = pieces.dimensions;
  if (first) return first;
  return before?.by && canSplit(metric, before.by) ? before.by : null;
}

function periodOf({ pieces, today, before }: Composing): Period | null {
  return pieces.period ?? impliedPeriod(pieces.compare, today) ?? before?.period ?? null;
}

/** "than last month" is asked of this one. */
function impliedPeriod(compare: CompareFound | undefined, today: string): Period | undefined {
  return compare?.unit && calendarPeriod(today, compare.unit);
}

/** Of a follow-up: what was wanted before holds while the split is the same. */
function rankingOf(
  { pieces: { rest }, before }: Composing,
  by: Dimension | null,
): Pick<Query, "order" | "top"> {
  if (by === null) return { order: null, top: null };
  const kept = before && before.by === by ? before : undefined;
  return {
    order: findOrder(rest) ?? kept?.order ?? null,
    top: findTop(rest) ?? kept?.top ?? null,
  };
}

/** A month is a month, whatever it was called. */
function isWhole({ from, to }: Period, unit: CalendarUnit): boolean {
  const whole = calendarPeriod(from, unit);
  return whole.from === from && whole.to === to;
}

/** One filter per dimension, in the order of their names; a follow-up's own replace those before it. */
function toFilters(named: readonly (readonly Named[])[], before: Query | undefined): Filter[] {
  const byDimension = new Map<Dimension, Set<string>>();
  for (const { dimension, value } of named.flat()) {
    byDimension.set(dimension, (byDimension.get(dimension) ?? new Set()).add(value));
  }
  const own = [...byDimension].map(([dimension, values]) => ({
    dimension,
    values: [...values].sort(),
  }));
  const kept = (before?.where ?? []).filter(({ dimension }) => !byDimension.has(dimension));
  return [...own, ...kept].sort((a, b) => (a.dimension < b.dimension ? -1 : 1));
}
