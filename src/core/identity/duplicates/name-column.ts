// Names and other short texts: word order, initials and typing errors aside.
import { type Column, countValues, missing, rarityOf } from "./column.ts";
import { jaroWinkler } from "./similarity.ts";

/** Every spelling a row's name may have ("王丽", "wang li"), folded; none where it has no name. */
export type Spellings = readonly string[];

/** Below .8 names have little in common, from .92 they begin alike, from .96 they differ as by a slip of the keys. */
const steps = [0.8, 0.92, 0.96, 1];
/** How alike a name is to itself in another order, or with one first name as an initial. */
const reordered = 0.97;

/** A column of names. */
export function nameColumn(name: string, rows: readonly Spellings[]): Column {
  const words = rows.map((spellings) => spellings.map((spelling) => spelling.split(" ")));
  const rarity = rarityOf(countValues(rows.flatMap(([first]) => first ?? [])));
  return {
    name,
    identifies: true,
    steps,
    compare: (left, right) => compareSpellings(words[left] ?? [], words[right] ?? []),
    keysOf: (row) => (rows[row] ?? []).flatMap((spelling) => keysOf(spelling, name)),
    rarity(left, right) {
      const shared = rows[left]?.find((spelling) => rows[right]?.includes(spelling));
      return shared === undefined ? 0 : rarity(shared);
    },
  };
}

type Words = readonly string[];

/**
 * The best of all spellings. Two names in Chinese are compared as they are written: pinyin that is nearly the same is
 * another name, and the same pinyin may be a homophone.
 */
function compareSpellings(left: readonly Words[], right: readonly Words[]): number {
  const areHan = [left, right].every(([first]) => isHan.test(first?.[0] ?? ""));
  let best: number = missing;
  for (const [at, one] of left.entries()) {
    for (const [to, other] of right.entries()) {
      const isReading = areHan && at + to > 0;
      const alike = isReading ? sameReading(one, other) : compareWords(one, other);
      best = Math.max(best, alike);
    }
  }
  return best;
}

const isHan = /\p{Script=Han}/u;
const sameReading = (one: Words, other: Words) => (one.join("") === other.join("") ? reordered : 0);

function compareWords(one: Words, other: Words): number {
  const [left, right] = [one.join(""), other.join("")];
  const alike = jaroWinkler(left, right);
  if (alike === 1 || one.length + other.length === 2) return alike;
  const sorted = jaroWinkler([...one].sort().join(""), [...other].sort().join("")) * reordered;
  return Math.max(alike, sorted, hasInitials(one, other) ? reordered : 0);
}

/** "J Smith" and "John Smith": as many words, each the same or the initial of the other, and one whole word. */
function hasInitials(one: Words, other: Words): boolean {
  if (one.length !== other.length || !one.some((word) => word.length > 1 && other.includes(word)))
    return false;
  return one.every((word, at) => {
    const same = other[at] ?? "";
    return word === same || ((word.length === 1 || same.length === 1) && word[0] === same[0]);
  });
}

/** The name run together, its words, and how they begin: a slip at the end leaves the beginning. */
function keysOf(spelling: string, name: string): string[] {
  const words = spelling.split(" ");
  const parts = words.flatMap((word) => (word.length > 4 ? [word, `${word.slice(0, 4)}…`] : word));
  const keys = new Set([words.join(""), ...parts]);
  return [...keys].filter((key) => key.length > 1).map((key) => `${name}:${key}`);
}
