// What is kept of a finished session: the report as it was read, so that every number on a card is a stored one.
import type { Language } from "../../model.ts";
import type { Skill } from "../playbook.ts";
import type { SessionReport } from "../session/report.ts";
import type { SkillState } from "../twin/estimate.ts";

/** A line of the library that would have served better, with where it was written. */
export type BetterLine = {
  line: string;
  /** When it is said, and why it works. */
  when: string;
  why: string;
  vertical: string;
  language: Language;
  tactic: string;
  /** As the library knows it: vertical/language/file:line. */
  place: string;
};

/** A model's answers to the same checks. They stand beside the score and never go into it. */
export type ModelView = {
  by: { endpoint: string; model: string };
  /** Checks it answered, and how many of them as the scorer did. */
  checks: number;
  agreed: number;
  /** Cohen's kappa of that agreement; null where it says nothing. */
  kappa: number | null;
  /** Whole percentages of checks passed, by skill. */
  skills: Partial<Record<Skill, number>>;
};

/** What was played, and what again means. */
export type Played = {
  scenario: string;
  title: string;
  persona: string;
  vertical: string;
  language: Language;
  /** The objection of a drill; null for a whole session. */
  drill: string | null;
  level: -1 | 0 | 1;
};

/** The body of a stored report; its twins are those of the moment it was made. */
export type ReportBody = {
  played: Played;
  report: SessionReport;
  /** What each check of the rubric asks, by its id. */
  asks: Record<string, string>;
  /** What the customer had said before the worst moment. */
  objection: string | null;
  better: BetterLine | null;
  before: Partial<Record<Skill, SkillState>>;
  after: Partial<Record<Skill, SkillState>>;
  model: ModelView | null;
};

/** A report as it is stored; `id` is the session's. `sharedAt`: when its rep shared it with their manager. */
export type PracticeReport = {
  id: string;
  personId: string;
  body: ReportBody;
  sharedAt: number | null;
  at: number;
};
