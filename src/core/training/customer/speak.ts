// The words for a decision: on what was said, on what was asked, and what comes next; never a line twice.
import { has, type RepTurn } from "../moves/understand-rep.ts";
import { answer } from "./answer.ts";
import type { Decision } from "./decide-reaction.ts";
import { fittingLines, sameDayLines } from "./fitting-lines.ts";
import { goOn } from "./go-on.ts";
import { concretenessOf } from "./how-concrete.ts";
import type { CustomerState, Plan } from "./model.ts";
import { isOpenQuestion } from "./questions.ts";
import { heardIn, react } from "./react.ts";
import { linesFor } from "./register.ts";
import { add, type Speech, type Turned, wordsOf } from "./speech.ts";
import { isLeft } from "./weigh-turn.ts";

/** A decision on the way to words; `was` is the objection that was open when the rep spoke. */
export type Said = {
  state: CustomerState;
  was: number | null;
  decision: Decision;
  /** What the rep said. */
  turn: RepTurn;
};

/** From so concrete on, a turn with a question in it says something, too. */
const statedMatter = 2;

/** Says what belongs to a decision, and the next objection when none is open. */
export function speak(plan: Plan, { state, was, decision, turn }: Said): Speech {
  const { askedBack: _, ...settled } = state;
  const turned: Turned = {
    ...decision,
    was: decision.met ?? was,
    turn,
    isToThePoint: decision.demands.length > 0,
    isAsking: isOpenQuestion(turn) && concretenessOf(turn) < statedMatter,
    hasMore: state.open !== null || state.objections.some(isLeft),
  };
  const begun: Speech = { state: settled, lines: [], tactics: [] };
  return goOn(plan, answer(plan, react(plan, begun, turned), turned), turned);
}

/** Below this patience they say once that time is short; that is a tactic, too. */
const hurryBelow = 0.22;
/** Nobody has used up anybody's time with their first two sentences. */
const hurryFrom = 3;

/** Adds that time is short, the first time patience is. */
export function hurry(plan: Plan, speech: Speech): Speech {
  const lines = linesFor(plan, "hurry");
  const { turn, mood, said } = speech.state;
  const isSaid = speech.tactics.includes("no_time") || lines.some((line) => said.includes(line));
  if (turn < hurryFrom || mood.patience >= hurryBelow || isSaid) return speech;
  return { ...add(speech, lines), tactics: [...speech.tactics, "no_time"] };
}

/** Something when all lines of an occasion were said: this person's own phrases; undefined when those were, too. */
export function fillIn(plan: Plan, speech: Speech): Speech | undefined {
  const filled = add(speech, [
    ...plan.persona.phrases,
    ...linesFor(plan, "noAnswer"),
    ...linesFor(plan, "impatient"),
  ]);
  return filled.lines.length > 0 ? filled : undefined;
}

/** The words that end it. */
export function endWith(
  plan: Plan,
  speech: Speech,
  { how, turn }: { how: "won" | "lost" | "open"; turn: RepTurn },
): Speech {
  const { won, lost } = plan.scenario;
  const fitting = sameDayLines(fittingLines(won.says, heardIn(speech.state, turn)), wordsOf(turn));
  const yes = fitting.length > 0 ? fitting : linesFor(plan, "yesAsSaid");
  const no = has(turn.moves, "rudeness") ? linesFor(plan, "thrownOut") : lost.says;
  return add(speech, { won: yes, lost: no, open: linesFor(plan, "drift") }[how]);
}
