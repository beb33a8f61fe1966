// Which of several equal rows a row is, in little memory.
export type Occurrences = {
  /** How often this digest has come, this time included. */
  count(digest: string): number;
};

/**
 * Counts digests (hex, evenly spread) in 12 bytes each: a Map of strings would take ten times that and hold a
 * large file in memory after all. 52 bits of each are compared; two that agree in them count as one, which makes
 * a number larger and no key equal.
 */
export function createOccurrences(): Occurrences {
  let size = 1024;
  let used = 0;
  let prints = new Float64Array(size);
  let counts = new Uint32Array(size);

  const slotOf = (print: number): number => {
    let slot = print % size;
    while (counts[slot] !== 0 && prints[slot] !== print) slot = (slot + 1) % size;
    return slot;
  };

  const grow = () => {
    const [oldPrints, oldCounts] = [prints, counts];
    size *= 2;
    prints = new Float64Array(size);
    counts = new Uint32Array(size);
    for (const [old, print] of oldPrints.entries()) {
      const count = oldCounts[old] ?? 0;
      if (count === 0) continue;
      const slot = slotOf(print);
      prints[slot] = print;
      counts[slot] = count;
    }
  };

  return {
    count(digest) {
      if (used * 2 > size) grow();
      const print = Number.parseInt(digest.slice(0, 13), 16);
      const slot = slotOf(print);
      if (counts[slot] === 0) used += 1;
      prints[slot] = print;
      counts[slot] = (counts[slot] ?? 0) + 1;
      return counts[slot];
    },
  };
}
