// The words for a reaction: the scenario's own first, then what any customer says; never a line twice.
import type { Language } from "../../model.ts";
import type { Tactic } from "../moves/model.ts";
import { raiseNext } from "./advance.ts";
import { chooseLine } from "./choose-line.ts";
import type { Decision } from "./decide-reaction.ts";
import { englishLines } from "./lines/en.ts";
import type { CommonLines, Occasion } from "./lines/model.ts";
import { chineseLines } from "./lines/zh.ts";
import type { CustomerState, Plan, Reaction } from "./model.ts";

const common: Record<Language, CommonLines> = { en: englishLines, zh: chineseLines };

/** Words and tactics gathered for one turn of the customer. */
export type Speech = { state: CustomerState; lines: string[]; tactics: Tactic[] };

/** What opens a turn of the customer, by reaction. */
const occasions: Partial<Record<Reaction, Occasion>> = {
  silence: "silence",
  rude: "rude",
  odd: "odd",
  offTopic: "offTopic",
  monologue: "monologue",
  breach: "breach",
  pressed: "pressed",
  conceded: "conceded",
  partial: "partial",
  premature: "premature",
  warm: "warm",
  waiting: "allMet",
};

/** A decision on the way to words; `was` is the objection that was open when the rep spoke. */
export type Said = { state: CustomerState; was: number | null; decision: Decision };

/** Says what belongs to a decision, and the next objection when none is open. */
export function speak(plan: Plan, { state, was, decision }: Said): Speech {
  const { reaction, reveal, met } = decision;
  const occasion = occasions[reaction];
  const begun: Speech = { state, lines: [], tactics: [] };
  const said = occasion ? add(begun, common[plan.language][occasion]) : begun;
  const answered = answer(plan, said, { reaction, was: met ?? was });
  const revealed =
    reveal === undefined ? answered : add(answered, [plan.scenario.reveals[reveal]?.says ?? ""]);
  return withNext(plan, revealed, { reaction, was });
}

type Turned = { reaction: Reaction; was: number | null };

/** What they say of the objection that was open. */
function answer(plan: Plan, speech: Speech, { reaction, was }: Turned): Speech {
  const objection = was === null ? undefined : plan.scenario.objections[was];
  if (reaction === "explored") return explain(plan, speech, was);
  if (!objection) return speech;
  if (reaction === "met") return add(speech, objection.met);
  if (reaction === "partial") return add(speech, objection.says);
  return reaction === "dodged" || reaction === "breach" ? insist(plan, speech, objection) : speech;
}

/** Harder than before, in the words for a dodged objection while there are any. */
function insist(
  plan: Plan,
  speech: Speech,
  objection: Plan["scenario"]["objections"][number],
): Speech {
  const said = add(speech, objection.dodged);
  const isStillOpen = speech.state.open !== null;
  const spoken = said.lines.length > 0 ? said : add(speech, plan.persona.phrases);
  const tactics = isStillOpen ? [...spoken.tactics, objection.tactic] : spoken.tactics;
  return { ...spoken, tactics };
}

/** A question gets an answer: the objection in other words, what this person cares about, or that they cannot say. */
function explain(plan: Plan, speech: Speech, was: number | null): Speech {
  const lines = common[plan.language];
  if (speech.state.asked > 2) return add(speech, lines.impatient);
  const objection = was === null ? undefined : plan.scenario.objections[was];
  if (!objection) return speech;
  const reworded = chooseLine(speech.state, objection.says);
  if (reworded) return add(add(speech, lines.explain), [reworded]);
  const cares = plan.persona.cares.filter((each) => isVoiced(each));
  const answered = add(speech, cares.map(toQuestion));
  return answered.lines.length > speech.lines.length ? answered : add(speech, lines.noAnswer);
}

/** Cares written about the person instead of by them cannot be said by them. */
function isVoiced(care: string): boolean {
  return !/\b(he|she|his|her|him|hers|they|their)\b|[他她]|^(whether|how his|how her)/i.test(care);
}

/** What a person cares about is written without its mark. */
function toQuestion(care: string): string {
  if (/[.?!。？！]$/.test(care)) return care;
  return /\p{Script=Han}/u.test(care) ? `${care}？` : `${care}?`;
}

/** Whatever is not an interruption is followed by the next objection when none is open. */
const interruptions: readonly Reaction[] = ["silence", "rude", "odd", "offTopic"];

function withNext(plan: Plan, speech: Speech, turned: Turned): Speech {
  const isFull = speech.lines.length > 1;
  if (speech.state.open !== null || isFull || interruptions.includes(turned.reaction))
    return speech;
  const raised = raiseNext(speech.state);
  if (raised)
    return raise(plan, { ...speech, state: raised.state }, { ...turned, index: raised.index });
  return turned.reaction === "met" ? add(speech, common[plan.language].allMet) : speech;
}

/** The next objection; one that was given up is closed with a word in place of what was said about it. */
function raise(
  plan: Plan,
  speech: Speech,
  { reaction, was, index }: Turned & { index: number },
): Speech {
  const objection = plan.scenario.objections[index];
  if (!objection) return speech;
  const isGivenUp = was !== null && reaction !== "met" && reaction !== "reveal";
  const led = isGivenUp ? add({ ...speech, lines: [] }, common[plan.language].moveOn) : speech;
  const says = add(led, objection.says);
  const spoken = says.lines.length > led.lines.length ? says : add(led, objection.dodged);
  return { ...spoken, tactics: [...spoken.tactics, objection.tactic] };
}

/** Adds one of these lines, if one is left, and remembers it. */
function add(speech: Speech, lines: readonly string[]): Speech {
  const line = chooseLine(speech.state, lines);
  if (!line) return speech;
  const { state } = speech;
  return {
    ...speech,
    lines: [...speech.lines, line],
    state: { ...state, said: [...state.said, line] },
  };
}

/** Below this patience they say once that time is short; that is a tactic, too. */
const hurryBelow = 0.22;

/** Adds that time is short, the first time patience is. */
export function hurry(plan: Plan, speech: Speech): Speech {
  const lines = common[plan.language].hurry;
  const wasSaid = lines.some((line) => speech.state.said.includes(line));
  if (speech.state.mood.patience >= hurryBelow || wasSaid) return speech;
  return { ...add(speech, lines), tactics: [...speech.tactics, "no_time"] };
}

/** Something when all lines of an occasion were said: this person's own phrases; undefined when those were, too. */
export function fillIn(plan: Plan, speech: Speech): Speech | undefined {
  const lines = common[plan.language];
  const filled = add(speech, [...plan.persona.phrases, ...lines.noAnswer, ...lines.impatient]);
  return filled.lines.length > 0 ? filled : undefined;
}

/** The words that end it. */
export function endWith(plan: Plan, speech: Speech, how: "won" | "lost" | "open"): Speech {
  const { won, lost } = plan.scenario;
  const words = { won: won.says, lost: lost.says, open: common[plan.language].drift };
  return add(speech, words[how]);
}
