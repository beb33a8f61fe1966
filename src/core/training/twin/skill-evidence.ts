// What is kept about a rep's skills: evidence, the estimate made of it, and who looked. Times are UTC milliseconds.
import type { Skill } from "../playbook.ts";

/** Where evidence comes from. */
export type EvidenceSource = "practice" | "call" | "crm";

/** How a check was decided: what it asks where the rubric says so, and the sentence, where one decided it. */
export type SkillQuote = { check: string; asks?: string; passed: boolean; quote?: string };

/** One piece of evidence on one skill: the checks of one talk. `sourceId` is the session's or call's. */
export type SkillEvidence = {
  id: string;
  personId: string;
  skill: Skill;
  source: EvidenceSource;
  sourceId: string;
  passed: number;
  checks: number;
  quotes: SkillQuote[];
  at: number;
};

/** A skill as it stood at `updatedAt`: a Beta(alpha, beta) over the share of checks passed (estimate.ts). */
export type SkillEstimate = {
  id: string;
  personId: string;
  skill: Skill;
  alpha: number;
  beta: number;
  /** Pieces of evidence. */
  evidence: number;
  updatedAt: number;
};

/** One look by a manager at somebody's skills, shown to that somebody. */
export type Look = {
  id: string;
  viewerId: string;
  subjectId: string;
  /** "heat_map", "rep", "ramp", or "skill:<id>". */
  resource: string;
  at: number;
};
