// A transcript, and what the scorer says about it: yes or no per check, each with the sentence that decided it.
import type { Language } from "../../model.ts";
import type { Demand } from "../moves/demand.ts";
import type { Compliance, Skill, Topic } from "../playbook.ts";

/** One turn of a transcript. */
export type ScoredTurn = { who: "rep" | "customer"; text: string };

/** A yes/no question on the rep's part of a transcript. */
export type Check = {
  id: string;
  skill: Skill;
  /** Folded words that show it. */
  signs: readonly string[];
  /** What a sentence must do to show it in other words. */
  demand: Demand;
  /** What a question that shows it is about. */
  about: readonly Topic[];
};

/** What a transcript is scored against. */
export type Rulebook = {
  language: Language;
  checks: readonly Check[];
  forbidden: readonly Forbidden[];
};

/** Words that must not be said, ready for matching. */
export type Forbidden = Pick<Compliance, "id" | "instead" | "source"> & {
  nevers: readonly { text: string; folded: string; content: ReadonlySet<string> }[];
  /** Holds in every trade; a playbook's own rule of the same kind comes first. */
  isGeneral: boolean;
};

/** The answer to one check; yes is good. `turn` and `quote` say where it was decided, if one sentence did. */
export type CheckResult = {
  id: string;
  skill: Skill;
  passed: boolean;
  turn?: number;
  quote?: string;
  words?: string[];
};

/** One thing said that must not be. */
export type Breach = {
  turn: number;
  rule: string;
  quote: string;
  never: string;
  instead: string;
  source: string;
};

/** Checks passed of those that applied, or null when nothing in the talk called for the skill. */
export type SkillScore = number | null;

/** What the scorer says. Shares and sentiments are in [0, 1]. */
export type Score = {
  /** Mean of the skills that applied, compliance apart. */
  score: number;
  skills: Record<Skill, SkillScore>;
  checks: CheckResult[];
  breaches: Breach[];
  /** One per turn of the customer, in order. */
  customerSentiment: number[];
  /** The rep's share of what was said, in words or Han characters. */
  talkRatio: number;
  questions: number;
};
