// The embedded virtual customer: what it plays from, what it remembers, and what it answers. All plain data.
import type { Language } from "../../model.ts";
import type { Playbook } from "../library.ts";
import type { Tactic } from "../moves/model.ts";
import type { Compliance, Persona, Scenario } from "../playbook.ts";

/** Everything a session needs, copied at its start: a playbook edited later changes no session that runs. */
export type Plan = {
  vertical: string;
  language: Language;
  scenario: Scenario;
  persona: Persona;
  rubric: Omit<Playbook["rubric"][number], "at">[];
  compliance: Compliance[];
  /** Lines of the library that answer each objection, by its id. */
  tracks: Record<string, string[]>;
  /** One objection only, for a drill. */
  isDrill: boolean;
};

/** Where an objection stands: parked means dodged and to come back, dropped that it will not. */
export type ObjectionState = {
  stands: "waiting" | "open" | "parked" | "met" | "dropped";
  dodges: number;
  /** Demands of its `metBy` that were met, by index. */
  demandsMet: number[];
  /** Left to stand on what was said, neither met nor dodged. */
  isHeard?: true;
};

/** How a talk ended for the customer. */
export type Outcome = "won" | "lost" | "open";

/** What the customer remembers; JSON, so that it survives a restart. */
export type CustomerState = {
  seed: number;
  turn: number;
  mood: { trust: number; patience: number };
  open: number | null;
  objections: ObjectionState[];
  revealed: number[];
  /** Facts of the scenario that were told, by index. */
  told?: number[];
  /** The facts that the last turn asked back about: "do you mean …, or …?". */
  askedBack?: number[];
  /** Every line said, as said. */
  said: string[];
  /** The figures the rep named, each once: what the customer grants or agrees to names no other. */
  figures?: string[];
  tactics: Tactic[];
  /** Questions answered in a row without the rep answering one. */
  asked: number;
  rudeness: number;
  breaches: number;
  /** Turns since nothing was left to object to. */
  idle: number;
  /** Turns in a row for which a connected model had no usable words. */
  failures?: number;
  outcome: Outcome | null;
};

/** Why the customer answers as it does. */
export const reactions = [
  "opening",
  "raise",
  "silence",
  "rude",
  "odd",
  "offTopic",
  "monologue",
  "breach",
  "pressed",
  "conceded",
  "reveal",
  "met",
  "partial",
  "explored",
  "warm",
  "dodged",
  "premature",
  "waiting",
  "won",
  "lost",
  "drift",
] as const;
export type Reaction = (typeof reactions)[number];

/** One turn of the customer. */
export type Reply = {
  text: string;
  reaction: Reaction;
  /** The tactics used in it. */
  tactics: Tactic[];
  /** The rep's words that decided it. */
  because: string[];
  state: CustomerState;
};
