// What an attack is: words of somebody outside, and the way by which they come to us.

/** The ways in that words of others take, and those of a rep who pastes them. */
export const waysIn = [
  "said",
  "note",
  "transcript",
  "page",
  "file",
  "cell",
  "lead",
  "field",
] as const;
export type WayIn = (typeof waysIn)[number];

export type Attack = { by: WayIn; words: string };
