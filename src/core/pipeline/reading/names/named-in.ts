// Names where a pattern says something of them, and the one of them all.
import type { Clause } from "../clauses.ts";
import { isDenied } from "../find-meanings.ts";
import type { Span } from "../understood.ts";

/** A name at its place. */
export type Name = Span & { value: string };

/** Where a pattern with the group `name` matches a clause and is not denied; `denied` where it holds its own denial. */
export function namedIn(
  { text, start }: Clause,
  { pattern, denied = false }: { pattern: RegExp; denied?: boolean },
): Span[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const whole = { start: match.index, end: match.index + match[0].length };
    const name = match.indices?.groups?.name;
    if (!name || name[0] === name[1] || (!denied && isDenied(text, whole))) return [];
    return [{ start: start + name[0], end: start + name[1] }];
  });
}

/** The longest, if all others are parts of it. */
export function theOnly(names: readonly Name[]): Name | undefined {
  const [first, ...others] = names.toSorted((a, b) => b.value.length - a.value.length);
  return others.every(({ value }) => first?.value.includes(value)) ? first : undefined;
}
