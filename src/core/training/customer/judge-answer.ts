// Whether a rep's turn meets the objection that is open: by its demands, by the library's lines, by its substance.
import { matchDemand, metGrade, readDemand } from "../moves/demand.ts";
import { contentWords, sharedWords } from "../moves/text.ts";
import { has, type RepTurn } from "../moves/understand-rep.ts";
import { substanceOf } from "../scorer/read-transcript.ts";
import type { ObjectionState, Plan } from "./model.ts";

/** What an answer is worth against an objection. */
export type Verdict = {
  grade: "met" | "partial" | "none";
  /** Demands met by it, by index. */
  demands: number[];
  words: string[];
};

type Objection = Plan["scenario"]["objections"][number];

/** A line of the library is recognised by this share of its words, and this many. */
const trackShare = 0.5;
const trackWords = 4;
/** An answer on the matter with so many kinds of substance is one, in whatever words. */
const fullSubstance = 4;

/** Judges one turn; what earlier turns met of the same objection counts. */
export function judgeAnswer(
  turn: RepTurn,
  { objection, state, plan }: { objection: Objection; state: ObjectionState; plan: Plan },
): Verdict {
  const isOnTopic = isAbout(turn, objection);
  const matches = objection.metBy.map((text) =>
    matchDemand(readDemand(text), { answer: turn, isOnTopic }),
  );
  const demands = matches.flatMap(({ grade }, index) => (grade >= metGrade ? [index] : []));
  const words = matches.flatMap((match) => (match.grade >= metGrade ? match.words : []));
  const substance = substanceOf(turn);
  if (isSpoiled(turn, substance)) return { grade: "none", demands: [], words: [] };
  const known = recognise(turn, plan.tracks[objection.id] ?? []);
  if (known) return { grade: "met", demands, words: known };
  const together = new Set([...state.demandsMet, ...demands]).size;
  const needed = neededDemands(objection.metBy.length);
  const isMet = isEnough({ met: demands.length, together, needed, substance, isOnTopic });
  const isPartial = demands.length > 0 || (isOnTopic && hasMatter(turn)) || substance >= 3;
  return { grade: toGrade(isMet, isPartial), demands, words };
}

/** Kind words and a question on the matter are no part of an answer to it. */
const matter = [
  ...(["number", "date", "proof", "paper", "admission", "refusal", "their_own"] as const),
  ...(["comparison", "safeguard", "trade"] as const),
];

/** Whether a turn holds more than kind words and questions. */
export function hasMatter({ moves }: RepTurn): boolean {
  return matter.some((label) => has(moves, label));
}

/** How many of an objection's demands meet it: two of three, or the only one. */
export function neededDemands(demands: number): number {
  return demands >= 3 ? 2 : 1;
}

/** Whether a turn that is about something else meets a demand by its words. */
export function isDemandMet(demand: string, turn: RepTurn): boolean {
  const { grade, shared } = matchDemand(readDemand(demand), { answer: turn });
  return grade >= metGrade && shared > 0;
}

type Weighed = {
  met: number;
  together: number;
  needed: number;
  substance: number;
  isOnTopic: boolean;
};

/** Demands decide; an answer full of substance needs one of them, or to be plainly about the matter. */
function isEnough({ met, together, needed, substance, isOnTopic }: Weighed): boolean {
  if (met === 0) return isOnTopic && substance > fullSubstance;
  return together >= needed || substance >= fullSubstance;
}

function toGrade(isMet: boolean, isPartial: boolean): Verdict["grade"] {
  if (isMet) return "met";
  return isPartial ? "partial" : "none";
}

/** Soothing, rudeness and a price given away answer nothing, whatever words stand beside them. */
function isSpoiled({ moves }: RepTurn, substance: number): boolean {
  if (has(moves, "rudeness") || has(moves, "attack")) return true;
  if (has(moves, "concession") && !has(moves, "trade") && substance < 4) return true;
  return (has(moves, "evasion") || has(moves, "boast") || has(moves, "pressure")) && substance < 3;
}

function isAbout(turn: RepTurn, { says, dodged, met, metBy }: Objection): boolean {
  const matter = contentWords([...says, ...dodged, ...met, ...metBy].join("\n"));
  return sharedWords(turn.content, matter).words.length > 0;
}

function recognise(turn: RepTurn, tracks: readonly string[]): string[] | undefined {
  for (const track of tracks) {
    const { words, share } = sharedWords(contentWords(track), turn.content);
    if (share >= trackShare && words.length >= trackWords) return words;
  }
  return undefined;
}
