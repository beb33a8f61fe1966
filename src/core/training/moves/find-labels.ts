// Labels of a text by a lexicon, each with the words that decided it.
import type { Found, Lexicon } from "./model.ts";

/** Every label of the lexicons that matches `folded`; matches are as folded, each once. */
export function findLabels<Label extends string>(
  folded: string,
  lexicons: readonly Lexicon<Label>[],
): Found<Label>[] {
  const found = new Map<Label, string[]>();
  for (const lexicon of lexicons) {
    for (const [label, patterns] of Object.entries(lexicon) as [Label, readonly RegExp[]][]) {
      const words = patterns.flatMap((pattern) => matchOf(folded, pattern));
      if (words.length > 0) found.set(label, [...(found.get(label) ?? []), ...words]);
    }
  }
  return [...found].map(([label, words]) => ({ label, words: [...new Set(words)] }));
}

/** The words of the first match; long ones are cut, for they are shown. */
function matchOf(folded: string, pattern: RegExp): string[] {
  const match = pattern.exec(folded)?.[0].trim();
  return match ? [match.slice(0, 60)] : [];
}

/** All of one label, merged over sentences. */
export function mergeFound<Label extends string>(
  parts: readonly (readonly Found<Label>[])[],
): Found<Label>[] {
  const merged = new Map<Label, string[]>();
  for (const { label, words } of parts.flat()) {
    merged.set(label, [...new Set([...(merged.get(label) ?? []), ...words])]);
  }
  return [...merged].map(([label, words]) => ({ label, words }));
}
