// Patterns over words of both languages at once, so that "报价 sent 了" reads like either language alone.
import { englishWords } from "./lexicon/en.ts";
import { chineseWords } from "./lexicon/zh.ts";

type Word = keyof typeof englishWords;

/** Characters between two words that still belong together, as `~` in a pattern. */
const gap = ".{0,28}?";

/**
 * A pattern of words: {name} is any of its words in either language, `~` a short gap, ` & ` both in either order.
 * Latin words stand alone; Chinese has no boundaries.
 */
export function toPattern(source: string): RegExp {
  const orders = source
    .split(" || ")
    .flatMap((one) => {
      const [left, right] = one.split(" & ");
      return right === undefined ? [one] : [`${left}~${right}`, `${right}~${left}`];
    })
    .map(
      (one) =>
        `(?:${one.replaceAll("~", gap).replace(/(?<!\\p)\{([a-z]\w+)\}/gi, (_, name) => wordPattern(name))})`,
    );
  return new RegExp(orders.join("|"), "gu");
}

/** The words of one meaning. */
export function wordPattern(name: string): string {
  if (!isWord(name)) throw new Error(`No words are called ${name}.`);
  return `(?:(?<![a-z])(?:${englishWords[name]})(?![a-z])|${chineseWords[name]})`;
}

function isWord(name: string): name is Word {
  return name in englishWords;
}
