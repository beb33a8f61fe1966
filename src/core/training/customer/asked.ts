// What a rep asks the customer in a turn, by what would answer it: a yes, a day, an amount, one of two.
import {
  askedKinds,
  asksAtEnd,
  choice,
  day,
  factWord,
  favour,
  leave,
  manners,
  may,
  oneOfTwo,
  opensAsQuestion,
  plainFact,
  plainYesNo,
  proposed,
  rightMoment,
  step,
  view,
  wantsMore,
  whichDay,
  wish,
} from "../moves/lexicon/asked-words.ts";
import type { Asked } from "../moves/model.ts";
import { fold } from "../moves/text.ts";
import {
  asksAbout,
  has,
  type RepSentence,
  type RepTurn,
  understandRep,
} from "../moves/understand-rep.ts";
import type { Occasion } from "./lines/model.ts";

/** How what was said stands with the customer, which decides their yes or no to it. */
export type Standing = "met" | "heard" | "open";

const views = { met: "agreed", heard: "agreedForNow", open: "notYet" } as const;

/** The common answers to a question. */
export function occasionFor(asked: Asked, standing: Standing): Occasion {
  if (asked === "view") return views[standing];
  if (asked === "objects") return standing === "open" ? "objects" : "objectsNot";
  if (asked === "favour") return standing === "open" ? "favourLater" : "favour";
  return asked === "step" ? "stepLater" : asked;
}

const forAYes: readonly Asked[] = ["step", "view", "offer", "favour", "minute"];

/** Whether a yes would answer it: to a step, to what was offered, to a favour. */
export function isForAYes(asked: Asked | undefined): boolean {
  return asked !== undefined && forAYes.includes(asked);
}

/**
 * What the last question of a turn asks for, of those that were not `told`; undefined without one, or for what only the
 * scenario could tell.
 */
export function askedIn(
  { sentences }: Pick<RepTurn, "sentences">,
  told: readonly RepSentence[] = [],
): Asked | undefined {
  const asked = sentences
    .filter((each, at) => isAsked(each) && !told.includes(each) && !isSelfAnswered(sentences, at))
    .map((each) => kindOf(each));
  const last = asked.at(-1);
  // "Who wrote it, and does he have your ear?" is answered by a name first.
  return last === "yesNo"
    ? (asked.find((kind) => kind === "person" || kind === "amount") ?? last)
    : last;
}

/** Letters or Han characters of a statement behind a question that make it one they answer themselves. */
const longAnswer = 12;

/** "Can it be passed on? Clause four says so." asks nothing. */
function isSelfAnswered(sentences: readonly RepSentence[], at: number): boolean {
  const next = sentences[at + 1];
  const kind = sentences[at] && kindOf(sentences[at]);
  // "Monday? You're joking." proposes no Monday.
  const isEcho = (sentences[at]?.content.size ?? 0) <= 1 && kind === "step";
  const isPlain = isEcho || ["yesNo", "have", undefined].includes(kind);
  return isPlain && next !== undefined && !isAsked(next) && next.text.length >= longAnswer;
}

/** Typed on a telephone, a question often has no mark. */
function isAsked(sentence: RepSentence): boolean {
  const text = fold(sentence.text);
  if (manners.test(text)) return false;
  if (proposed.test(text)) return true;
  if (isMarked(sentence)) return true;
  const isOne = asksAbout(sentence) || has(sentence.moves, "close");
  return isOne && !/[.。!！]$/.test(text) && (opensAsQuestion.test(text) || asksAtEnd.test(text));
}

const isMarked = ({ text }: RepSentence) => /[?？]\s*$/.test(text);

/** "…，可以吗" asks whether, whatever stands before it. */
const isTagged = (text: string) =>
  /[,，][^,，]{1,6}$/.test(text) && view.test(text.split(/[,，]/).at(-1) ?? "");

/** "够不够": of what was offered, whatever days are named in it. */
const enough = /够不够|够吗|\bis (that|it) enough\b/;

function isForFact(text: string): boolean {
  if (/\b(can|could|shall) (we|i)\b/.test(text)) return false;
  return plainFact.test(text) || (factWord.test(text) && !view.test(text));
}

/** In Chinese the last clause asks; a mere "行吗" asks about all that stands before it. */
function askingIn(text: string): string {
  const last = text.split(/[,，:：]/).at(-1) ?? text;
  return /\p{Script=Han}/u.test(last) && !view.test(last) && last.length > 3 && !/^要不/.test(text)
    ? last
    : text;
}

/** Kinds that are told by more than one word, in the order in which they are looked for. */
const first: readonly { asked: Asked; fits: (text: string) => boolean }[] = [
  { asked: "minute", fits: (text) => !wantsMore.test(text) && rightMoment.test(text) },
  { asked: "whichDay", fits: (text) => whichDay.test(text) },
  { asked: "choice", fits: isChoice },
  { asked: "view", fits: (text) => enough.test(text) },
  { asked: "wish", fits: (text) => wish.test(text) },
  { asked: "favour", fits: (text) => !wantsMore.test(text) && favour.test(text) },
  { asked: "step", fits: (text) => !isForMore(text) && isStep(text) },
];

function isChoice(text: string): boolean {
  return oneOfTwo.test(text) || (choice.test(text) && !day.test(text) && !isTagged(text));
}

/** Something to know is asked for: a yes is no answer. */
const isForMore = (text: string) => isForFact(text) || wantsMore.test(text);

function kindOf(sentence: RepSentence): Asked | undefined {
  const text = askingIn(fold(sentence.text));
  const kind = first.find(({ fits }) => fits(text));
  if (kind) return kind.asked;
  const found = askedKinds.find(
    ({ asked, says }) => says.test(text) && !(isForMore(text) && forAYes.includes(asked)),
  );
  return found?.asked ?? otherwise(sentence, text, isForFact(text));
}

/** By the move that it makes, when none of the words is in it. */
function otherwise({ moves }: RepSentence, text: string, isFact: boolean): Asked | undefined {
  if (has(moves, "small_talk")) return "smallTalk";
  if (isFact || /\b(what|how)\b/.test(text)) return undefined;
  if (isClose(text)) return "step";
  return plainYesNo.test(text) ? "yesNo" : undefined;
}

/** A day is named, leave is asked for, or what is asked is a step. */
function isStep(text: string): boolean {
  if (day.test(text) || leave.test(text) || proposed.test(text)) return true;
  return step.test(text) && (isClose(text) || view.test(text) || may.test(text));
}

const isClose = (text: string) => has(understandRep(text).moves, "close");
