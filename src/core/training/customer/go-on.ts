// What a customer says after that: the open objection over again, the next one, or that nothing is left.
import { raiseNext } from "./advance.ts";
import { isForAYes } from "./asked.ts";
import { dodgedLines, freshLines, honestLines, unansweredLines } from "./fitting-lines.ts";
import type { Plan, Reaction } from "./model.ts";
import { linesFor } from "./register.ts";
import { add, left, type Objection, type Speech, type Turned, wordsOf } from "./speech.ts";

/** So many questions in a row are answered with no word about their own. */
const askedInPeace = 1;
/** Asked more often in a row than this, they are tired of it. */
const askedAtMost = 4;
/** Behind an interruption nothing new comes, nor behind so many sentences. */
const interruptions: readonly Reaction[] = ["silence", "rude", "odd", "offTopic"];
const fullTurn = 2;

/** Adds it. */
export function goOn(plan: Plan, speech: Speech, turned: Turned): Speech {
  if (interruptions.includes(turned.reaction)) return speech;
  const { open } = speech.state;
  const objection = open === null ? undefined : plan.scenario.objections[open];
  if (objection) return holdOn(plan, speech, { objection, turned });
  const isFull = speech.lines.length >= fullTurn && !isLeading(plan, speech);
  if (isFull || turned.near.length > 0) return speech;
  const raised = raiseNext(speech.state, turned.isAbout);
  if (!raised) return conclude(plan, speech, turned);
  return raise(plan, { ...speech, state: raised.state }, { turned, index: raised.index });
}

/** "One thing first" leads to something. */
function isLeading(plan: Plan, { lines }: Speech): boolean {
  const leads = [...linesFor(plan, "beforeThat"), ...linesFor(plan, "stepLater")];
  return leads.includes(lines.at(-1) ?? "");
}

/** What they say of the objection that is still open. */
function holdOn(
  plan: Plan,
  speech: Speech,
  { objection, turned }: { objection: Objection; turned: Turned },
): Speech {
  const { reaction, turn } = turned;
  if (reaction === "dodged") return insist(plan, speech, { objection, turned });
  if (speech.lines.length >= fullTurn) return speech;
  if (reaction === "partial") return restate(speech, objection, turn);
  const { asked } = speech.state;
  if (reaction !== "explored" || asked <= askedInPeace || turned.near.length > 0) return speech;
  return asked > askedAtMost
    ? add(speech, linesFor(plan, "impatient"))
    : restate(speech, objection, turn);
}

const restate = (speech: Speech, { says }: Objection, turn: Turned["turn"]) =>
  add(speech, unansweredLines(heldLines(left(speech, says), wordsOf(turn)), wordsOf(turn)));

/** Nobody holds against the rep what they never said, while there is something else to say. */
function heldLines(lines: readonly string[], heard: string): readonly string[] {
  const honest = honestLines(lines, heard);
  return honest.length > 0 ? honest : lines;
}

/** Harder than before, in the words for a dodged objection while there are any. */
function insist(
  plan: Plan,
  speech: Speech,
  { objection, turned }: { objection: Objection; turned: Turned },
): Speech {
  const fitting = dodgedLines(left(speech, objection.dodged), wordsOf(turned.turn));
  const said =
    fitting.length > 0
      ? add(speech, fitting)
      : add(add(speech, linesFor(plan, "unanswered")), left(speech, objection.says));
  const spoken = said.lines.length > speech.lines.length ? said : add(speech, plan.persona.phrases);
  return { ...spoken, tactics: [...spoken.tactics, objection.tactic] };
}

/** The next objection, in the words for a dodged one when all others were said. */
function raise(
  plan: Plan,
  speech: Speech,
  { turned, index }: { turned: Turned; index: number },
): Speech {
  const objection = plan.scenario.objections[index];
  if (!objection) return speech;
  const led =
    turned.reaction === "reveal" && !isLeading(plan, speech)
      ? add(speech, linesFor(plan, "back"))
      : speech;
  const fresh = left(led, freshLines(objection.says, led.lines));
  const heard = wordsOf(turned.turn);
  const says = add(led, unansweredLines(heldLines(fresh, heard), heard));
  const spoken = says.lines.length > led.lines.length ? says : add(led, objection.dodged);
  return { ...spoken, tactics: [...spoken.tactics, objection.tactic] };
}

/** Nothing is left to object to: somebody who proposed nothing is asked what is next. */
function conclude(plan: Plan, speech: Speech, { reaction, asked, isUnknown }: Turned): Speech {
  if (reaction === "partial" && isForAYes(asked) && speech.lines.length === 0)
    return add(speech, linesFor(plan, "notOnThis"));
  const isOpen = reaction === "met" || reaction === "partial" || reaction === "waiting";
  return isOpen && !asked && !isUnknown && speech.lines.length < fullTurn
    ? add(speech, linesFor(plan, "allMet"))
    : speech;
}
