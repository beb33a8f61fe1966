// What somebody meant who mistyped a name.

/** The name that takes the fewest changes of a letter (Levenshtein, 1965), if it is at most a third of the word. */
export function nearestWord(word: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.floor(word.length / 3) + 1;
  for (const name of names) {
    const changes = changesBetween(word, name);
    if (changes < fewest) [best, fewest] = [name, changes];
  }
  return best;
}

function changesBetween(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      next.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (next[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + same,
        ),
      );
    }
    above = next;
  }
  return above[other.length] ?? 0;
}
