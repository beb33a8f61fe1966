// Which language a talk is in; only English and Chinese are understood, and anything else is said to be so.
import type { Language } from "../../../model.ts";

/** Function words that make up a third of English speech; other Latin languages have next to none of them. */
const common = new Set(
  `the a an and or but so to of in on at for with from is are was were be have has do does did not no yes i you we they he
  she it that this what how when if can could would will your our my me us them there just about more than as by`.split(
    /\s+/,
  ),
);
/** Ours: English transcripts lie above 0.3, French, Spanish and German ones under 0.08. */
const leastCommon = 0.15;
/** Fewer words than this say nothing about their language. */
const fewestWords = 12;

/** English, Chinese, or `other`; short talks in Latin letters pass as English. */
export function languageOfTalk(text: string): Language | "other" {
  const letters = count(text, /\p{L}/gu);
  const han = count(text, /\p{Script=Han}/gu);
  const latin = count(text, /\p{Script=Latin}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (letters === 0) return "other";
  if (kana > han / 4) return "other";
  if (han >= letters / 5) return "zh";
  if (latin < letters / 2) return "other";
  const words = text.toLowerCase().match(/[\p{Script=Latin}']+/gu) ?? [];
  if (words.length < fewestWords) return "en";
  return words.filter((word) => common.has(word)).length >= words.length * leastCommon
    ? "en"
    : "other";
}

/** How speech services name a language, as ours; undefined where they name none. */
export function languageNamed(name: string | undefined): Language | "other" | undefined {
  const folded = (name ?? "").toLowerCase().trim();
  if (folded === "") return undefined;
  if (/^(en\b|en-|eng$|english)/.test(folded)) return "en";
  return /^(zh\b|zh-|cmn|yue|chinese|mandarin|cantonese|中文)/.test(folded) ? "zh" : "other";
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
