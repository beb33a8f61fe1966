// What a case has shown so far, as columns for a regression: the plain things a model of paths has to beat.
import { hourMs } from "../../core/durations.ts";
import { fitLogistic, logOdds, type Sparse } from "../../core/statistics/logistic.ts";
import type { LogCase, LogEvent } from "./read-log.ts";

/** A case as it stood at a moment: its events until then, and the moment. */
export type Prefix = { events: readonly LogEvent[]; beganAt: number; at: number };

/** What a regression looks at. */
export const featureSets = {
  length: (prefix) => timing(prefix).slice(0, 2),
  last_event: ({ events }) => [[`last ${events.at(-1)?.name}`, 1]],
  frequency: ({ events }) => counted(events.map(({ name }) => name)),
  /** Steps from one event to the next, the last event and the times: everything a path of order 1 has, and when. */
  transitions: (prefix) => [
    ...counted(
      prefix.events.map(({ name }, index) => `${prefix.events[index - 1]?.name} > ${name}`),
    ),
    [`last ${prefix.events.at(-1)?.name}`, 1],
    ...timing(prefix),
  ],
} as const satisfies Record<string, (prefix: Prefix) => Column[]>;
export type FeatureSet = keyof typeof featureSets;

type Column = [name: string, value: number];

/** The most cases a regression learns from: more change nothing but the time it takes. */
const mostRows = 5_000;
const ridge = 1;

/** Learns log-odds of being declined from prefixes of the same length; the ridge keeps rare columns near 0. */
export function learnFeatures(
  set: FeatureSet,
  rows: readonly { prefix: Prefix; declined: boolean }[],
): (prefix: Prefix) => number {
  const step = Math.max(1, rows.length / mostRows);
  const drawn = Array.from(
    { length: Math.min(rows.length, mostRows) },
    (_, index) => rows[Math.floor(index * step)] as (typeof rows)[number],
  );
  const index = new Map<string, number>([["", 0]]);
  const toRow = (prefix: Prefix, learns: boolean): Sparse => {
    const columns = (featureSets[set] as (prefix: Prefix) => Column[])(prefix);
    const known = columns.filter(([name]) => {
      if (learns && !index.has(name)) index.set(name, index.size);
      return index.has(name);
    });
    return {
      at: [0, ...known.map(([name]) => index.get(name) ?? 0)],
      by: [1, ...known.map(([, value]) => value)],
    };
  };
  const training = drawn.map(({ prefix }) => toRow(prefix, true));
  const pull = new Float64Array(index.size).fill(ridge);
  pull[0] = 1e-6;
  const won = drawn.map(({ declined }) => declined);
  const coefficients = fitLogistic({ rows: training, won, ridge: pull });
  return (prefix) => logOdds(toRow(prefix, false), coefficients);
}

/** How often each name came, damped: the tenth time says less than the first. */
function counted(names: readonly string[]): Column[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => [name, Math.log1p(count)]);
}

function timing({ events, beganAt, at }: Prefix): Column[] {
  const hours = (ms: number) => Math.log1p(Math.max(0, ms) / hourMs);
  const [last, before] = [events.at(-1)?.at ?? beganAt, events.at(-2)?.at ?? beganAt];
  return [
    ["hours so far", hours(at - beganAt)],
    ["events so far", Math.log1p(events.length)],
    ["hours to the last", hours(last - before)],
    ["hours since the last", hours(at - last)],
  ];
}

/** A case after so many events; undefined where it was decided before. */
export function afterEvents({ events, beganAt }: LogCase, count: number): Prefix | undefined {
  const last = events[count - 1];
  return last && { events: events.slice(0, count), beganAt, at: last.at };
}

/** A case so long after it began; undefined where it was decided by then. */
export function afterTime({ events, beganAt, decidedAt }: LogCase, ms: number): Prefix | undefined {
  const at = beganAt + ms;
  if (decidedAt <= at) return undefined;
  return { events: events.filter((event) => event.at <= at), beganAt, at };
}
