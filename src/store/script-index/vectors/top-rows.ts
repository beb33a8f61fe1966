// The best few of many scores.

/** A document's row with its score. */
export type Scored = { row: number; score: number };

/** The `limit` best above zero, best first; of equals the lower row first. `scoreAt` is asked once per row. */
export function topRows(
  rows: Uint32Array,
  scoreAt: (row: number, index: number) => number,
  limit: number,
): Scored[] {
  const best: Scored[] = [];
  let least = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const score = scoreAt(row, index);
    if (score <= least) continue;
    insert(best, { row, score });
    if (best.length > limit) best.pop();
    if (best.length === limit) least = best.at(-1)?.score ?? 0;
  }
  return best;
}

/** Rows come ascending, so that an equal score goes behind. */
function insert(best: Scored[], one: Scored): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((best[middle]?.score ?? 0) >= one.score) low = middle + 1;
    else high = middle;
  }
  best.splice(low, 0, one);
}
