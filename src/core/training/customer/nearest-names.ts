// Names like the one that was mistyped.

const shown = 5;

/** The five names nearest to one that is none of them, by the pairs of letters they share (Dice 1945). */
export function nearestNames(name: string, names: readonly string[]): string[] {
  const pairs = pairsOf(name);
  const likeness = (other: string) => {
    const own = pairsOf(other);
    const shared = [...own].filter((pair) => pairs.has(pair)).length;
    return (2 * shared) / Math.max(1, own.size + pairs.size);
  };
  return [...new Set(names)]
    .map((other) => ({ other, grade: likeness(other) }))
    .sort((a, b) => b.grade - a.grade || (a.other < b.other ? -1 : 1))
    .slice(0, shown)
    .map(({ other }) => other);
}

function pairsOf(name: string): Set<string> {
  const letters = [...name.toLowerCase()];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}
