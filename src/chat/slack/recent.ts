// What was seen lately, in bounded memory.

/** Says of each word whether it is new. */
export type Recent = { add(word: string): boolean };

/** Remembers so many words; the oldest is forgotten first. */
export function createRecent(most = 10_000): Recent {
  const words = new Set<string>();
  return {
    add(word) {
      if (words.has(word)) return false;
      words.add(word);
      if (words.size > most) words.delete(words.values().next().value ?? "");
      return true;
    },
  };
}
