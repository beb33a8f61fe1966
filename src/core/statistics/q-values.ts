// Many questions asked of the same data: some look true by chance.

/**
 * The q-value of each p-value: of all answers at least as clear, the share that chance would give (Benjamini and
 * Hochberg, 1995). In the order given.
 */
export function qValues(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  const found = new Array<number>(pValues.length).fill(1);
  let least = 1;
  for (const [place, index] of order.entries()) {
    const rank = pValues.length - place;
    least = Math.min(least, ((pValues[index] ?? 1) * pValues.length) / rank);
    found[index] = least;
  }
  return found;
}
