// Candidates compared column by column.
import type { Pairs } from "./candidates.ts";
import { type Column, levelOf } from "./column.ts";

/** Pairs with how alike they are: one number per pair and column, pair after pair. */
export type Compared = Pairs & {
  /** In [0, 1]; -1 where one of the rows says nothing. */
  similarities: Float32Array;
  /** The level each reaches; -1 where missing. */
  levels: Int8Array;
  /** How alike a pair is on the whole: the sum over the columns that rows are looked up by. */
  alike: Float64Array;
};

/** Compares every pair in every column. */
export function compareAll(columns: readonly Column[], pairs: Pairs): Compared {
  const count = pairs.left.length;
  const similarities = new Float32Array(count * columns.length);
  const levels = new Int8Array(count * columns.length);
  const alike = new Float64Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    for (const [at, column] of columns.entries()) {
      const similarity = column.compare(pairs.left[pair] ?? 0, pairs.right[pair] ?? 0);
      similarities[pair * columns.length + at] = similarity;
      levels[pair * columns.length + at] = levelOf(column, similarity);
      if (column.identifies) alike[pair] = (alike[pair] ?? 0) + Math.max(0, similarity);
    }
  }
  return { ...pairs, similarities, levels, alike };
}
