// Rubric checks: yes when one sentence of the rep shows it, by the rubric's own signs or by doing what the check says.
import { matchDemand } from "../moves/demand.ts";
import type { RepMove } from "../moves/model.ts";
import { topicsOf } from "../moves/question-topics.ts";
import { fold } from "../moves/text.ts";
import { asksAbout, has } from "../moves/understand-rep.ts";
import type { Skill } from "../playbook.ts";
import type { Check, CheckResult } from "./model.ts";
import type { PlacedSentence } from "./read-transcript.ts";

/** One sentence stuffed with words cannot carry a whole talk. */
const maxChecksOfSentence = 3;

/** The answer to every check, in the rubric's order; the first sentence that shows it decides. */
export function decideChecks(
  checks: readonly Check[],
  sentences: readonly PlacedSentence[],
): CheckResult[] {
  const read = sentences.map((sentence) => ({ sentence, folded: fold(sentence.text), carried: 0 }));
  return checks.map(({ id, skill, ...check }) => {
    for (const each of read) {
      if (each.carried >= maxChecksOfSentence) continue;
      const words = wordsThatShow({ skill, ...check }, each.sentence, each.folded);
      if (!words) continue;
      each.carried += 1;
      const { turn, text: quote } = each.sentence;
      return { id, skill, passed: true, turn, quote, words };
    }
    return { id, skill, passed: false };
  });
}

function wordsThatShow(
  { skill, signs, demand, about }: Omit<Check, "id">,
  sentence: PlacedSentence,
  folded: string,
): string[] | undefined {
  if (!isFit(skill, sentence)) return undefined;
  const sign = signs.find((each) => containsSign(folded, each));
  if (sign) return [sign];
  if (!isOfKind(skill, sentence)) return undefined;
  const asked = asksAbout(sentence) ? wordsOn(about, folded) : undefined;
  if (asked) return asked;
  const { full, shared, grade, words } = matchDemand(demand, { answer: sentence });
  const isOwnForm = full && (demand.needs.length > 1 || demand.content.size === 0);
  return isOwnForm || (full && shared > 0 && grade > 0) ? words : undefined;
}

/** By what a question is first of all about: "what does a failed trade cost you" asks for the cost in any words. */
function wordsOn(about: Check["about"], folded: string): string[] | undefined {
  return topicsOf(folded).find(({ topic, leads }) => leads && about.includes(topic))?.words;
}

/** Beside these a sentence shows no skill, whatever else is in it. */
const spoilers = ["rudeness", "attack", "evasion", "pressure"] as const;

/** A sign counts only in a sentence that does the skill's work: a question discovers, a boast shows no value. */
function isFit(skill: Skill, { moves }: PlacedSentence): boolean {
  if (spoilers.some((label) => has(moves, label)) || isMannersOnly(moves)) return false;
  if (has(moves, "concession") && !has(moves, "trade") && skill !== "objection_handling") {
    return false;
  }
  if (skill === "needs_discovery") return has(moves, "question");
  return !has(moves, "boast") || has(moves, "number") || has(moves, "proof");
}

/** Thanks and greetings are pleasant; they show no skill, or a long and polite talk would be a good one. */
const manners = ["thanks", "greeting", "farewell", "praise", "small_talk"] as const;

function isMannersOnly(moves: PlacedSentence["moves"]): boolean {
  return moves.length > 0 && moves.every(({ label }) => manners.some((each) => each === label));
}

/** Without a sign of the rubric's own a skill is shown only by moves of its kind. */
const kindOfSkill: Partial<Record<Skill, readonly RepMove[]>> = {
  needs_discovery: ["question"],
  competitor_comparison: ["comparison"],
  closing_rhythm: ["close", "date", "person"],
  compliance: ["refusal", "admission", "proof", "paper"],
};

/** What only a statement or a request shows: to ask what something costs today is no step and no benefit. */
const notByAsking: readonly Skill[] = ["value_presentation", "closing_rhythm"];

/** A request for a step finds nothing out, though it is a question. */
function isOfKind(skill: Skill, { moves }: PlacedSentence): boolean {
  const isInquiry = asksAbout({ moves });
  if (skill === "needs_discovery" ? !isInquiry : isInquiry && notByAsking.includes(skill)) {
    return false;
  }
  return kindOfSkill[skill]?.some((label) => has(moves, label)) ?? true;
}

/** Latin signs begin and end at a word's edge: "fair" is not in "affair". */
function containsSign(folded: string, sign: string): boolean {
  const at = folded.indexOf(sign);
  if (at < 0) return false;
  if (!/^[a-z]/.test(sign)) return true;
  return !/[a-z]/.test(folded[at - 1] ?? "");
}
