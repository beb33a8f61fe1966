// The word that leads to the next objection: an answer to what was asked, else a word on what was said or given up.
import { occasionFor, type Standing } from "./asked.ts";
import type { Decision } from "./decide-reaction.ts";
import type { Occasion } from "./lines/model.ts";
import type { Reaction } from "./model.ts";

/** A turn on its way to another objection: the one that was open, and the one that comes. */
type Led = Pick<Decision, "reaction" | "lead" | "isHeard" | "asked" | "isUnknown"> & {
  was: number | null;
  index: number;
};

/** The occasion for that word, if there is one; bare, it stands in place of what was said about the objection given up. */
export function leadOver(led: Led): { occasion: Occasion | undefined; isBare: boolean } {
  const { reaction, was, index, lead, isHeard } = led;
  const isClosed = reaction === "met" || reaction === "reveal";
  const answer = answerTo(led);
  if (was === null || was === index || isClosed) return { occasion: answer ?? lead, isBare: false };
  if (toldOff.includes(reaction)) return { occasion: undefined, isBare: false };
  if (answer) return { occasion: answer, isBare: true };
  if (isHeard) return { occasion: "heard", isBare: true };
  const isHalf = reaction === "partial" || reaction === "explored";
  return { occasion: isHalf ? "halfDone" : "moveOn", isBare: true };
}

/** Reactions whose words are an answer already, or leave no room for one. */
const wordsEnough: readonly Reaction[] = [
  ...(["reveal", "breach", "pressed", "conceded", "premature", "monologue", "dodged"] as const),
];

/** What was said of these stands, though the objection is given up. */
const toldOff: readonly Reaction[] = ["breach", "pressed", "conceded", "premature"];

/** After a grant, the yes was said. */
function answerTo({ reaction, asked, isHeard, isUnknown }: Led): Occasion | undefined {
  if (isUnknown && !asked) return reaction === "met" ? undefined : "noAnswer";
  if (!asked || wordsEnough.includes(reaction)) return undefined;
  if (reaction === "met" && asked === "view") return undefined;
  const isEased = isHeard || reaction === "raise" || reaction === "met";
  const standing: Standing = isEased ? "heard" : "open";
  return occasionFor(asked, standing);
}
