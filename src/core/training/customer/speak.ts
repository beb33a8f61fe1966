// The words for a reaction: the scenario's own first, then what any customer says; never a line twice.
import type { Tactic } from "../moves/model.ts";
import { contentWords, languageOf, sharedWords } from "../moves/text.ts";
import { has, type RepTurn } from "../moves/understand-rep.ts";
import { raiseNext } from "./advance.ts";
import { isForAYes, occasionFor } from "./asked.ts";
import { chooseLine } from "./choose-line.ts";
import type { Decision } from "./decide-reaction.ts";
import { isForFacts } from "./find-reveal.ts";
import {
  fittingLines,
  freshLines,
  honestLines,
  nearestLines,
  sameDayLines,
  unansweredLines,
} from "./fitting-lines.ts";
import { leadOver } from "./lead-over.ts";
import type { Occasion } from "./lines/model.ts";
import type { CustomerState, Plan, Reaction } from "./model.ts";
import { linesFor } from "./register.ts";

/** Words and tactics gathered for one turn of the customer. */
export type Speech = { state: CustomerState; lines: string[]; tactics: Tactic[] };

/** What opens a turn of the customer, by reaction. */
const occasions: Partial<Record<Reaction, Occasion>> = {
  silence: "silence",
  rude: "rude",
  odd: "odd",
  offTopic: "offTopic",
  monologue: "monologue",
  breach: "breach",
  pressed: "pressed",
  conceded: "conceded",
  partial: "partial",
  premature: "premature",
  warm: "warm",
  waiting: "allMet",
};

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
  const answered = answer(plan, begin(plan, state, turned), turned);
  const revealed =
    reveal === undefined ? answered : add(answered, [plan.scenario.reveals[reveal]?.says ?? ""]);
  return withNext(plan, revealed, { ...turned, was });
}

type Turned = Pick<
  Decision,
  "reaction" | "lead" | "isHeard" | "isAbout" | "asked" | "isTrapTaken"
> & {
  was: number | null;
  turn: RepTurn;
  /** It asked what the scenario would have asked. */
  isToThePoint: boolean;
};

/** What opens the turn; half an answer on which they go on to something else is passed over. */
function begin(plan: Plan, state: CustomerState, turned: Turned): Speech {
  const begun: Speech = { state, lines: [], tactics: [] };
  const occasion = opener(turned);
  const isPassedOver = turned.reaction === "partial" && state.open === null;
  return occasion && !isPassedOver ? add(begun, linesFor(plan, occasion)) : begun;
}

/** What was asked is answered; who went along with something improper hears about that. */
function opener({ reaction, asked, isTrapTaken }: Turned): Occasion | undefined {
  if (reaction === "breach" && isTrapTaken) return "trapTaken";
  if (reaction === "waiting" && isForAYes(asked)) return "notOnThis";
  return reaction === "partial" && asked ? occasionFor(asked, "open") : occasions[reaction];
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

const wordsOf = ({ sentences }: RepTurn) => sentences.map(({ text }) => text).join(" ");

/** What was just said, and every figure named before. */
const heardIn = ({ figures = [] }: CustomerState, turn: RepTurn) =>
  [wordsOf(turn), ...figures].join("\n");

const left = ({ state }: Speech, lines: readonly string[]) =>
  lines.filter((line) => !state.said.includes(line));

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
  return add(speech, linesFor(plan, asked === "view" ? "agreed" : "met"));
}

type Objection = Plan["scenario"]["objections"][number];

/** Harder than before, in the words for a dodged objection while there are any. */
function insist(
  plan: Plan,
  speech: Speech,
  { objection, turn }: { objection: Objection; turn: RepTurn },
): Speech {
  const honest = honestLines(left(speech, objection.dodged), wordsOf(turn));
  const again = nearestLines(left(speech, objection.says), wordsOf(turn));
  const said = add(speech, honest.length > 0 ? honest : again);
  const isStillOpen = speech.state.open !== null;
  const spoken = said.lines.length > 0 ? said : add(speech, plan.persona.phrases);
  const tactics = isStillOpen ? [...spoken.tactics, objection.tactic] : spoken.tactics;
  return { ...spoken, tactics };
}

/** A question gets an answer: that it is the right one, that they cannot say, or the objection in other words. */
function explain(plan: Plan, speech: Speech, turned: Turned): Speech {
  if (speech.state.asked > 2) return add(speech, linesFor(plan, "impatient"));
  const objection = turned.was === null ? undefined : plan.scenario.objections[turned.was];
  if (!objection) return speech;
  const { asked } = turned;
  const answer = asked && occasionFor(asked, "open");
  const reworded = rewordFor(speech, objection, turned);
  if (reworded) return add(add(speech, linesFor(plan, answer ?? "explain")), [reworded]);
  if (turned.isToThePoint) return add(speech, linesFor(plan, "goodQuestion"));
  if (answer) return add(speech, linesFor(plan, answer));
  if (isForFacts(turned.turn)) return add(speech, linesFor(plan, "noAnswer"));
  const cares = plan.persona.cares.filter((each) => isVoiced(each));
  const answered = add(speech, cares.map(toQuestion));
  return answered.lines.length > speech.lines.length
    ? answered
    : add(speech, linesFor(plan, "noAnswer"));
}

/** The objection in other words; asked for something to know, only what tells it: a story of theirs, no question back. */
function rewordFor(
  speech: Speech,
  { says, tactic }: Objection,
  { turn, isToThePoint }: Turned,
): string | undefined {
  const isAsked = isToThePoint || isForFacts(turn);
  if (isAsked && tactic !== "bad_experience") return undefined;
  const unsaid = left(speech, says).filter((line) => !isAsked || !/[?？]/.test(line));
  return chooseLine(speech.state, nearestLines(unsaid, wordsOf(turn)));
}

/** Cares written about the person instead of by them cannot be said by them. */
function isVoiced(care: string): boolean {
  return !/\b(he|she|his|her|him|hers|they|their)\b|[他她]|^(whether|how his|how her)/i.test(care);
}

/** What a person cares about is written without its mark. */
function toQuestion(care: string): string {
  if (/[.?!。？！]$/.test(care)) return care;
  return /\p{Script=Han}/u.test(care) ? `${care}？` : `${care}?`;
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

/** The next objection; one that was given up is closed with a word in place of what was said about it. */
function raise(plan: Plan, speech: Speech, turned: Turned & { index: number }): Speech {
  const objection = plan.scenario.objections[turned.index];
  if (!objection) return speech;
  const { occasion, isBare } = leadOver(turned);
  const begun = isBare ? { ...speech, lines: [] } : speech;
  const led = occasion ? add(begun, linesFor(plan, occasion)) : begun;
  const fresh = freshLines(objection.says, led.lines);
  const says = add(led, unansweredLines(left(led, fresh), wordsOf(turned.turn)));
  const spoken = says.lines.length > led.lines.length ? says : add(led, objection.dodged);
  return { ...spoken, tactics: [...spoken.tactics, objection.tactic] };
}

/** Adds one of these lines, if one is left, and remembers it. */
function add(speech: Speech, lines: readonly string[]): Speech {
  const line = chooseLine(speech.state, lines);
  if (!line) return speech;
  const { state } = speech;
  return {
    ...speech,
    lines: [...speech.lines, line],
    state: { ...state, said: [...state.said, line] },
  };
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
