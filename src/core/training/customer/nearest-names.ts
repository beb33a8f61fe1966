// Names like the one that was mistyped.
import { likeness } from "../../text/likeness.ts";

const shown = 5;

/** The five names nearest to one that is none of them. */
export function nearestNames(name: string, names: readonly string[]): string[] {
  return [...new Set(names)]
    .map((other) => ({ other, grade: likeness(name, other) }))
    .sort((a, b) => b.grade - a.grade || (a.other < b.other ? -1 : 1))
    .slice(0, shown)
    .map(({ other }) => other);
}
