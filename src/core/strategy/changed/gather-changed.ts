// Everything *What changed* says, as data: the same figures as `ask` gives, of one month and of the one before.
import { type Answer, answerQuery } from "../../ask/answer-query.ts";
import type { Figure } from "../../ask/figures.ts";
import { type MetricId, type MetricKind, metrics } from "../../ask/metrics.ts";
import { calendarPeriod, periodBefore, rangeOf } from "../../ask/periods.ts";
import type { Period, Query } from "../../ask/query.ts";
import { type Reach, readReach } from "../../ask/reach.ts";
import type { AskServices } from "../../ask/services.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { localTime, nextDay, type Workdays } from "../../people/working-time.ts";
import { compareFigures, type Verdict } from "./compare.ts";
import { countTogether } from "./count-together.ts";
import { rampOf, readRamp } from "./ramp.ts";

/** What is looked at, in this order. */
export const measureIds = [
  "conversion",
  "visits",
  "effective_visits",
  "ramp",
  "cycle",
  "delay",
  "completeness",
] as const;
export type MeasureId = (typeof measureIds)[number];

/** The metric of the data layer that each is; newcomers' ramp is counted here (ramp.ts). */
const metricOf = {
  conversion: "win_rate",
  visits: "touches",
  effective_visits: "updates_confirmed",
  ramp: "cycle_days",
  cycle: "cycle_days",
  delay: "hours_to_contact",
  completeness: "contract_rate",
} as const satisfies Record<MeasureId, MetricId>;

const talks: Query["where"] = [{ dimension: "kind", values: ["call.made", "meeting.held"] }];

/** One measure in both months; `metric` says its unit. */
export type Measure = {
  id: MeasureId;
  metric: MetricId;
  now: Figure | undefined;
  before: Figure | undefined;
  verdict: Verdict;
};

/** A kind of customer whose share of the closed deals moved. */
export type MixShift = { segment: string; before: number; now: number };

export type Changed = {
  period: Period;
  beforePeriod: Period;
  measures: Measure[];
  mix: MixShift[];
  /** Days worked in each, where the reader is. */
  workdays: { now: number; before: number };
};

export type ChangedServices = AskServices & { workdays: Workdays };

/** From a movement of so many points of share on, the mix of customers is named: our judgement. */
const mixPoints = 0.15;
/** Below so many closed deals in a month, its mix says nothing. */
const leastMixed = 10;

/** Reads it for a manager. `shift`: -1 the last whole month, 0 the present one so far. */
export async function gatherChanged(
  services: ChangedServices,
  person: Person,
  shift: -1 | 0,
): Promise<Changed> {
  const { store, askData: data, clock, workdays } = services;
  const { timeZone } = person;
  const now = clock();
  const today = localTime(now, timeZone).day;
  const whole = calendarPeriod(today, "month", shift);
  const period: Period = shift === 0 ? { ...whole, to: today, unit: "days" } : whole;
  const beforePeriod = periodBefore(whole, today);
  const reach = await readReach({ read: store.read, data }, person);
  const queries = [...measureIds.map(toQuery), { by: "segment" as const }];
  const answers = await answerAll({ data, reach, askerId: person.id, timeZone, now }, [
    ...queries.map((query): Query => {
      return { ...everything, period: whole, ...query };
    }),
  ]);
  const ramp = await rampPair(services, reach, { period, beforePeriod, timeZone });
  const measures = measureIds.map((id, index) =>
    toMeasure(id, id === "ramp" ? ramp : pairOf(answers[index])),
  );
  const closed = answers.at(-1);
  return {
    ...{ period, beforePeriod, measures },
    mix: mixOf(closed?.groups ?? []),
    workdays: {
      now: countWorkdays(period, { workdays, timeZone }),
      before: countWorkdays(beforePeriod, { workdays, timeZone }),
    },
  };
}

/** Every record, in both periods. */
const everything: Omit<Query, "period"> = {
  ...{ metric: "win_rate", by: null, where: [], order: null, top: null, compare: true },
};

function toQuery(id: MeasureId): Partial<Query> {
  return { metric: metricOf[id], where: id === "visits" ? talks : [] };
}

type Asking = Parameters<typeof answerQuery>[1];

/** All in one run; where that is too much at once, one by one, and without what is too much by itself. */
async function answerAll(
  asking: Asking,
  queries: readonly Query[],
): Promise<(Answer | undefined)[]> {
  const together = { ...asking, data: countTogether(asking.data) };
  try {
    return (await Promise.all(queries.map((query) => answerQuery(query, together)))).map(orNothing);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  const answers: (Answer | undefined)[] = [];
  for (const query of queries) answers.push(await answerAlone(asking, query));
  return answers;
}

async function answerAlone(asking: Asking, query: Query): Promise<Answer | undefined> {
  try {
    return orNothing(await answerQuery(query, asking));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function orNothing(answer: Awaited<ReturnType<typeof answerQuery>>): Answer | undefined {
  return typeof answer === "string" ? undefined : answer;
}

type Pair = { now: Figure | undefined; before: Figure | undefined };

function toMeasure(id: MeasureId, { now, before }: Pair): Measure {
  const metric = metricOf[id];
  const kind: MetricKind = metrics[metric].kind;
  return { id, metric, now, before, verdict: compareFigures(kind, now, before) };
}

function pairOf(answer: Answer | undefined): Pair {
  return { now: answer?.figures[0], before: answer?.before[0] };
}

type Periods = { period: Period; beforePeriod: Period; timeZone: string };

async function rampPair(
  { store }: ChangedServices,
  { scope }: Reach,
  { period, beforePeriod, timeZone }: Periods,
): Promise<Pair> {
  const { people, won } = await readRamp(
    store.read,
    scope.map(({ id }) => id),
  );
  const of = (each: Period) => rampOf(people, won, rangeOf(each, timeZone));
  return { now: of(period), before: of(beforePeriod) };
}

type Segment = { key: string | null; figures: Figure[]; before: Figure[] };

/** Kinds of customers whose share moved far, the farthest first; nothing where either month closed few deals. */
export function mixOf(groups: readonly Segment[]): MixShift[] {
  const sample = (figures: Figure[]) => figures[0]?.sample ?? 0;
  const all = groups.reduce((sum, { figures }) => sum + sample(figures), 0);
  const allBefore = groups.reduce((sum, { before }) => sum + sample(before), 0);
  if (all < leastMixed || allBefore < leastMixed) return [];
  return groups
    .map(({ key, figures, before }) => {
      const shares = { before: sample(before) / allBefore, now: sample(figures) / all };
      return { segment: key ?? "", ...shares };
    })
    .filter(({ segment, before, now }) => segment !== "" && Math.abs(now - before) >= mixPoints)
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
}

function countWorkdays(
  { from, to }: Period,
  { workdays, timeZone }: { workdays: Workdays; timeZone: string },
): number {
  let count = 0;
  for (let day = from; day <= to; day = nextDay(day)) {
    if (workdays.isWorkday(day, timeZone)) count += 1;
  }
  return count;
}

/** Whether there is anything to compare. */
export function hasFigures({ measures }: Changed): boolean {
  return measures.some(({ verdict }) => verdict !== "none");
}
