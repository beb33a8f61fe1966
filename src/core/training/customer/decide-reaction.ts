// What a rep's turn is to the customer: the first reading that fits, from silence to a good answer.
import type { Asked, RepMove } from "../moves/model.ts";
import { fold } from "../moves/text.ts";
import { has, type RepTurn } from "../moves/understand-rep.ts";
import { findBreaches } from "../scorer/breaches.ts";
import { substanceOf } from "../scorer/read-transcript.ts";
import { toRulebook } from "../scorer/rulebook.ts";
import { askedIn, isForAYes } from "./asked.ts";
import { isEcho } from "./echoes.ts";
import { type Answers, findAnswers } from "./find-answers.ts";
import { concretenessOf, isQuestion } from "./how-concrete.ts";
import { isTrapTaken, neededDemands, type Verdict } from "./judge-answer.ts";
import type { Occasion } from "./lines/model.ts";
import type { CustomerState, ObjectionState, Plan, Reaction } from "./model.ts";
import { inPassing, isLeft, toCome, weigh } from "./weigh-turn.ts";

/** How the customer takes a turn, and what in it made them. */
export type Decision = Pick<Answers, "facts" | "isUnknown" | "about" | "near"> & {
  reaction: Reaction;
  because: string[];
  /** Demands of the open objection met by it, by index. */
  demands: number[];
  reveal?: number | undefined;
  /** Demands of objections to come that it met in passing, by objection. */
  inPassing: number[][];
  /** The objection that the answer meets: the open one, or one not raised that it takes away in advance. */
  met?: number | undefined;
  /** Nothing to press for: what was said is noted, and they go on. */
  isHeard: boolean;
  /** Objections to come that it is about: another is raised before them. */
  isAbout: number[];
  /** A word on what was said when nothing had been objected to: a nod, or that it was empty. */
  lead?: Occasion | undefined;
  /** What the rep asked at the end of it, which wants an answer of its own. */
  asked?: Asked | undefined;
  /** They offered something improper to see what the rep would say, and the rep went along. */
  isTrapTaken: boolean;
};

/** All that a reading looks at. */
type Seen = Pick<Answers, "reveal" | "facts" | "isUnknown"> & {
  plan: Plan;
  state: CustomerState;
  turn: RepTurn;
  verdict: Verdict;
  substance: number;
  /** Nothing is left to object to. */
  isThrough: boolean;
  asked: Asked | undefined;
  isTrapTaken: boolean;
};

/** Below this trust nobody says yes. */
const yesTrust = 0.45;
/** A yes needs this share of the objections met. */
const yesShare = 0.6;
/** Letters or Han characters after which a turn is a lecture. */
const lecture = { en: 900, zh: 320 } as const;

/** Reads a turn. Pure: the same plan, state and words give the same decision. */
export function decideReaction(plan: Plan, state: CustomerState, turn: RepTurn): Decision {
  const { index: met, verdict } = weigh(plan, state, turn);
  const { reveal, facts, told, ...unknown } = findAnswers(plan, state, turn);
  const isThrough = state.open === null && !state.objections.some(isLeft);
  const substance = substanceOf(turn);
  const asked = askedIn(turn, told);
  const isTaken = isTrapTaken(turn, plan.scenario.objections[state.open ?? -1]);
  const seen: Seen = {
    ...{ plan, state, turn, verdict, reveal, facts, substance, isThrough, asked },
    isUnknown: unknown.isUnknown,
    isTrapTaken: isTaken,
  };
  const reaction = readings.find(({ fits }) => fits(seen))?.reaction ?? "dodged";
  return {
    reaction,
    because: becauseOf(reaction, seen),
    demands: verdict.demands,
    inPassing: inPassing(plan, state, turn),
    isAbout: toCome(plan, state, turn),
    isHeard: reaction === "partial" && verdict.isHeard === true && !plan.isDrill,
    lead: leadFrom(reaction, { turn, isFirst: state.turn === 1 }),
    ...{ asked, isTrapTaken: isTaken, facts, ...unknown },
    ...(reveal && (reaction === "reveal" || reaction === "met") ? { reveal: reveal.index } : {}),
    ...(met !== null && (reaction === "met" || reaction === "won") ? { met } : {}),
  };
}

/** Before the next objection comes: something worth a nod, or empty words. */
function leadFrom(
  reaction: Reaction,
  { turn, isFirst }: { turn: RepTurn; isFirst: boolean },
): Occasion | undefined {
  if (reaction !== "raise") return undefined;
  const isSmooth = has(turn.moves, "evasion") || has(turn.moves, "boast");
  const concrete = concretenessOf(turn);
  if (isSmooth && concrete <= nodMatter) return isFirst ? "unanswered" : undefined;
  return concrete >= nodMatter ? "noted" : undefined;
}

/** So concrete, what was said gets a nod even where nobody had asked for it. */
const nodMatter = 2;

const readings: readonly { reaction: Reaction; fits: (seen: Seen) => boolean }[] = [
  { reaction: "silence", fits: ({ turn }) => has(turn.moves, "silence") },
  { reaction: "rude", fits: ({ turn }) => has(turn.moves, "rudeness") },
  { reaction: "odd", fits: ({ turn }) => has(turn.moves, "attack") },
  { reaction: "breach", fits: isBreach },
  { reaction: "won", fits: isYes },
  {
    reaction: "met",
    fits: ({ verdict, reveal }) => verdict.grade === "met" && !(verdict.isAsking && reveal),
  },
  { reaction: "reveal", fits: ({ reveal }) => reveal !== undefined },
  {
    reaction: "pressed",
    fits: ({ turn, substance }) => has(turn.moves, "pressure") && substance < 3,
  },
  { reaction: "offTopic", fits: isOffTopic },
  {
    reaction: "conceded",
    fits: isConceding,
  },
  { reaction: "explored", fits: isToldOnly },
  { reaction: "waiting", fits: ({ isThrough }) => isThrough },
  { reaction: "premature", fits: isPremature },
  { reaction: "explored", fits: isAsking },
  { reaction: "monologue", fits: isLecture },
  { reaction: "partial", fits: ({ verdict }) => verdict.grade === "partial" },
  { reaction: "raise", fits: ({ state }) => state.open === null },
  {
    reaction: "warm",
    fits: isOnlyKind,
  },
];

function isBreach({ plan, state, turn, isTrapTaken: isTaken }: Seen): boolean {
  if (isTaken) return true;
  const claims = turn.sentences.filter((sentence) => !isEcho(sentence, state.said));
  const placed = claims.map((sentence) => ({ ...sentence, turn: 0 }));
  return findBreaches(placed, toRulebook(plan).forbidden).length > 0;
}

/** Nobody says yes before this many of their tactics were tried. */
const triedForYes = 3;

/** Yes: asked for it, enough objections heard and met, trusted, nothing forbidden said, and no answer owed. */
function isYes(seen: Seen): boolean {
  const { plan, state, verdict, isThrough } = seen;
  if (!isAskedForYes(seen) || state.breaches > 0 || state.mood.trust < yesTrust) return false;
  const { objections } = plan.scenario;
  const tactics = new Set(objections.map(({ tactic }) => tactic)).size;
  const answered = state.objections.filter((each, index) =>
    isAnswered(each, { demands: objections[index]?.metBy.length ?? 0, mood: state.mood }),
  );
  const met = answered.length + Number(verdict.grade === "met");
  const isEnough = met >= Math.ceil(objections.length * yesShare);
  const isHeard = state.tactics.length >= Math.min(triedForYes, tactics);
  return isEnough && isHeard && (verdict.grade !== "none" || isThrough || state.open === null);
}

/** For a step or a yes; something to know that is asked besides is not passed over. */
function isAskedForYes({ turn, asked, facts, isUnknown }: Seen): boolean {
  if (asked !== undefined) return asked === "step" || (isForAYes(asked) && isClosing(turn));
  return facts.length === 0 && !isUnknown && isClosing(turn);
}

const isClosing = ({ moves }: RepTurn) => has(moves, "close");

/** From this trust on, what was left to stand needs no demand met: they believe it. */
const takenTrust = 0.75;

/** Met, or left to stand on part of it or on trust, or answered in advance by what was said about something else. */
function isAnswered(
  { stands, demandsMet, isHeard }: ObjectionState,
  { demands, mood }: { demands: number; mood: CustomerState["mood"] },
): boolean {
  if (isHeard && (demandsMet.length > 0 || mood.trust >= takenTrust)) return true;
  return stands === "met" || (stands !== "open" && demandsMet.length >= neededDemands(demands));
}

/** Asked for what they know, by somebody who states nothing with it. */
function isToldOnly({ facts, verdict, turn }: Seen): boolean {
  return (
    facts.length > 0 &&
    !has(turn.moves, "boast") &&
    (concretenessOf(turn) < nodMatter || turn.sentences.length === 1) &&
    verdict.grade !== "met"
  );
}

/** "That's our lowest price" gives nothing away. */
const lastPrice = /^(最低价|底价|不能再(少|低)了|best price|only a)$/;

function isConceding({ turn }: Seen): boolean {
  if (has(turn.moves, "trade")) return false;
  return turn.sentences.some(
    ({ moves, text }) => isGivenAway(moves) && !comparedWith.test(fold(text)),
  );
}

/** Cheaper than somebody else, or for less, is no price given away. */
const comparedWith =
  /\b(drop|leave out|take out|without|remove)\b.{3,90}\b(off|less|lower|cheaper)\b|\bthan\b|[跟和与比][^,，]{1,8}比|比[^,，]{1,6}(便宜|低)/;

function isGivenAway(moves: RepTurn["moves"]): boolean {
  return moves.some(
    ({ label, words }) => label === "concession" && !words.every((each) => lastPrice.test(each)),
  );
}

function isOffTopic({ turn, substance }: Seen): boolean {
  return has(turn.moves, "off_topic") && substance <= 1;
}

/** A day or a plain request on top of an objection that is not answered. */
function isPremature({ state, turn, verdict, asked }: Seen): boolean {
  const isOwed = state.open !== null && verdict.grade === "none";
  if (isOwed && asked === "step") return true;
  const isAsked = has(turn.moves, "close");
  return isOwed && isAsked && (has(turn.moves, "date") || !turn.sentences.some(isQuestion));
}

/** A question back: not one put behind an answer, and not one at the end of a pitch. */
function isAsking({ turn, verdict, state, facts }: Seen): boolean {
  const isTold = state.open === null && facts.length === 0 && concretenessOf(turn) >= nodMatter;
  const isAnswer = isTold || (verdict.grade === "partial" && !verdict.isAsking);
  if (isAnswer || has(turn.moves, "boast")) return false;
  return turn.sentences.some(isQuestion);
}

/** Kind words and nothing to go with them. */
function isOnlyKind({ turn, substance }: Seen): boolean {
  return has(turn.moves, "empathy") && !has(turn.moves, "evasion") && substance <= 1;
}

function isLecture({ turn, plan }: Seen): boolean {
  const letters = turn.sentences.reduce((sum, { text }) => sum + text.length, 0);
  return letters > lecture[plan.language];
}

/** The moves that speak for a reaction; an answer's own words speak for themselves. */
const tellers: Partial<Record<Reaction, readonly RepMove[]>> = {
  rude: ["rudeness"],
  odd: ["attack"],
  pressed: ["pressure"],
  offTopic: ["off_topic", "small_talk"],
  conceded: ["concession"],
  won: ["close"],
  premature: ["close"],
  explored: ["question"],
  warm: ["empathy"],
  dodged: ["boast", "evasion", "value"],
};

function becauseOf(reaction: Reaction, { verdict, reveal, turn }: Seen): string[] {
  if (reaction === "reveal") return reveal?.words ?? [];
  if (reaction === "met" || reaction === "partial") return verdict.words;
  const labels = tellers[reaction] ?? [];
  return turn.moves.flatMap(({ label, words }) => (labels.includes(label) ? words : []));
}
