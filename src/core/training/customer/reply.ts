// The embedded virtual customer: an opening, and an answer to each turn. Pure, and the same for the same seed.
import { type RepTurn, understandRep } from "../moves/understand-rep.ts";
import { advance } from "./advance.ts";
import { chooseLine } from "./choose-line.ts";
import { type Decision, decideReaction } from "./decide-reaction.ts";
import { withoutEchoes } from "./echoes.ts";
import { figuresIn } from "./figures.ts";
import type { CustomerState, Outcome, Plan, Reaction, Reply } from "./model.ts";
import { hasHadEnough } from "./mood.ts";
import { endWith, fillIn, hurry, speak } from "./speak.ts";
import type { Speech } from "./speech.ts";
import { withMarks } from "./with-marks.ts";

/** The customer's first words. */
export function openTalk(plan: Plan, seed: number): Reply {
  const state: CustomerState = {
    seed: seedFor(plan, seed),
    turn: 0,
    mood: plan.persona.mood,
    open: null,
    objections: plan.scenario.objections.map(() => ({
      stands: "waiting",
      dodges: 0,
      demandsMet: [],
    })),
    ...{ revealed: [], said: [], tactics: [], asked: 0, rudeness: 0, breaches: 0, idle: 0 },
    outcome: null,
  };
  const text = chooseLine(state, plan.scenario.opening) ?? "";
  const opened = { ...state, said: [text] };
  return { text, reaction: "opening", tactics: [], because: [], state: opened };
}

/** The same number in another scenario is another customer: their choice of words differs, too. */
function seedFor({ scenario }: Plan, seed: number): number {
  return (
    [...scenario.id].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed) | 0
  );
}

/** The customer's answer to a turn of the rep. A talk that ended takes no further turn. */
export function replyTo(plan: Plan, state: CustomerState, text: string): Reply {
  if (state.outcome) throw new Error("The talk has ended; the session takes no turn after that.");
  const spoken = withMarks(text);
  const turn = withoutEchoes(understandRep(spoken), state.said);
  const figures = [...new Set([...(state.figures ?? []), ...figuresIn(text)])];
  const heard = { ...state, turn: state.turn + 1, ...(figures.length > 0 ? { figures } : {}) };
  const decision = decideReaction(plan, heard, turn);
  const moved = advance(plan, heard, decision);
  const { because } = decision;
  if (hasHadEnough(moved) && !isBeingAsked(moved, decision))
    return finish(plan, moved, { how: "lost", because, turn });
  if (moved.outcome) return finish(plan, moved, { how: moved.outcome, because, turn });
  const said = hurry(plan, speak(plan, { state: moved, was: state.open, decision, turn }));
  const filled = said.lines.length > 0 ? said : fillIn(plan, said);
  // Somebody who has nothing left to say goes.
  if (!filled) return finish(plan, moved, { how: "lost", because, turn });
  return toReply(plan, filled, { reaction: decision.reaction, because });
}

/** So many questions in a row are still answered by somebody who has had enough. */
const lastAnswers = 2;

/** Nobody hangs up on a question for something they know, short of an insult. */
function isBeingAsked(
  { asked, rudeness, breaches }: CustomerState,
  { facts, reaction }: Decision,
): boolean {
  return (
    reaction === "explored" &&
    facts.length > 0 &&
    asked <= lastAnswers &&
    rudeness < 2 &&
    breaches < 3
  );
}

const endings: Record<Outcome, Reaction> = { won: "won", lost: "lost", open: "drift" };

function finish(
  plan: Plan,
  state: CustomerState,
  { how, because, turn }: { how: Outcome; because: string[]; turn: RepTurn },
): Reply {
  const speech: Speech = { state: { ...state, outcome: how }, lines: [], tactics: [] };
  return toReply(plan, endWith(plan, speech, { how, turn }), { reaction: endings[how], because });
}

function toReply(
  { language }: Plan,
  { state, lines, tactics }: Speech,
  { reaction, because }: Pick<Reply, "reaction" | "because">,
): Reply {
  return {
    text: lines.join(language === "zh" ? "" : " "),
    reaction,
    tactics,
    because,
    state: { ...state, tactics: [...new Set([...state.tactics, ...tactics])] },
  };
}
