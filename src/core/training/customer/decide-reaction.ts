// What a rep's turn is to the customer: the first reading that fits, from silence to a good answer.
import type { RepMove } from "../moves/model.ts";
import { has, type RepTurn } from "../moves/understand-rep.ts";
import { findBreaches } from "../scorer/breaches.ts";
import { substanceOf } from "../scorer/read-transcript.ts";
import { toRulebook } from "../scorer/rulebook.ts";
import { findReveal } from "./find-reveal.ts";
import { judgeAnswer, type Verdict } from "./judge-answer.ts";
import type { CustomerState, Plan, Reaction } from "./model.ts";

/** How the customer takes a turn, and what in it made them. */
export type Decision = {
  reaction: Reaction;
  because: string[];
  /** Demands of the open objection met by it, by index. */
  demands: number[];
  reveal?: number | undefined;
  /** The objection that the answer meets: the open one, or one not raised that it takes away in advance. */
  met?: number | undefined;
};

/** All that a reading looks at. */
type Seen = {
  plan: Plan;
  state: CustomerState;
  turn: RepTurn;
  verdict: Verdict;
  reveal: ReturnType<typeof findReveal>;
  substance: number;
  /** Nothing is left to object to. */
  isThrough: boolean;
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
  const reveal = findReveal(turn, { plan, revealed: state.revealed });
  const isThrough = state.open === null && !state.objections.some(isLeft);
  const substance = substanceOf(turn);
  const seen: Seen = { plan, state, turn, verdict, reveal, substance, isThrough };
  const reaction = readings.find(({ fits }) => fits(seen))?.reaction ?? "dodged";
  return {
    reaction,
    because: becauseOf(reaction, seen),
    demands: verdict.demands,
    ...(reveal && (reaction === "reveal" || reaction === "met") ? { reveal: reveal.index } : {}),
    ...(met !== null && (reaction === "met" || reaction === "won") ? { met } : {}),
  };
}

/** Against the open objection; when that is not met, against those to come, which need more to be met in advance. */
function weigh(
  plan: Plan,
  state: CustomerState,
  turn: RepTurn,
): { index: number | null; verdict: Verdict } {
  const judged = plan.scenario.objections.map((objection, index) => {
    const own = state.objections[index];
    return { index, own, verdict: own && judgeAnswer(turn, { objection, state: own, plan }) };
  });
  const open = judged.find(({ index }) => index === state.open)?.verdict;
  if (open?.grade === "met") return { index: state.open, verdict: open };
  const ahead = judged.find(
    ({ own, verdict, index }) =>
      own && isLeft(own) && verdict?.grade === "met" && isPlain(plan, { index, verdict }),
  );
  if (ahead?.verdict) return { index: ahead.index, verdict: ahead.verdict };
  return { index: null, verdict: open ?? { grade: "none", demands: [], words: [] } };
}

/** Met so plainly that it needs no asking: by two demands, or by the only one. */
function isPlain(
  { scenario }: Plan,
  { index, verdict }: { index: number; verdict: Verdict },
): boolean {
  const demands = scenario.objections[index]?.metBy.length ?? 0;
  return verdict.demands.length >= Math.min(2, demands);
}

/** An objection that is still to come, or to come again. */
export function isLeft({ stands }: CustomerState["objections"][number]): boolean {
  return stands === "waiting" || stands === "parked";
}

const readings: readonly { reaction: Reaction; fits: (seen: Seen) => boolean }[] = [
  { reaction: "silence", fits: ({ turn }) => has(turn.moves, "silence") },
  { reaction: "rude", fits: ({ turn }) => has(turn.moves, "rudeness") },
  { reaction: "odd", fits: ({ turn }) => has(turn.moves, "attack") },
  { reaction: "breach", fits: isBreach },
  { reaction: "won", fits: isYes },
  { reaction: "met", fits: ({ verdict }) => verdict.grade === "met" },
  { reaction: "reveal", fits: ({ reveal }) => reveal !== undefined },
  {
    reaction: "pressed",
    fits: ({ turn, substance }) => has(turn.moves, "pressure") && substance < 3,
  },
  { reaction: "offTopic", fits: isOffTopic },
  {
    reaction: "conceded",
    fits: ({ turn }) => has(turn.moves, "concession") && !has(turn.moves, "trade"),
  },
  { reaction: "waiting", fits: ({ isThrough }) => isThrough },
  { reaction: "premature", fits: isPremature },
  { reaction: "explored", fits: isQuestion },
  { reaction: "monologue", fits: isLecture },
  { reaction: "partial", fits: ({ verdict }) => verdict.grade === "partial" },
  { reaction: "raise", fits: ({ state }) => state.open === null },
  {
    reaction: "warm",
    fits: isOnlyKind,
  },
];

function isBreach({ plan, turn }: Seen): boolean {
  const placed = turn.sentences.map((sentence) => ({ ...sentence, turn: 0 }));
  return findBreaches(placed, toRulebook(plan).forbidden).length > 0;
}

/** Yes: asked for it, enough objections met, trusted, nothing forbidden said, and no answer owed. */
function isYes({ plan, state, turn, verdict, isThrough }: Seen): boolean {
  if (!has(turn.moves, "close") || state.breaches > 0 || state.mood.trust < yesTrust) return false;
  const before = state.objections.filter(({ stands }) => stands === "met").length;
  const met = before + Number(verdict.grade === "met");
  const total = plan.scenario.objections.length;
  return met >= Math.ceil(total * yesShare) && (verdict.grade !== "none" || isThrough);
}

function isOffTopic({ turn, substance }: Seen): boolean {
  return has(turn.moves, "off_topic") && substance <= 1;
}

/** Closing on an objection that is not answered, with nothing else in the turn. */
function isPremature({ state, turn, verdict, substance }: Seen): boolean {
  return (
    state.open !== null && has(turn.moves, "close") && verdict.grade === "none" && substance < 4
  );
}

/** A question back, not one put at the end of a pitch. */
function isQuestion({ turn, verdict, substance }: Seen): boolean {
  const answers = verdict.demands.length > 0 || (verdict.grade === "partial" && substance >= 4);
  if (answers || has(turn.moves, "boast")) return false;
  return has(turn.moves, "question");
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
