// What a customer says of what the rep did or stated, before anything that was asked is answered.
import { contentWords, languageOf, sharedWords } from "../moves/text.ts";
import type { RepTurn } from "../moves/understand-rep.ts";
import { fittingLines } from "./fitting-lines.ts";
import type { Occasion } from "./lines/model.ts";
import type { CustomerState, Plan, Reaction } from "./model.ts";
import { linesFor } from "./register.ts";
import { add, type Objection, type Speech, type Turned, wordsOf } from "./speech.ts";

/** By reaction; the others say nothing of it, or the scenario's own words. */
const occasions: Partial<Record<Reaction, Occasion>> = {
  silence: "silence",
  rude: "rude",
  odd: "odd",
  offTopic: "offTopic",
  monologue: "monologue",
  breach: "breach",
  pressed: "pressed",
  conceded: "conceded",
  warm: "warm",
};

/** What was said of these stands, though the objection is given up. */
const toldOff: readonly Reaction[] = ["breach", "pressed", "conceded", "premature"];

/** Adds it: a grant, half a grant, a word on something given up, a nod, or a word on what was done. */
export function react(plan: Plan, speech: Speech, turned: Turned): Speech {
  const { reaction, isTrapTaken, was, asked } = turned;
  const objection = was === null ? undefined : plan.scenario.objections[was];
  if (reaction === "met") return objection ? grant(plan, speech, { objection, turned }) : speech;
  if (reaction === "breach" && isTrapTaken) return add(speech, linesFor(plan, "trapTaken"));
  const own = occasions[reaction];
  if (own) return add(speech, linesFor(plan, own));
  const isAnswered = asked !== undefined || turned.isUnknown || turned.facts.length > 0;
  const word = isAnswered ? undefined : wordOn(speech.state, turned);
  return word ? add(speech, linesFor(plan, word)) : speech;
}

/** Nobody has asked anything: a word on what was stated. */
function wordOn({ open }: CustomerState, turned: Turned): Occasion | undefined {
  const { reaction, was, isHeard, lead, hasMore } = turned;
  const isGivenUp = was !== null && open !== was && reaction !== "reveal";
  if (isGivenUp && !toldOff.includes(reaction)) return onGivenUp(reaction, { isHeard, hasMore });
  if (reaction === "partial") return "partial";
  return reaction === "raise" ? lead : undefined;
}

/** That they leave it there; that there is something else, only if there is. */
function onGivenUp(
  reaction: Reaction,
  { isHeard, hasMore }: Pick<Turned, "isHeard" | "hasMore">,
): Occasion | undefined {
  if (isHeard || !hasMore) return "heard";
  return reaction === "partial" || reaction === "explored" ? "halfDone" : "moveOn";
}

/** What was just said, and every figure named before. */
export const heardIn = ({ figures = [] }: CustomerState, turn: RepTurn) =>
  [wordsOf(turn), ...figures].join("\n");

/** In the scenario's words where they fit what was said, else in anybody's; to "does that work?", with a yes. */
function grant(
  plan: Plan,
  speech: Speech,
  { objection, turned }: { objection: Objection; turned: Turned },
): Speech {
  const { asked, turn, isAsking } = turned;
  const granted = add(speech, grantedIn(objection.met, heardIn(speech.state, turn)));
  if (granted.lines.length > speech.lines.length) return granted;
  if (isAsking || (asked !== undefined && asked !== "view")) return speech;
  return add(speech, linesFor(plan, asked === "view" ? "agreed" : "met"));
}

/** Longer than this, a grant names what was granted: of its words so many were said, or this share. */
const shortGrant = { en: 45, zh: 14 } as const;
const namedWords = 2;
const namedShare = 0.34;

/** The scenario's words for a grant; others than the shortest only where they take up words of the answer. */
function grantedIn(lines: readonly string[], heard: string): readonly string[] {
  const content = contentWords(heard);
  return fittingLines(lines, heard).filter((line) => {
    const { words, share } = sharedWords(contentWords(line), content);
    const isShort = line.length <= shortGrant[languageOf(line)];
    return words.length >= (isShort ? 1 : namedWords) || share >= namedShare || isPlain(line);
  });
}

/** A grant that names nothing: "All right, I'll take that." */
const isPlain = (line: string) => contentWords(line).size <= 2;
