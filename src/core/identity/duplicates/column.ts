// One thing two records are compared by: how alike they are in it, and what they are looked up by.

/** A column of a table of records, prepared for comparing rows by their number. */
export type Column = {
  name: string;
  /** Whether it tells records apart by itself, as a name does and a price does not. */
  identifies: boolean;
  /** Similarities at which a level begins, ascending; below the first is level 0: they differ. */
  steps: readonly number[];
  /** How alike two rows are, in [0, 1]; -1 where either says nothing. */
  compare(left: number, right: number): number;
  /** What a row can be found by. Rows that share rare keys are compared. */
  keysOf(row: number): readonly string[];
  /** How much more rows say that agree on a rare value than on a usual one, in bits; 0 where they do not agree. */
  rarity(left: number, right: number): number;
};

/** Where nothing is known of a row. */
export const missing = -1;

/** The level of a similarity: how many steps it reaches; -1 where it is missing. */
export function levelOf({ steps }: Column, similarity: number): number {
  if (similarity < 0) return missing;
  let level = 0;
  while (level < steps.length && similarity >= (steps[level] ?? 0)) level += 1;
  return level;
}

/** No agreement counts more than this for being rare, or less for being usual (bits). */
const mostBits = 4;

/**
 * Bits by value: agreeing on a value rarer than what people usually agree on says more (Winkler 2000, frequency-based
 * matching). The usual value is one of a frequency of Σ f², that of the value a random agreement is on.
 */
export function rarityOf(counts: ReadonlyMap<string, number>): (value: string) => number {
  let [total, squares] = [0, 0];
  for (const count of counts.values()) {
    total += count;
    squares += count * count;
  }
  const usual = squares / Math.max(1, total * total);
  return (value) => {
    const bits = Math.log2((usual * total) / (counts.get(value) ?? 1));
    return Math.max(-mostBits, Math.min(mostBits, bits));
  };
}

/** How often each value occurs. */
export function countValues(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
