// What a customer says to a question for which no fact of the scenario stands.
import { fold } from "../moves/text.ts";
import type { RepTurn } from "../moves/understand-rep.ts";
import { occasionFor } from "./asked.ts";
import { chooseLine } from "./choose-line.ts";
import { onTheOffer } from "./find-facts.ts";
import { isOpenQuestion } from "./find-reveal.ts";
import { nearestLines } from "./fitting-lines.ts";
import type { Occasion } from "./lines/model.ts";
import type { Plan } from "./model.ts";
import { linesFor } from "./register.ts";
import { add, left, type Objection, type Speech, type Turned, wordsOf } from "./speech.ts";

/** Asked more often in a row than this, they are tired of it. */
export const askedAtMost = 3;

/** A question gets an answer: that it is the right one, that they cannot say, or the objection in other words. */
export function explain(plan: Plan, speech: Speech, turned: Turned): Speech {
  if (speech.state.asked > askedAtMost) return add(speech, linesFor(plan, "impatient"));
  const objection = turned.was === null ? undefined : plan.scenario.objections[turned.was];
  if (!objection) return speech;
  const { asked } = turned;
  const answer = asked && occasionFor(asked, "open");
  const reworded = rewordFor(speech, objection, turned);
  if (reworded) return add(add(speech, linesFor(plan, answer ?? "explain")), [reworded]);
  const occasion = plainAnswer(turned, answer);
  if (occasion) return add(speech, linesFor(plan, occasion));
  const cares = plan.persona.cares.filter((each) => isVoiced(each));
  const answered = add(speech, cares.map(toQuestion));
  return answered.lines.length > speech.lines.length
    ? answered
    : add(speech, linesFor(plan, "noAnswer"));
}

/** What anybody says: that it was told, that the question is right, a common answer, or that they do not know. */
function plainAnswer(
  { isRetold, isToThePoint, turn }: Turned,
  answer: Occasion | undefined,
): Occasion | undefined {
  if (isRetold) return "toldYou";
  if (isToThePoint) return "goodQuestion";
  return answer ?? (isOpenQuestion(turn) ? "noAnswer" : undefined);
}

/** The objection in other words; asked for something to know, only what tells it: a story of theirs, no question back. */
function rewordFor(
  speech: Speech,
  { says, tactic }: Objection,
  { turn, isToThePoint }: Turned,
): string | undefined {
  const isAsked = isToThePoint || (isOpenQuestion(turn) && !asksForTheirs(turn));
  if (isAsked && tactic !== "bad_experience") return undefined;
  const unsaid = left(speech, says).filter((line) => !isAsked || !/[?？]/.test(line));
  return chooseLine(speech.state, nearestLines(unsaid, wordsOf(turn)));
}

/** "What worries you about that?" is answered by the objection. */
const asksForTheirs = ({ sentences }: RepTurn) =>
  sentences.some(({ text }) => onTheOffer.test(fold(text)));

/** Cares written about the person instead of by them cannot be said by them. */
function isVoiced(care: string): boolean {
  return !/\b(he|she|his|her|him|hers|they|their)\b|[他她]|^(whether|how his|how her)/i.test(care);
}

/** What a person cares about is written without its mark. */
function toQuestion(care: string): string {
  if (/[.?!。？！]$/.test(care)) return care;
  return /\p{Script=Han}/u.test(care) ? `${care}？` : `${care}?`;
}
