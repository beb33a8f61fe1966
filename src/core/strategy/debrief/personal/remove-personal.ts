// Takes out of a sentence what leads to a person, a customer or a price, by rule; each leaves a blank that says what it was.
import { amountRules } from "./amounts.ts";
import { addressRules, codeRules } from "./codes.ts";
import type { PersonalKind, PersonalRule } from "./kinds.ts";
import { type KnownNames, knownRules } from "./known.ts";
import { titledRules } from "./titled.ts";

/** What is left, and what was taken out. */
export type Cleaned = { text: string; removed: PersonalKind[] };
export type Clean = (text: string) => Cleaned;

/** A blank as the library writes it: what it holds, in braces. */
const blankOf = (word: string): string => `{${word}}`;

/** Made once for all names known, used on many sentences. `words`: what a blank of each kind says. */
export function createClean(known: KnownNames, words: Record<PersonalKind, string>): Clean {
  const rules: PersonalRule[] = [
    ...codeRules,
    ...amountRules,
    ...addressRules,
    ...knownRules(known),
    ...titledRules,
  ];
  return (text) => {
    const removed: PersonalKind[] = [];
    const marked = rules.reduce((left, { kind, pattern }) => {
      return left.replace(pattern, () => mark(removed.push(kind) - 1));
    }, text.normalize("NFC"));
    const isLeft = new Set<number>();
    const cleaned = marked.replace(marks, (all) => {
      const at = all.charCodeAt(1) - firstMark;
      isLeft.add(at);
      return blankOf(words[removed[at] ?? "number"]);
    });
    return { text: tidy(cleaned), removed: removed.filter((_, at) => isLeft.has(at)) };
  };
}

/** While rules work, a blank is two private characters, in which no rule finds letters or digits. */
const firstMark = 0xe100;
const mark = (at: number) => `\u{e000}${String.fromCharCode(firstMark + Math.min(at, 0x600))}`;
const marks = /\u{e000}[\u{e100}-\u{e700}]/gu;

/** The same blank twice in a row is one. */
function tidy(text: string): string {
  return text.replace(/(\{[^{}]+\})(?:[ ,·-]*\1)+/g, "$1");
}
