// The words for a reaction: the scenario's own first, then what any customer says; never a line twice.
import { contentWords, languageOf, sharedWords } from "../moves/text.ts";
import { has, type RepTurn } from "../moves/understand-rep.ts";
import { raiseNext } from "./advance.ts";
import { isForAYes } from "./asked.ts";
import type { Decision } from "./decide-reaction.ts";
import { askedAtMost, explain } from "./explain.ts";
import { isOpenQuestion } from "./find-reveal.ts";
import {
  dodgedLines,
  fittingLines,
  freshLines,
  sameDayLines,
  unansweredLines,
} from "./fitting-lines.ts";
import { concretenessOf } from "./how-concrete.ts";
import { leadOver } from "./lead-over.ts";
import type { CustomerState, Plan, Reaction } from "./model.ts";
import { openerOf } from "./opener.ts";
import { linesFor } from "./register.ts";
import { add, addEach, left, type Objection, type Speech, type Turned, wordsOf } from "./speech.ts";
import { factLines } from "./tell-facts.ts";

/** A decision on the way to words; `was` is the objection that was open when the rep spoke. */
export type Said = {
  state: CustomerState;
  was: number | null;
  decision: Decision;
  /** What the rep said. */
  turn: RepTurn;
};

/** Says what belongs to a decision, and the next objection when none is open. */
export function speak(plan: Plan, { state, was, decision, turn }: Said): Speech {
  const { reveal, met } = decision;
  const isToThePoint = decision.demands.length > 0;
  const turned: Turned = { ...decision, was: met ?? was, turn, isToThePoint };
  const facts = factLines(plan, decision);
  const isFirst = facts.length > 0 && !factsBehind.includes(turned.reaction);
  if (isFirst) {
    const told = addEach({ state, lines: [], tactics: [] }, facts);
    return withNext(plan, afterFacts(plan, told, turned), { ...turned, was });
  }
  const answered = answer(plan, begin(plan, state, turned), turned);
  const revealed =
    reveal === undefined ? answered : add(answered, [plan.scenario.reveals[reveal]?.says ?? ""]);
  return withNext(plan, addEach(revealed, facts), { ...turned, was });
}

/** Behind the word on what was said or given away, or what a good question brought to light; else a fact comes first. */
const factsBehind: readonly Reaction[] = ["met", "reveal", "conceded"];

/** So many questions in a row are answered with no word about their own. */
const askedInPeace = 1;
/** What they add to a fact: what is still open, once they were asked more than that. */
function afterFacts(plan: Plan, speech: Speech, turned: Turned): Speech {
  const { reaction, turn } = turned;
  const { asked, open } = speech.state;
  if (reaction === "premature")
    return add(speech, linesFor(plan, openerOf(turned, speech.state.mood) ?? "premature"));
  const objection = open === null ? undefined : plan.scenario.objections[open];
  if (!objection || speech.lines.length > 1) return speech;
  if (reaction === "dodged") return insist(plan, speech, { objection, turn });
  if (reaction === "explored" && asked <= askedInPeace) return speech;
  if (asked > askedAtMost) return add(speech, linesFor(plan, "impatient"));
  return add(speech, unansweredLines(left(speech, objection.says), wordsOf(turn)));
}

/** What opens the turn; half an answer on which they go on to something else is passed over. */
function begin(plan: Plan, state: CustomerState, turned: Turned): Speech {
  const begun: Speech = { state, lines: [], tactics: [] };
  const occasion = openerOf(turned, state.mood);
  const isPassedOver = turned.reaction === "partial" && state.open === null;
  return occasion && !isPassedOver ? add(begun, linesFor(plan, occasion)) : begun;
}

/** What they say of the objection that was open. */
function answer(plan: Plan, speech: Speech, turned: Turned): Speech {
  const { reaction, was, turn } = turned;
  const objection = was === null ? undefined : plan.scenario.objections[was];
  if (reaction === "explored") return explain(plan, speech, turned);
  if (!objection) return speech;
  if (reaction === "met") return grant(plan, speech, { objection, turned });
  if (reaction === "partial" && speech.state.open !== null) {
    return add(speech, unansweredLines(left(speech, objection.says), wordsOf(turn)));
  }
  return reaction === "dodged" ? insist(plan, speech, { objection, turn }) : speech;
}

/** What was just said, and every figure named before. */
const heardIn = ({ figures = [] }: CustomerState, turn: RepTurn) =>
  [wordsOf(turn), ...figures].join("\n");

/** Longer than this, a grant names what was granted, and one word of it was said; of a long one two, or a share. */
const shortGrant = { en: 60, zh: 18 } as const;
const longGrant = { en: 90, zh: 28 } as const;
const namedWords = 2;
const namedShare = 0.3;

/** The scenario's words for a grant; long ones only where they take up words of the answer. */
function grantedIn(lines: readonly string[], heard: string): readonly string[] {
  const content = contentWords(heard);
  return fittingLines(lines, heard).filter((line) => {
    if (line.length <= shortGrant[languageOf(line)]) return true;
    const { words, share } = sharedWords(contentWords(line), content);
    const isLong = line.length > longGrant[languageOf(line)];
    return words.length >= (isLong ? namedWords : 1) || share >= namedShare;
  });
}

/** In the scenario's words where they fit what was said, else in anybody's. */
function grant(
  plan: Plan,
  speech: Speech,
  { objection, turned }: { objection: Objection; turned: Turned },
): Speech {
  const { asked, turn } = turned;
  const granted = add(speech, grantedIn(objection.met, heardIn(speech.state, turn)));
  if (granted.lines.length > speech.lines.length) return granted;
  if (isOpenQuestion(turn) && concretenessOf(turn) < 2)
    return add(speech, linesFor(plan, "goodQuestion"));
  return add(speech, linesFor(plan, asked === "view" ? "agreed" : "met"));
}

/** Harder than before, in the words for a dodged objection while there are any. */
function insist(
  plan: Plan,
  speech: Speech,
  { objection, turn }: { objection: Objection; turn: RepTurn },
): Speech {
  const fitting = dodgedLines(left(speech, objection.dodged), wordsOf(turn));
  const said =
    fitting.length > 0
      ? add(speech, fitting)
      : add(add(speech, linesFor(plan, "unanswered")), left(speech, objection.says));
  const isStillOpen = speech.state.open !== null;
  const spoken = said.lines.length > 0 ? said : add(speech, plan.persona.phrases);
  const tactics = isStillOpen ? [...spoken.tactics, objection.tactic] : spoken.tactics;
  return { ...spoken, tactics };
}

/** Whatever is not an interruption is followed by the next objection when none is open. */
const interruptions: readonly Reaction[] = ["silence", "rude", "odd", "offTopic"];

function withNext(plan: Plan, speech: Speech, turned: Turned): Speech {
  const isFull = speech.lines.length > 1;
  if (speech.state.open !== null || isFull || interruptions.includes(turned.reaction))
    return speech;
  const raised = raiseNext(speech.state, turned.isAbout);
  if (raised)
    return raise(plan, { ...speech, state: raised.state }, { ...turned, index: raised.index });
  const { reaction, asked } = turned;
  if (reaction !== "met" && reaction !== "partial") return speech;
  const isUnsettled = asked === "step" || (reaction === "partial" && isForAYes(asked));
  return add(speech, linesFor(plan, isUnsettled ? "notOnThis" : "allMet"));
}

/** Behind an answer to what was asked nothing has to lead over. */
const noLead = { occasion: undefined, isBare: false };

/** The next objection; one that was given up is closed with a word in place of what was said about it. */
function raise(plan: Plan, speech: Speech, turned: Turned & { index: number }): Speech {
  const objection = plan.scenario.objections[turned.index];
  if (!objection) return speech;
  const { occasion, isBare } = turned.facts.length > 0 ? noLead : leadOver(turned);
  const begun = isBare ? { ...speech, lines: [] } : speech;
  const led = occasion ? add(begun, linesFor(plan, occasion)) : begun;
  const fresh = freshLines(objection.says, led.lines);
  const says = add(led, unansweredLines(left(led, fresh), wordsOf(turned.turn)));
  const spoken = says.lines.length > led.lines.length ? says : add(led, objection.dodged);
  return { ...spoken, tactics: [...spoken.tactics, objection.tactic] };
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
