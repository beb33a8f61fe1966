// Factor: room for one more.
import { defineFactor, toPercent, unknown } from "./factor.ts";

/**
 * Free capacity now: the share of the rep's places (open leads and deals) that is free.
 * Range 0..100. Always known; somebody with no capacity at all is kept out by a hard limit.
 */
export const load = defineFactor({
  id: "load",
  neutral: 50,
  measure(_lead, { person, open }) {
    const value = freePercent(open, person.capacity);
    if (value === null) return null;
    return {
      value,
      reason: () => ({ code: "load", params: { open, capacity: person.capacity }, refs: [] }),
    };
  },
  // Never kept: it is what changes from one lead to the next.
  column: (_lead, { reps }) =>
    Uint8Array.from(reps, ({ open, person }) => freePercent(open, person.capacity) ?? unknown),
});

/** How much of somebody's capacity is free with so many open; null for who has none. */
export function freePercent(open: number, capacity: number): number | null {
  return capacity === 0 ? null : toPercent(Math.max(0, capacity - open) / capacity);
}
