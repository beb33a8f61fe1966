// What people do with a sentence when they sell or buy: the words for it, and what was found with which words.
import type { tactics } from "../playbook.ts";

/** What a rep does with a sentence; one sentence may do several. */
export const repMoves = [
  "greeting",
  "thanks",
  "farewell",
  "small_talk",
  "question",
  "value",
  "number",
  "date",
  "proof",
  "paper",
  "person",
  "story",
  "empathy",
  "praise",
  "admission",
  "refusal",
  "their_own",
  "comparison",
  "safeguard",
  "concession",
  "trade",
  "close",
  "pressure",
  "boast",
  "evasion",
  "rudeness",
  "attack",
  "off_topic",
  "silence",
] as const;
export type RepMove = (typeof repMoves)[number];

/** The moves of a statement somebody can check or be held to; manners, adjectives and questions are none. */
export const checkable = [
  "number",
  "date",
  "proof",
  "paper",
  "person",
  "admission",
  "refusal",
  "their_own",
  "comparison",
  "safeguard",
  "trade",
] as const satisfies readonly RepMove[];

/** What a customer's sentence says about where they stand, beside the tactic of an objection. */
export const stances = [
  "greeting",
  "thanks",
  "farewell",
  "question",
  "agreement",
  "positive",
  "negative",
  "refusal",
  "objection",
] as const;
export type Stance = (typeof stances)[number];

/** A tactic of the library. */
export type Tactic = (typeof tactics)[number];

/** A label with the words that decided it. */
export type Found<Label extends string> = { label: Label; words: string[] };

/** Patterns of one label; each is matched on folded text. */
export type Lexicon<Label extends string> = Partial<Record<Label, readonly RegExp[]>>;

/** What would answer a question; `step` is a next meeting, a pilot, a signature, `view` what they think of what was said. */
export type Asked =
  | "step"
  | "view"
  | "offer"
  | "smallTalk"
  | "choice"
  | "duration"
  | "amount"
  | "person"
  | "day"
  | "reason"
  | "objects"
  | "have"
  | "anything"
  | "favour"
  | "wish"
  | "whichDay"
  | "minute"
  | "yesNo";
