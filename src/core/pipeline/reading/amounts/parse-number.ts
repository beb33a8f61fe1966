// Numbers in words, English and Chinese.
import { byName } from "../../../by-name.ts";

const digits: Record<string, number> = byName({
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
});
const places: Record<string, number> = byName({ 十: 10, 百: 100, 千: 1000 });
const myriads: Record<string, number> = byName({ 万: 10_000, 亿: 100_000_000 });

/**
 * 一千二百三十四万五千 -> 12,345,000; a last bare digit counts the place below the one before: 三十八万五 is 385,000.
 * Digits may stand for Chinese ones: 1亿2000万. Undefined for what is no number.
 */
export function parseChineseNumber(text: string): number | undefined {
  const tokens = text.match(/\d+(?:\.\d+)?|[零〇一二两三四五六七八九]|[十百千]|[万亿]/g);
  if (!tokens || tokens.join("") !== text) return undefined;
  const sum = { total: 0, section: 0, digit: undefined as number | undefined, last: 1 };
  for (const token of tokens) take(sum, token);
  if (sum.digit === undefined) return sum.total + sum.section;
  // After 零 a bare digit is ones; after a place it is a tenth of that place.
  const isShort = sum.last >= 100 && !/[零〇]\D$/.test(text);
  return sum.total + sum.section + sum.digit * (isShort ? sum.last / 10 : 1);
}

type Sum = { total: number; section: number; digit: number | undefined; last: number };

function take(sum: Sum, token: string): void {
  const place = places[token];
  const myriad = myriads[token];
  if (place !== undefined) {
    sum.section += (sum.digit ?? 1) * place;
    sum.last = place;
    sum.digit = undefined;
    return;
  }
  if (myriad === undefined) {
    sum.digit = digits[token] ?? Number(token);
    return;
  }
  const section = sum.section + (sum.digit ?? 0);
  // 一万亿: the smaller unit before counts in the greater.
  if (sum.total > 0 && sum.total < myriad) sum.total = (sum.total + section) * myriad;
  else sum.total += (section || 1) * myriad;
  sum.section = 0;
  sum.digit = undefined;
  sum.last = myriad;
}

const small: Record<string, number> = Object.fromEntries(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
   sixteen seventeen eighteen nineteen`
    .split(/\s+/)
    .map((word, value) => [word, value]),
);
const tens: Record<string, number> = Object.fromEntries(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10]),
);
const scales: Record<string, number> = byName({
  thousand: 1e3,
  grand: 1e3,
  k: 1e3,
  million: 1e6,
  mil: 1e6,
  billion: 1e9,
});

/** The words a spelled English number is made of, as alternatives. */
export const englishNumberWords = [
  ...Object.keys(small),
  ...Object.keys(tens),
  "hundred",
  ...Object.keys(scales),
].join("|");

/** "two hundred and fifty thousand" -> 250,000; "one point two million" -> 1,200,000. Undefined for what is no number. */
export function parseEnglishNumber(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "" && word !== "and");
  const sum: Spelled = { total: 0, section: 0, decimal: 0 };
  if (words.length === 0 || !words.every((word) => takeWord(sum, word))) return undefined;
  return Math.round((sum.total + sum.section) * 100) / 100;
}

type Spelled = { total: number; section: number; decimal: number };

const others: Record<string, (sum: Spelled) => void> = byName({
  a: (sum) => {
    sum.section ||= 1;
  },
  an: (sum) => {
    sum.section ||= 1;
  },
  half: (sum) => {
    sum.section += 0.5;
  },
  point: (sum) => {
    sum.decimal = 0.1;
  },
  hundred: (sum) => {
    sum.section = (sum.section || 1) * 100;
  },
});

/** False for a word that is no part of a number. */
function takeWord(sum: Spelled, word: string): boolean {
  const digit = small[word] ?? tens[word];
  const scale = scales[word];
  const other = others[word];
  if (scale !== undefined) {
    sum.total += (sum.section || 1) * scale;
    sum.section = 0;
    sum.decimal = 0;
  } else if (digit !== undefined) {
    sum.section += sum.decimal > 0 ? digit * sum.decimal : digit;
    sum.decimal /= 10;
  } else other?.(sum);
  return scale !== undefined || digit !== undefined || other !== undefined;
}
