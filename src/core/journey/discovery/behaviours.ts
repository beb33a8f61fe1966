// What the customer of a compared deal did within its days: kinds of touches, and one kind followed by another.
import { dayMs, hourMs } from "../../durations.ts";
import type { Compared } from "./compare.ts";
import type { Trail } from "./trail.ts";

/** Days within which the second touch of a pair has to follow the first: a rule's usual window. */
export const pairDays = 7;
const pairMs = pairDays * dayMs;

/** One compared deal and what was done in its days. */
export type Behaved = {
  won: boolean;
  segment: string | null;
  /** When each kind happened, oldest first; a type stands for all its kinds. */
  moments: ReadonlyMap<string, readonly number[]>;
  /** Hours in which anything was done. */
  busyHours: number;
};

/** Cuts a trail to the days that are compared. */
export function behavedIn({ deal, from, to, won }: Compared, { kinds }: Trail): Behaved {
  const moments = new Map<string, number[]>();
  const hours = new Set<number>();
  for (const [kind, byHour] of kinds) {
    const inside = [...byHour.values()].filter((at) => at >= from && at < to);
    if (inside.length === 0) continue;
    for (const name of new Set([kind, typeOf(kind)])) {
      moments.set(name, [...(moments.get(name) ?? []), ...inside]);
    }
    for (const at of inside) hours.add(Math.floor(at / hourMs));
  }
  for (const list of moments.values()) list.sort((a, b) => a - b);
  return { won, segment: deal.segment, moments, busyHours: hours.size };
}

/** "page.view:pricing" is a kind of "page.view". */
export function typeOf(kind: string): string {
  return kind.split(":", 1)[0] ?? kind;
}

/** Whether `second` followed `first` within the window, at least once. */
export function hasPair({ moments }: Behaved, first: string, second: string): boolean {
  const earlier = moments.get(first) ?? [];
  let index = 0;
  return (moments.get(second) ?? []).some((at) => {
    while ((earlier[index + 1] ?? Number.POSITIVE_INFINITY) < at) index += 1;
    const before = earlier[index];
    return before !== undefined && before < at && at - before <= pairMs;
  });
}
