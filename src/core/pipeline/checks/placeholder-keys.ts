// Keys pressed to fill a field: one again and again, neighbours in a row, a fist.
import type { Typed } from "./placeholder-fields.ts";

const rows = [
  ...["qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz", "01234567890"],
  ...[
    "qazwsxedcrfvtgb",
    "1qaz2wsx3edc4rfv",
    "!@#$%^&*()",
    "一二三四五六七八九十",
    "甲乙丙丁戊己庚辛",
  ],
];
const reversed = rows.map((row) => [...row].reverse().join(""));
const runs = [...rows, ...reversed];

const bareOf = (folded: string) => folded.replace(/[\s\-_.,;/|]+/g, "");

/** One letter or figure three times and more, or a short group of them three times. */
export function isRepeated({ sort, value, folded }: Typed): boolean {
  if (sort === "phone" || sort === "money" || sort === "code") return false;
  const bare = bareOf(folded);
  if (sort === "email" && bare.includes("@")) return false;
  if (/^(.)\1{2,}$/u.test(bare)) return !isRealTriple({ sort, value });
  if (/^x{2,}$/.test(bare) || isStub({ sort, value })) return true;
  // "lalala", "123123123"; twice is a name: Coco, 丽丽.
  return /^(.{2,4})\1{2,}$/u.test(bare) || isRunTwice(bare);
}

/** One key, or one twice. Capitals may be a name: X, O, BB. */
function isStub({ sort, value }: Pick<Typed, "sort" | "value">): boolean {
  if (sort === "person" && /^[AX]$/.test(value)) return true;
  return /^(?:[a-z]|\d|([a-z])\1|(\d)\2)$/.test(value);
}

/** AAA and BBB are associations; so might any three capitals be, but for X. 888 is a house that is known for it. */
function isRealTriple({ sort, value }: Pick<Typed, "sort" | "value">): boolean {
  return (sort === "company" || sort === "rival") && /^(?:([A-WY])\1\1|888|666)$/.test(value);
}

function isRunTwice(bare: string): boolean {
  const half = bare.length >= 6 && bare.length % 2 === 0 ? bare.slice(0, bare.length / 2) : "";
  return half !== "" && bare === half + half && isKeys(half, 3);
}

/** Neighbouring keys in order, or the alphabet, or counting: the whole of it. */
export function isRun({ sort, value, folded }: Typed): boolean {
  if (sort === "phone" || sort === "money" || sort === "code") return false;
  const bare = bareOf(folded);
  if (bare.length < 3 || (sort === "email" && bare.includes("@"))) return false;
  if (bare.length === 3) return isShortRun(bare, { sort, value });
  return isKeys(bare, bare.length) || isPieces(bare);
}

/** Three letters are as often a company's: ABC, DFG. */
function isShortRun(bare: string, { sort, value }: Pick<Typed, "sort" | "value">): boolean {
  if (/^(?:asd|qwe|zxc|jkl|qaz|wsx|123|321|一二三|甲乙丙)$/.test(bare)) return true;
  const isName = (sort === "company" || sort === "rival") && value === value.toUpperCase();
  return !isName && /^(?:abc|xyz|sdf|dsa|fgh|ewq)$/.test(bare);
}

const isKeys = (word: string, least: number): boolean =>
  word.length >= least && runs.some((row) => row.includes(word));

/** Several runs put together: asdqwe, qwer1234, zxc123. */
function isPieces(bare: string): boolean {
  if (!/^[a-z0-9]+$/.test(bare) || /^\d+$/.test(bare)) return false;
  let rest = bare;
  while (rest !== "") {
    const length = longestRun(rest);
    if (length < 3) return false;
    rest = rest.slice(length);
  }
  return true;
}

function longestRun(word: string): number {
  for (let length = word.length; length >= 3; length -= 1) {
    const part = word.slice(0, length);
    if (isKeys(part, 3) || /^(.)\1+$/.test(part)) return length;
  }
  return 0;
}

/** Leaning on the home row: sdfsdf, sadfasdf, jhgjhg. Capitals are initials and are left alone. */
export function isKeySmash({ sort, value, folded }: Typed): boolean {
  if (sort === "phone" || sort === "money" || sort === "code") return false;
  if (!/^[a-z]{5,}$/.test(folded) || value === value.toUpperCase()) return isSpelledSmash(folded);
  const vowels = (folded.match(/[aeiouy]/g) ?? []).length;
  if (vowels === 0) return true;
  return folded.length >= 6 && /^[asdfghjkl]+$/.test(folded) && vowels / folded.length <= 0.26;
}

/** What "asdf" becomes under a pinyin keyboard. */
function isSpelledSmash(folded: string): boolean {
  return /^(?:阿斯顿发?|阿斯蒂芬|阿斯达|啊实打实|阿萨德|啊啊是|去玩儿|请问人|自行车vb|爱上对方|奥术大师|撒大声地)+$/.test(
    folded,
  );
}
