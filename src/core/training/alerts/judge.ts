// Whether a rule fires on a rep's talks, and how sure the mean it goes by is. Pure; the order of the talks does not matter.
import { meanOf } from "../../statistics/mean.ts";
import type { AlertEvidence, TalkEvidence } from "./alert.ts";
import type { AlertRule } from "./rules.ts";

/** A rule's talks, newest first, and what follows from them. */
export type Judgement = {
  fires: boolean;
  evidence: Pick<AlertEvidence, "talks" | "mean" | "low" | "high">;
};

/** Fires when the latest `inARow` talks all lie under the threshold: one that lies above ends it. */
export function judgeTalks(rule: AlertRule, talks: readonly TalkEvidence[]): Judgement {
  const latest = talks.toSorted(byTime).slice(0, rule.inARow);
  const fires = latest.length === rule.inARow && latest.every(({ value }) => value < rule.below);
  return { fires, evidence: { talks: latest, ...boundedMean(latest.map(({ value }) => value)) } };
}

const byTime = (a: TalkEvidence, b: TalkEvidence) =>
  b.at - a.at || (a.sourceId < b.sourceId ? -1 : 1);

/** Moods and shares lie in [0, 1]. */
function boundedMean(values: readonly number[]): { mean: number; low: number; high: number } {
  const { mean, low, high } = meanOf(values);
  return { mean: round(mean), low: round(Math.max(0, low)), high: round(Math.min(1, high)) };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
