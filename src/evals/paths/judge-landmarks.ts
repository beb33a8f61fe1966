// How well declined cases are told from approved ones while both are undecided: at the same number of events, and at the
// same age. Cases decided before are counted, not judged: whoever knows that a case has ended knows too much.

import { createAuc } from "../../core/leads/backtest/measures.ts";
import { bootstrap, round4 } from "../../core/statistics/bootstrap.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import {
  afterEvents,
  afterTime,
  type FeatureSet,
  featureSets,
  learnFeatures,
  type Prefix,
} from "./features.ts";
import { type CaseScores, type PathJudge, type PathScore, pathScores } from "./path-scores.ts";
import type { LogCase } from "./read-log.ts";

export type ScoreName = PathScore | FeatureSet;
/** What is ours; the others are the baselines it has to beat. */
export const ours = [...pathScores, "transitions"] as const satisfies ScoreName[];
const baselines = ["length", "last_event", "frequency"] as const satisfies ScoreName[];

export type Landmark = { events: number } | { hours: number };

export type Judged = {
  at: Landmark;
  /** Still undecided there, in the judged part. */
  declined: number;
  approved: number;
  /** Declined before it, which nobody could have foretold here. */
  declinedBefore: number;
  auc: Record<ScoreName, Interval>;
  /** The baseline that does best here, chosen in its favour: with the judged part in view. */
  bestBaseline: FeatureSet;
  /** AUC of ours less that of the best baseline, on the same resamples. */
  gain: Record<(typeof ours)[number], Interval>;
};

/** Fewer of either outcome say nothing. */
export const fewest = 10;
/** More than this are drawn evenly: an interval of a few thousandths is enough. */
const mostJudged = 2_000;

type Parts = { learning: readonly LogCase[]; judging: readonly LogCase[]; judge: PathJudge };

/** Judges at one landmark; null where too few are undecided there. */
export function judgeAt(landmark: Landmark, { learning, judging, judge }: Parts): Judged | null {
  const taught = learning.flatMap((one) => toRow(one, landmark));
  const asked = judging.flatMap((one) => toRow(one, landmark));
  if (!hasBoth(taught) || !hasBoth(asked)) return null;
  const step = Math.max(1, asked.length / mostJudged);
  const rows = asked.filter(
    (_, index) => Math.floor(index / step) > Math.floor((index - 1) / step),
  );
  const isDeclined = rows.map(({ declined }) => declined);
  const names = Object.keys(featureSets) as FeatureSet[];
  const scores = new Map<ScoreName, Float64Array>(
    names.map((name) => {
      const score = learnFeatures(name, taught);
      return [name, Float64Array.from(rows, ({ prefix }) => score(prefix))];
    }),
  );
  const all = rows.map(({ one }) => judge.scoresOf(one));
  for (const name of pathScores) {
    scores.set(
      name,
      Float64Array.from(rows, (row, index) => at(all[index], name, row.prefix)),
    );
  }
  const declinedAll = judging.filter(({ outcome }) => outcome === "declined").length;
  const undecided = asked.filter(({ declined }) => declined).length;
  return {
    ...{ at: landmark, declined: undecided, approved: asked.length - undecided },
    declinedBefore: declinedAll - undecided,
    ...compare(scores, isDeclined),
  };
}

type Row = { one: LogCase; prefix: Prefix; declined: boolean };

function toRow(one: LogCase, landmark: Landmark): Row[] {
  const prefix =
    "events" in landmark
      ? afterEvents(one, landmark.events)
      : afterTime(one, landmark.hours * 3_600_000);
  if (!prefix || prefix.events.length === 0) return [];
  return [{ one, prefix, declined: one.outcome === "declined" }];
}

function hasBoth(rows: readonly Row[]): boolean {
  const declined = rows.filter((row) => row.declined).length;
  return declined >= fewest && rows.length - declined >= fewest;
}

function at(scores: CaseScores | undefined, name: PathScore, { events }: Prefix): number {
  return scores?.[name][events.length - 1] ?? 0;
}

function compare(scores: ReadonlyMap<ScoreName, Float64Array>, isDeclined: readonly boolean[]) {
  const aucs = new Map([...scores].map(([name, values]) => [name, createAuc(values, isDeclined)]));
  const once = new Uint16Array(isDeclined.length).fill(1);
  const now = (name: ScoreName) => aucs.get(name)?.(once) ?? 0.5;
  const bestBaseline = baselines.reduce((best, name) => (now(name) > now(best) ? name : best));
  const found = bootstrap([...isDeclined.keys()], (times) => {
    const drawn = new Map([...aucs].map(([name, auc]) => [name, auc(times)]));
    const best = drawn.get(bestBaseline) ?? 0.5;
    return Object.fromEntries([
      ...drawn,
      ...ours.map((name) => [`gain ${name}`, (drawn.get(name) ?? 0.5) - best]),
    ]) as Record<string, number>;
  });
  const pick = <Name extends ScoreName>(names: readonly Name[], before = "") =>
    Object.fromEntries(
      names.map((name) => [name, found[`${before}${name}`] as Interval]),
    ) as Record<Name, Interval>;
  return { bestBaseline, auc: pick([...ours, ...baselines]), gain: pick(ours, "gain ") };
}

/** The mean of a list, to four places. */
export const mean4 = (values: readonly number[]) =>
  round4(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
