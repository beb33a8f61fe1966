// The text as patterns read it: one width, one case, simplified characters, known misspellings put right.
import { hanTypos, latinTypos, realWords, simplified, wordsToCorrect } from "./lexicon/typos.ts";
import type { Span } from "./understood.ts";

/** A folded text and where each of its characters stood. */
export type Folded = {
  original: string;
  /** Lower case. */
  text: string;
  /** The same length, with the rep's capitals. */
  cased: string;
  /** Index in the original of each character, and of the end. */
  at: readonly number[];
};

/** An update is a few sentences; beyond this nothing is read (characters). */
const maxCharacters = 5000;

/** Folds the first 5,000 characters of a text. */
export function fold(original: string): Folded {
  const cut = original.slice(0, maxCharacters);
  const narrow = replaceHanTypos(
    Array.from({ length: cut.length }, (_, i) => narrowOf(cut[i] ?? "")).join(""),
  );
  const pieces = narrow.split(/([A-Za-z]+)/);
  let [cased, start] = ["", 0];
  const at: number[] = [];
  for (const piece of pieces) {
    const better = correct(piece, start === 0);
    cased += better;
    for (let i = 0; i < better.length; i += 1) at.push(start + Math.min(i, piece.length - 1));
    start += piece.length;
  }
  at.push(start);
  return { original, cased, text: lower(cased), at };
}

/** A name as folded text has it. */
export function simplify(name: string): string {
  return lower(Array.from({ length: name.length }, (_, i) => narrowOf(name[i] ?? "")).join(""));
}

/** A span of the folded text in the rep's own. */
export function spanOf({ at, original }: Folded, { start, end }: Span): Span & { words: string } {
  const from = at[start] ?? 0;
  const to = end > start ? (at[end] ?? original.length) : from;
  return { start: from, end: to, words: original.slice(from, to) };
}

/** Where a pattern matches. */
export function placesOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
}

/** A folded text without some of its stretches, and where each character left stood in it. */
export function omit(
  { original, text, cased, at }: Folded,
  spans: readonly Span[],
): { folded: Folded; back: readonly number[] } {
  const isOut = new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
  );
  const back = Array.from(at.keys()).filter((index) => !isOut.has(index));
  const kept = (letters: string) => back.map((index) => letters[index] ?? "").join("");
  return {
    folded: { original, text: kept(text), cased: kept(cased), at: back.map((i) => at[i] ?? 0) },
    back,
  };
}

/** Same length whatever the letter: some grow when lowered. */
function lower(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function narrowOf(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0) return " ";
  if (unit === "’" || unit === "‘") return "'";
  return simplified.get(unit) ?? unit;
}

function replaceHanTypos(text: string): string {
  let replaced = text;
  for (const [wrong, right] of hanTypos) replaced = replaced.replaceAll(wrong, right);
  return replaced;
}

function correct(piece: string, isFirst: boolean): string {
  if (!/^[A-Za-z]{2,}$/.test(piece)) return piece;
  const word = piece.toLowerCase();
  const known = latinTypos.get(word);
  if (known) return known;
  // A capital marks a name more often than a slip; the first word has one anyway.
  const isPlain = piece === word || (isFirst && piece.slice(1) === word.slice(1));
  if (!isPlain || word.length < 6 || realWords.has(word)) return piece;
  return nearest(word) ?? piece;
}

function nearest(word: string): string | undefined {
  for (const right of wordsToCorrect) if (isSlip(word, right)) return right;
  return undefined;
}

/** One letter missing, doubled, wrong or two swapped, in a word of six letters or more; never the first. */
export function isSlip(word: string, right: string): boolean {
  if (word === right || word[0] !== right[0] || Math.abs(word.length - right.length) > 1)
    return false;
  let i = 0;
  while (i < word.length && word[i] === right[i]) i += 1;
  const rest = (text: string, from: number) => text.slice(from);
  if (word.length > right.length) return rest(word, i + 1) === rest(right, i);
  if (word.length < right.length) return rest(word, i) === rest(right, i + 1);
  if (rest(word, i + 1) === rest(right, i + 1)) return isStemChange(word, right, i) === false;
  return (
    word[i] === right[i + 1] && word[i + 1] === right[i] && rest(word, i + 2) === rest(right, i + 2)
  );
}

/** "approves" for "approved" is another form, no slip. */
function isStemChange(word: string, right: string, at: number): boolean {
  return at === word.length - 1 && right.length === word.length;
}
