// What any customer says when the scenario has no words for it; part of the library, one set per language.
import type { Topic } from "../../playbook.ts";

/** Asked or offered something. */
const answering = [
  "goodQuestion",
  "askBack",
  "smallTalk",
  "asISaid",
  "stepTaken",
  "noAnswer",
  "beforeThat",
  "notOnThis",
  "stepLater",
  "notYet",
  "amount",
  "duration",
  "person",
  "day",
  "reason",
  "choice",
  "otherChoice",
  "offer",
  "objects",
  "objectsNot",
  "have",
  "anything",
  "favour",
  "favourLater",
  "wish",
  "whichDay",
  "minute",
  "yesNo",
] as const;
/** Whatever else the rep did. */
const reacting = [
  "silence",
  "rude",
  "odd",
  "offTopic",
  "monologue",
  "breach",
  "partial",
  "halfDone",
  "heard",
  "met",
  "conceded",
  "pressed",
  "premature",
  "allMet",
  "drift",
  "hurry",
  "moveOn",
  "noted",
  "unanswered",
  "back",
  "warm",
  "impatient",
  "trapTaken",
  "thrownOut",
  "yesAsSaid",
  "agreed",
  "agreedForNow",
] as const;
/** The occasions for such lines. */
export const occasions = [...answering, ...reacting];
export type Occasion = (typeof occasions)[number];

/** Lines for every occasion, each said at most once in a session. */
export type CommonLines = Record<Occasion, readonly string[]>;
export type AnswerLines = Pick<CommonLines, (typeof answering)[number]>;

/** What a question may be for, in words of the one who is asked, and what they say who would rather not tell. */
export type TopicLines = Record<Exclude<Topic, "mood">, { name: string; vague: readonly string[] }>;
