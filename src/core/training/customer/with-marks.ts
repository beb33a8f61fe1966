// Speech has no marks: what was dictated or typed in haste gets those that it lacks, so that a question is seen as one.
import {
  asksInChinese,
  asksNew,
  newThought,
  questionBegins,
  questionHolders,
  tellsInChinese,
} from "../moves/lexicon/question-words.ts";
import { fold, maxRead } from "../moves/text.ts";

/** The same words, with marks where somebody who spoke them would have made a pause. */
export function withMarks(text: string): string {
  return text
    .slice(0, maxRead)
    .split(/(?<=[.!?。！？；;…\n])/)
    .map((part) => (/[.!。！…]\s*$/.test(part) ? part : markPart(part)))
    .join("");
}

function markPart(part: string): string {
  return /\p{Script=Han}/u.test(part) ? markChinese(part) : markEnglish(part);
}

/** In Chinese a blank stands for the mark. */
function markChinese(part: string): string {
  const clauses = part.split(
    /(?<=[\p{Script=Han}\d%])[ \u3000]+(?=[\p{Script=Han}\dA-Za-z])|(?<=[A-Za-z\d])[ \u3000]+(?=\p{Script=Han})/u,
  );
  return clauses.map((clause, at) => clause + markAfter(clause, clauses[at + 1])).join("");
}

function markAfter(clause: string, next: string | undefined): string {
  if (/[.!?。！？；;，,…]\s*$/.test(clause)) return "";
  if (isAsking(clause)) return "？";
  if (next === undefined) return "";
  return isAsking(next) && !isShort(next) ? "。" : "，";
}

/** "可以吗", "卡在哪一步了": so short, it asks about what stands before it. */
const shortest = 7;

const isShort = (clause: string) => clause.replace(/[^\p{Script=Han}]/gu, "").length <= shortest;

const isAsking = (clause: string) => {
  const asking = fold(clause).split(/[,:]/).at(-1) ?? "";
  return asksInChinese.test(asking) && !tellsInChinese.test(asking);
};

/** From so few words on, a question has got going: an auxiliary so soon behind it belongs to it. */
const belongs = 7;

/** A run of English is cut before each question in it. */
function markEnglish(part: string): string {
  const words = part.split(" ");
  const cuts = questionStarts(words);
  if (cuts.length === 0) return part;
  const pieces = [0, ...cuts.filter((at) => at > 0), words.length];
  return pieces
    .slice(0, -1)
    .map((from, at) => closed(words.slice(from, pieces[at + 1]).join(" "), cuts.includes(from)))
    .join(" ")
    .replace(choosing, ",");
}

/** "Which is better?" asks about what stands before it. */
const choosing = /\.(?= (which (one )?(is|would be|suits|works) [^.?]{0,20}\?))/gi;

/** The words at which a question begins, with the "and" before it. */
function questionStarts(words: readonly string[]): number[] {
  const cuts: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const [at] of words.entries()) {
    if (!beginsAt(words, at) || isPartOf(words, { at, last })) continue;
    last = at;
    cuts.push(newThought.test(fold(words[at - 1] ?? "")) && at > 0 ? at - 1 : at);
  }
  return cuts;
}

/** Whether it still belongs to the question that began at `last`. */
function isPartOf(words: readonly string[], { at, last }: { at: number; last: number }): boolean {
  if (at - last >= belongs || newThought.test(fold(words[at - 1] ?? ""))) return false;
  return at - last < 4 || !asksNew.test(fold(words[at] ?? ""));
}

function beginsAt(words: readonly string[], at: number): boolean {
  const rest = fold(words.slice(at, at + 4).join(" "));
  questionBegins.lastIndex = 0;
  if (!questionBegins.test(rest)) return false;
  const before = fold(words.slice(Math.max(0, at - 2), at).join(" "));
  return newThought.test(before) || !questionHolders.test(before);
}

function closed(piece: string, isQuestion: boolean): string {
  if (/[.!?;…]\s*$/.test(piece)) return piece;
  const bare = piece.replace(/[,:\s]+$/, "");
  return `${bare}${isQuestion ? "?" : "."}`;
}
