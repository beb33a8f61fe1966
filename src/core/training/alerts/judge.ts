// Whether a rule fires on a rep's talks, and how sure the mean it goes by is. Pure; the order of the talks does not matter.
import type { AlertEvidence, TalkEvidence } from "./alert.ts";
import type { AlertRule } from "./rules.ts";

/** Two-sided 90 % points of Student's t with n − 1 degrees of freedom, from n = 2 (any table of it). */
const tPoints = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833] as const;

/** A rule's talks, newest first, and what follows from them. */
export type Judgement = {
  fires: boolean;
  evidence: Pick<AlertEvidence, "talks" | "mean" | "low" | "high">;
};

/** Fires when the latest `inARow` talks all lie under the threshold: one that lies above ends it. */
export function judgeTalks(rule: AlertRule, talks: readonly TalkEvidence[]): Judgement {
  const latest = talks.toSorted(byTime).slice(0, rule.inARow);
  const fires = latest.length === rule.inARow && latest.every(({ value }) => value < rule.below);
  return { fires, evidence: { talks: latest, ...meanOf(latest.map(({ value }) => value)) } };
}

const byTime = (a: TalkEvidence, b: TalkEvidence) =>
  b.at - a.at || (a.sourceId < b.sourceId ? -1 : 1);

/** The mean and where it lies nine times out of ten; one talk says nothing about that. */
function meanOf(values: readonly number[]): { mean: number; low: number; high: number } {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  if (n < 2) return { mean: round(mean), low: 0, high: 1 };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const point = tPoints[Math.min(n - 2, tPoints.length - 1)] ?? 2;
  const reach = point * Math.sqrt(variance / n);
  return {
    mean: round(mean),
    low: round(Math.max(0, mean - reach)),
    high: round(Math.min(1, mean + reach)),
  };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
