// What any customer says when the scenario has no words for it; part of the library, one set per language.

/** Asked or offered something. */
const answering = [
  "explain",
  "askFirst",
  "goodQuestion",
  "smallTalk",
  "asISaid",
  "toldYou",
  "stepTaken",
  "noAnswer",
  "notOnThis",
  "stepLater",
  "notYet",
  "amount",
  "duration",
  "person",
  "day",
  "reason",
  "choice",
  "offer",
  "objects",
  "objectsNot",
  "have",
  "anything",
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
