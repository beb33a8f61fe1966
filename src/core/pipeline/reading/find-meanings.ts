// Finds meanings in what the rep asserts: patterns that match and are not denied.
import type { Clause } from "./clauses.ts";
import { negation } from "./lexicon/doubt.ts";
import type { Meaning } from "./lexicon/patterns.ts";
import { toPattern } from "./pattern.ts";
import type { Span } from "./understood.ts";

/** A meaning at its place in the folded text. */
export type Meant<T> = Span & { value: T; clause: Clause };

type Matcher<T> = { value: T; denied: boolean; pattern: RegExp };

/** Compiles meanings once; the finder gives every match in the clauses, in order of meaning, then of place. */
export function createFinder<T>(
  meanings: readonly Meaning<T>[],
): (clauses: readonly Clause[]) => Meant<T>[] {
  const matchers = meanings.flatMap(({ value, patterns, denied = false }): Matcher<T>[] =>
    patterns.map((source) => ({ value, denied, pattern: toPattern(source) })),
  );
  return (clauses) =>
    matchers.flatMap((matcher) => clauses.flatMap((clause) => matchesIn(clause, matcher)));
}

function matchesIn<T>(clause: Clause, { value, denied, pattern }: Matcher<T>): Meant<T>[] {
  return Array.from(clause.text.matchAll(pattern)).flatMap((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const from = match.index + lead;
    const to = match.index + match[0].trimEnd().length;
    if (to <= from || (!denied && isDenied(clause.text, { start: from, end: to }))) return [];
    return [{ value, clause, start: clause.start + from, end: clause.start + to }];
  });
}

/** Characters before a word within which a negation reaches it: a few words of English, a few characters of Chinese. */
const reach = { latin: 22, han: 6 };

/** Whether what stands there is denied within its clause. */
export function isDenied(text: string, { start, end }: Span): boolean {
  const isHan = /\p{Script=Han}/u.test(text.slice(start, end));
  const from = Math.max(0, start - (isHan ? reach.han : reach.latin));
  return text.slice(from, end).search(negation) >= 0;
}

/** Without those inside a longer one: 满意 in 不满意. */
export function outermost<T>(found: readonly Meant<T>[]): Meant<T>[] {
  return found.filter(
    (each) =>
      !found.some(
        (other) =>
          other !== each &&
          other.start <= each.start &&
          other.end >= each.end &&
          other.end - other.start > each.end - each.start,
      ),
  );
}
