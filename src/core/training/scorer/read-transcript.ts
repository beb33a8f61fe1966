// A transcript as the checks see it: every turn understood once, with the rep's sentences in order.
import { checkable } from "../moves/model.ts";
import { type CustomerTurn, understandCustomer } from "../moves/understand-customer.ts";
import { has, type RepSentence, type RepTurn, understandRep } from "../moves/understand-rep.ts";
import type { ScoredTurn } from "./model.ts";

/** A sentence of the rep with its turn. */
export type PlacedSentence = RepSentence & { turn: number };

/** A turn of a transcript, understood; `at` is its index there. */
export type ReadTurn =
  | { who: "rep"; at: number; text: string; rep: RepTurn }
  | { who: "customer"; at: number; text: string; customer: CustomerTurn };

/** A whole transcript, understood. */
export type Transcript = {
  turns: ReadTurn[];
  sentences: PlacedSentence[];
  repTurns: Extract<ReadTurn, { who: "rep" }>[];
  customerTurns: Extract<ReadTurn, { who: "customer" }>[];
};

/** Understands every turn once. */
export function readTranscript(turns: readonly ScoredTurn[]): Transcript {
  const read = turns.map((turn, at): ReadTurn => readTurn(turn, at));
  const repTurns = read.filter((each) => each.who === "rep");
  return {
    turns: read,
    repTurns,
    customerTurns: read.filter((each) => each.who === "customer"),
    sentences: repTurns.flatMap(({ rep, at }) =>
      rep.sentences.map((sentence) => ({ ...sentence, turn: at })),
    ),
  };
}

function readTurn({ who, text }: ScoredTurn, at: number): ReadTurn {
  return who === "rep"
    ? { who, at, text, rep: understandRep(text) }
    : { who, at, text, customer: understandCustomer(text) };
}

/** Moves that give an answer substance; manners and adjectives do not. */
const substance = [...checkable, "question", "empathy"] as const;

/** How many kinds of substance an answer holds. */
export function substanceOf({ moves }: Pick<RepTurn, "moves">): number {
  return substance.filter((label) => has(moves, label)).length;
}
