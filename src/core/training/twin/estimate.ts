// The twin's arithmetic: from evidence to an estimate with its interval. Pure; the order of the evidence does not matter.
import { dayMs } from "../../durations.ts";
import type { Skill } from "../playbook.ts";
import { skills } from "../playbook.ts";
import { betaQuantile } from "./beta.ts";
import type { SkillEstimate, SkillEvidence } from "./skill-evidence.ts";

/**
 * Evidence counts half as much after 60 days, so that a quarter's work is in view. (Ours; that unused skills fade over
 * weeks to a year: Arthur et al., "Factors That Influence Skill Decay and Retention", Human Performance, 1998. Beta with
 * exponential forgetting: Jøsang and Ismail, "The Beta Reputation System", 2002.)
 */
export const halfLifeMs = 60 * dayMs;

/** Before any evidence every share is as likely as any other (Bayes–Laplace: Beta(1, 1)). */
const prior = 1;

/**
 * How alike the checks of one talk are (intraclass correlation, ours). n of them count as n / (1 + (n − 1) × 0.2) (Kish's
 * design effect, Survey Sampling, 1965), so that one bad run is one bad run, not six failures.
 */
const likeness = 0.2;

/** The interval shown holds the share with this probability. */
const coverage = 0.9;

/** The parameters of a skill's distribution. */
export type Counts = Pick<SkillEstimate, "alpha" | "beta" | "evidence">;

/** A skill now: shares of checks passed, whole percentages, with the ends of the 90 % interval. */
export type SkillState = { percent: number; low: number; high: number; evidence: number };

/** A rep's skills that have evidence. */
export type Twin = Partial<Record<Skill, SkillState>>;

type Piece = Pick<SkillEvidence, "id" | "skill" | "passed" | "checks" | "at">;

/** What one piece of evidence weighs at `now`, in checks passed and failed. */
export function weigh(
  { passed, checks, at }: Piece,
  now: number,
): { passed: number; failed: number } {
  const age = Math.max(0, now - at);
  const weight = 0.5 ** (age / halfLifeMs) / (1 + (checks - 1) * likeness);
  return { passed: passed * weight, failed: (checks - passed) * weight };
}

/** The distribution of a skill at `now`, from all evidence on it. */
export function estimate(evidence: readonly Piece[], now: number): Counts {
  const counts = { alpha: prior, beta: prior, evidence: evidence.length };
  // Summed in one order, so that the last digit does not depend on how it was read.
  for (const piece of evidence.toSorted(byTime)) {
    const { passed, failed } = weigh(piece, now);
    counts.alpha += passed;
    counts.beta += failed;
  }
  return counts;
}

const byTime = (a: Piece, b: Piece) => a.at - b.at || (a.id < b.id ? -1 : 1);

/** A stored estimate at a later moment: the same as estimating anew from its evidence. */
export function age({ alpha, beta, evidence, updatedAt }: Stored, now: number): Counts {
  const kept = 0.5 ** (Math.max(0, now - updatedAt) / halfLifeMs);
  return { alpha: prior + (alpha - prior) * kept, beta: prior + (beta - prior) * kept, evidence };
}

type Stored = Counts & Pick<SkillEstimate, "updatedAt">;

/** The share of checks this rep would pass, with its interval. */
export function toState({ alpha, beta, evidence }: Counts): SkillState {
  const edge = (1 - coverage) / 2;
  return {
    percent: Math.round((100 * alpha) / (alpha + beta)),
    low: Math.round(100 * betaQuantile({ alpha, beta }, edge)),
    high: Math.round(100 * betaQuantile({ alpha, beta }, 1 - edge)),
    evidence,
  };
}

/** A rep's twin from evidence of any skills. */
export function toTwin(evidence: readonly Piece[], now: number): Twin {
  const states = skills.flatMap((skill) => {
    const own = evidence.filter((piece) => piece.skill === skill);
    return own.length > 0 ? [[skill, toState(estimate(own, now))]] : [];
  });
  return Object.fromEntries(states) as Twin;
}
