// The words of one turn of the customer as they are gathered; never a line twice.
import type { Tactic } from "../moves/model.ts";
import type { RepTurn } from "../moves/understand-rep.ts";
import { chooseLine } from "./choose-line.ts";
import type { Decision } from "./decide-reaction.ts";
import type { CustomerState, Plan } from "./model.ts";

/** Words and tactics gathered for one turn of the customer. */
export type Speech = { state: CustomerState; lines: string[]; tactics: Tactic[] };

/** A decision with what was open when the rep spoke, and what they said. */
export type Turned = Decision & {
  was: number | null;
  turn: RepTurn;
  /** It asked what the scenario would have asked. */
  isToThePoint: boolean;
  /** It asks, and states next to nothing. */
  isAsking: boolean;
  /** An objection is open or still to come. */
  hasMore: boolean;
};

/** One objection of a scenario. */
export type Objection = Plan["scenario"]["objections"][number];

/** One line of each of these. */
export function addEach(speech: Speech, each: readonly (readonly string[])[]): Speech {
  return each.reduce((spoken, lines) => add(spoken, lines), speech);
}

/** Adds one of these lines, if one is left, and remembers it. */
export function add(speech: Speech, lines: readonly string[]): Speech {
  const line = chooseLine(speech.state, lines);
  if (!line) return speech;
  const { state } = speech;
  return {
    ...speech,
    lines: [...speech.lines, line],
    state: { ...state, said: [...state.said, line] },
  };
}

/** Lines that were not said yet. */
export const left = ({ state }: Speech, lines: readonly string[]) =>
  lines.filter((line) => !state.said.includes(line));

/** What the rep said, as one text. */
export const wordsOf = ({ sentences }: RepTurn) => sentences.map(({ text }) => text).join(" ");
