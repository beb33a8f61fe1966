// Counts what a query asks for, and the period before where that was asked; within the asker's reach, whatever it says.
import { localTime } from "../people/working-time.ts";
import type { AskData, Counted, CountedRow, CountRequest, RunSql } from "./counting.ts";
import { isTime } from "./dimensions.ts";
import { type Figure, leastCases, toFigures } from "./figures.ts";
import { metrics } from "./metrics.ts";
import { bucketsOf, periodBefore, rangeOf, usualPeriod } from "./periods.ts";
import type { Period, Query } from "./query.ts";
import type { Reach } from "./reach.ts";

/** `before`: of the same group in the period before. */
export type Group = { key: string | null; figures: Figure[]; before: Figure[] };

export type Answer = {
  query: Query;
  /** The days counted; null: of all time, or as of now. */
  period: Period | null;
  beforePeriod: Period | null;
  figures: Figure[];
  before: Figure[];
  /** In the order asked for, cut to as many as were asked for. */
  groups: Group[];
  /** How many groups were cut off. */
  cut: number;
  sql: RunSql[];
};

/** Why a sound query cannot be counted. */
export type Unanswerable = "future" | "tooMany";

type Asking = { data: AskData; reach: Reach; askerId: string; timeZone: string; now: number };

/** Throws Refused `ask_slow` or `ask_too_many`. */
export async function answerQuery(query: Query, asking: Asking): Promise<Answer | Unanswerable> {
  const { timeZone, now, data } = asking;
  const today = localTime(now, timeZone).day;
  const { by, compare } = query;
  const period = query.period ?? (isTime(by) ? usualPeriod(by, today) : null);
  if (period && period.from > today) return "future";
  const buckets = toBuckets(by, period, timeZone);
  if (buckets === undefined) return "tooMany";
  const beforePeriod = compare && period ? periodBefore(period, today) : null;
  const request: CountRequest = {
    ...{ metric: query.metric, by, where: query.where, range: period && rangeOf(period, timeZone) },
    ...{ buckets, scope: asking.reach.scope, askerId: asking.askerId, now },
  };
  const requests = [request, ...(beforePeriod ? [toBefore(request, beforePeriod, timeZone)] : [])];
  const [counted, before] = await data.count(requests);
  return compose({
    query,
    period,
    beforePeriod,
    counted,
    before,
    keys: buckets?.map(({ key }) => key),
  });
}

/** null: the split is none of time. */
function toBuckets(by: Query["by"], period: Period | null, timeZone: string) {
  return period && isTime(by) ? bucketsOf(period, { by, timeZone }) : null;
}

/** Split by time, the one before is told as a whole: its months are others. */
function toBefore(request: CountRequest, period: Period, timeZone: string): CountRequest {
  const by = isTime(request.by) ? null : request.by;
  return { ...request, by, buckets: null, range: rangeOf(period, timeZone) };
}

type Composing = Pick<Answer, "query" | "period" | "beforePeriod"> & {
  counted: Counted | undefined;
  before: Counted | undefined;
  /** Stretches of time, empty ones included. */
  keys: string[] | undefined;
};

function compose({ query, period, beforePeriod, counted, before, keys }: Composing): Answer {
  const { kind } = metrics[query.metric];
  const rows = counted?.rows ?? [];
  const found = keys ?? [...new Set(rows.map(({ key }) => key))];
  // Nothing was counted before unless it was asked for: no change can be told then.
  const figuresBefore = (isOf: (row: CountedRow) => boolean) =>
    before ? toFigures(kind, before.rows.filter(isOf)) : [];
  const groupOf = (key: string | null): Group => ({
    key,
    figures: toFigures(
      kind,
      rows.filter((row) => row.key === key),
    ),
    before: figuresBefore((row) => row.key === key),
  });
  const figures = toFigures(kind, rows);
  const ranking = { order: query.order, isTimed: keys !== undefined };
  const currency = figures[0]?.currency ?? null;
  const groups = query.by === null ? [] : ranked(found.map(groupOf), { ...ranking, currency });
  const shown = query.top === null ? groups : groups.slice(0, query.top);
  return {
    ...{ query, period, beforePeriod, figures },
    before: figuresBefore(() => true),
    ...{ groups: shown, cut: groups.length - shown.length },
    sql: [...(counted?.sql ?? []), ...(before?.sql ?? [])],
  };
}

type Ranking = { order: Query["order"]; isTimed: boolean; currency: string | null };

/**
 * By value, the few and the empty last; stretches of time stay in order unless an end was asked for. Of several
 * currencies the one with most cases ranks: amounts in others cannot be compared with it.
 */
function ranked(groups: Group[], { order, isTimed, currency }: Ranking): Group[] {
  if (isTimed && order === null) return groups;
  const sign = order === "least" ? 1 : -1;
  const told = ({ figures }: Group) =>
    figures.find((figure) => figure.currency === currency)?.value ?? null;
  const bySize = (a: Group, b: Group) => (b.figures[0]?.sample ?? 0) - (a.figures[0]?.sample ?? 0);
  return [
    ...groups
      .filter((group) => told(group) !== null)
      .sort((a, b) => sign * ((told(a) ?? 0) - (told(b) ?? 0)) || bySize(a, b)),
    ...groups.filter((group) => told(group) === null).sort(bySize),
  ];
}

/** Whether too few cases stand behind a figure to tell more than their number. */
export function isFew({ sample }: Figure): boolean {
  return sample > 0 && sample < leastCases;
}
