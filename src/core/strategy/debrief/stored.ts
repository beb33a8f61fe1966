// What is kept of a debrief, and of the talk track made from it. Both hold cleaned words alone (personal/remove-personal.ts).
import type { Entry, Skill } from "../../training/playbook.ts";
import type { PersonalKind } from "./personal/kinds.ts";

/** Three short answers about a deal that is over. */
export type Answers = {
  turned: string;
  objection: string;
  words: string;
  /** Whether the author may be named beside the words. */
  isNamed: boolean;
  /** What was taken out. */
  removed: PersonalKind[];
};

/** One debrief of one deal. */
export type Debrief = {
  id: string;
  dealId: string;
  personId: string;
  /** `tellingTo`: until then, words said in the conversation are the answer. */
  answers: Partial<Answers> & { tellingTo?: number };
  assetId: string | null;
  /** answered: the rep reads the draft; drafted: their manager reads it. */
  state: "asked" | "answered" | "drafted" | "reviewed" | "skipped";
  createdAt: number;
  closedAt: number | null;
};

/** A talk track the team made itself. */
export type ScriptAsset = {
  id: string;
  /** The vertical it belongs to. */
  playbook: string;
  language: "en" | "zh";
  tactic: Entry["tactic"];
  scenario: string | null;
  /** What to say, one to three lines. */
  text: string;
  provenance: {
    debriefId: string;
    dealId: string;
    personId: string;
    outcome: "won" | "lost" | "strategy" | "colleague";
    when: string;
    customer: string;
    why: string;
    /** Of a talk track that a supported strategy became. */
    strategyId?: string;
    /** Of an answer that a colleague lets others practise: the talk it was given in, and the skill it shows. */
    talk?: { sourceId: string; skill: Skill };
  };
  state: "draft" | "reviewed" | "retired";
  /** Who is named as its author: whoever agreed to it. */
  authorId: string | null;
  reviewerId: string | null;
  createdAt: number;
  updatedAt: number;
};

/** What somebody did with a team's talk track; counted in the audit. */
export type ScriptUse = "script.shown" | "script.practised";
