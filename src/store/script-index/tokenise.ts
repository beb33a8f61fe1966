// Text as terms: English words cut to their stems, Chinese as single characters and pairs, numbers whole.

/** What a text is made of: `words` carry meaning, `grams` are pieces of words that survive a typing error. */
export type Tokens = { words: string[]; grams: string[] };

/** Cuts a text into terms; the same terms for ＡＢＣ and abc, for "quotes" and "quote". */
export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const grams: string[] = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(runs)) {
    if (isHan.test(run)) {
      words.push(...charactersOf(run));
    } else {
      const word = stem(run.replace(/['’](?:s|re|ll|ve|d|m)$/, "").replace(/['’]/g, ""));
      words.push(word);
      grams.push(...piecesOf(word));
    }
  }
  return { words, grams };
}

const runs =
  /\p{Script=Han}+|[\p{Script=Latin}][\p{Script=Latin}\p{M}]*(?:['’]\p{Script=Latin}+)*|\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu;
const isHan = /^\p{Script=Han}/u;

/** 太贵了 → 太 贵 了 太贵 贵了: pairs are most Chinese words, single characters catch the rest. */
function charactersOf(run: string): string[] {
  const characters = [...run];
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  return [...characters, ...pairs];
}

/** Light: endings of number and tense only, so that no two words of different meaning meet. */
function stem(word: string): string {
  const single = singular(word);
  const base = single.replace(/(?<=[aeiouy].*[^aeiou]{1,3})(?:ing|ed)$/, "");
  if (base === single) return base.length > 4 ? base.replace(/e$/, "") : base;
  return base.length > 3 ? base.replace(/([bdfgkmnprt])\1$/, "$1") : base;
}

/** Harman's S-stemmer ("How effective is suffixing?", 1991). */
function singular(word: string): string {
  if (word.length < 4) return word;
  if (/[^ae]ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/[^aeo]es$/.test(word)) return word.replace(/s$/, "");
  return word.replace(/(?<=[^us])s$/, "");
}

/** Three letters each, with the word's ends marked: "price" → ‹pr pri ric ice ce›. */
function piecesOf(word: string): string[] {
  if (word.length < 4) return [];
  const marked = `‹${word}›`;
  return Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3));
}
