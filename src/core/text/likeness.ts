// How alike two short texts look, whatever they mean: for "did you mean".

/** Shared pairs of letters, and single Chinese characters: 0 to 1 (Dice, 1945). */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one.toLowerCase()), pairs(other.toLowerCase())];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/\s/g, "")];
  const two = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  return new Set([...two, ...letters.filter((letter) => /\p{Script=Han}/u.test(letter))]);
}
