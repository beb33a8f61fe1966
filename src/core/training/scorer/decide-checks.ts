// Rubric checks: yes when one sentence of the rep shows it, by the rubric's own signs or by doing what the check says.
import { matchDemand } from "../moves/demand.ts";
import { fold } from "../moves/text.ts";
import { has } from "../moves/understand-rep.ts";
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
  { skill, signs, demand }: Omit<Check, "id">,
  sentence: PlacedSentence,
  folded: string,
): string[] | undefined {
  if (!isFit(skill, sentence)) return undefined;
  const sign = signs.find((each) => containsSign(folded, each));
  if (sign) return [sign];
  const { full, shared, grade, words } = matchDemand(demand, { answer: sentence });
  const isOwnForm = full && (demand.needs.length > 1 || demand.content.size === 0);
  return isOwnForm || (full && shared > 0 && grade > 0) ? words : undefined;
}

/** A sign counts only in a sentence that does the skill's work: a question discovers, a boast shows no value. */
function isFit(skill: Skill, { moves }: PlacedSentence): boolean {
  if (has(moves, "rudeness") || has(moves, "attack") || has(moves, "evasion")) return false;
  if (skill === "needs_discovery") return has(moves, "question");
  if (skill === "price_negotiation" && has(moves, "concession")) return false;
  return !has(moves, "boast") || has(moves, "number") || has(moves, "proof");
}

/** Latin signs begin and end at a word's edge: "fair" is not in "affair". */
function containsSign(folded: string, sign: string): boolean {
  const at = folded.indexOf(sign);
  if (at < 0) return false;
  if (!/^[a-z]/.test(sign)) return true;
  return !/[a-z]/.test(folded[at - 1] ?? "");
}
