// The figures in words somebody said, each as its value with its unit, so that "eight percent" is 8 %, and not eight weeks.
import {
  englishNumberWords,
  parseChineseNumber,
  parseEnglishNumber,
} from "../../pipeline/reading/amounts/parse-number.ts";
import { fold } from "../moves/text.ts";

const word = `(?:${englishNumberWords}|half)`;
const unit =
  "%|per ?cent|points?|years?|months?|weeks?|days?|hours?|minutes?|nights?|times|euros?|pounds?|dollars?";
const englishFigure = new RegExp(
  `(\\d+(?:[.,]\\d+)*|\\b${word}(?:(?:[ -]|[ -]and[ -])${word})*\\b)(?:[ -]?(${unit}))?`,
  "g",
);
const chineseUnit = "[年月天周点台件万块页条次家遍成类人号]";
const chineseFigure = new RegExp(
  `(\\d[\\d.]*|[一二两三四五六七八九十百千]{2,}|[二两三四五六七八九十百千](?=个?${chineseUnit}|个))(个?${chineseUnit})?`,
  "g",
);

/** The figures of a text. "One" alone is an article more often than a figure. */
export function figuresIn(text: string): string[] {
  const folded = fold(text);
  if (/\p{Script=Han}/u.test(folded)) {
    return [...folded.matchAll(chineseFigure)].map(
      ([, number = "", of = ""]) => `${parseChineseNumber(number) ?? number}${of}`,
    );
  }
  return [...folded.matchAll(englishFigure)]
    .filter(([whole]) => whole !== "one" && whole !== "zero")
    .map(([, number = "", of = ""]) => `${toValue(number)} ${toUnit(of)}`.trim());
}

function toValue(number: string): string {
  return /^\d/.test(number) ? number : String(parseEnglishNumber(number) ?? number);
}

const toUnit = (of: string) => (of.startsWith("per") ? "%" : of.replace(/s$/, ""));
