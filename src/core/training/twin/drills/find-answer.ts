// The best answer of a rep on one skill: a turn that passed a check of it, right after an objection that calls for it. Pure.
import type { Language } from "../../../model.ts";
import type { Tactic } from "../../moves/model.ts";
import { understandCustomer } from "../../moves/understand-customer.ts";
import { type Skill, tactics } from "../../playbook.ts";
import type { ScoredTurn } from "../../scorer/model.ts";
import type { SkillEvidence } from "../skill-evidence.ts";
import { skillsOfTactic } from "../skills-of-tactic.ts";

/** A talk that was shared, turn by turn, with what must not be said in it. */
export type SharedTalk = {
  vertical: string | null;
  language: Language;
  turns: readonly ScoredTurn[];
  breaches: readonly string[];
};

/** What was answered to what, and which check it passed. */
export type Answer = {
  skill: Skill;
  sourceId: string;
  tactic: Tactic;
  vertical: string | null;
  language: Language;
  customer: string;
  words: string;
  /** What the check asks, where the rubric says so. */
  asks: string | null;
};

type Given = {
  skill: Skill;
  evidence: readonly SkillEvidence[];
  talks: ReadonlyMap<string, SharedTalk>;
  /** Talks that were asked about already, for this skill. */
  known: ReadonlySet<string>;
};

/** Shorter is no answer; longer is no drill of 90 seconds (ours). */
const [leastLength, mostLength] = [12, 400];

/** Of the talk in which most checks passed, of equal ones the latest; undefined where no turn fits. */
export function findAnswer({ skill, evidence, talks, known }: Given): Answer | undefined {
  const best = evidence
    .filter((piece) => piece.skill === skill && !known.has(piece.sourceId))
    .toSorted((a, b) => b.passed / b.checks - a.passed / a.checks || b.at - a.at);
  for (const piece of best) {
    const talk = talks.get(piece.sourceId);
    const found = talk && answerIn(talk, piece);
    if (found) return found;
  }
  return undefined;
}

function answerIn(
  talk: SharedTalk,
  { skill, sourceId, quotes }: SkillEvidence,
): Answer | undefined {
  for (const { passed, quote, asks } of quotes) {
    const at = passed && quote ? turnWith(talk, quote) : -1;
    const [before, said] = [talk.turns[at - 1], talk.turns[at]];
    if (!said || before?.who !== "customer" || !isFit(talk, said.text)) continue;
    const tactic = tacticFor(before.text, skill);
    if (!tactic) continue;
    const { vertical, language } = talk;
    const words = { customer: before.text, words: said.text, asks: asks ?? null };
    return { skill, sourceId, tactic, vertical, language, ...words };
  }
  return undefined;
}

function turnWith({ turns }: SharedTalk, quote: string): number {
  return turns.findIndex(({ who, text }) => who === "rep" && text.includes(quote));
}

function isFit({ breaches }: SharedTalk, said: string): boolean {
  const { length } = [...said];
  const isClean = !breaches.some((quote) => said.includes(quote));
  return isClean && length >= leastLength && length <= mostLength;
}

/** An objection whose drill calls for this skill. */
function tacticFor(customer: string, skill: Skill): Tactic | undefined {
  const labels = understandCustomer(customer).tactics.map(({ label }) => label);
  return tactics.find(
    (tactic) => labels.some((label) => label === tactic) && skillsOfTactic(tactic).includes(skill),
  );
}
