// What any customer says when the scenario has no words for it; part of the library, one set per language.

/** The occasions for such lines. */
export const occasions = [
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
  "explain",
  "askFirst",
  "goodQuestion",
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
  "smallTalk",
  "noAnswer",
  "impatient",
] as const;
export type Occasion = (typeof occasions)[number];

/** Lines for every occasion, each said at most once in a session. */
export type CommonLines = Record<Occasion, readonly string[]>;
