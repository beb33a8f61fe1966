import { defineFactor, toPercent } from "./factor.ts";

/**
 * Free capacity now: the share of the rep's places (open leads and deals) that is free.
 * Range 0..100. Always known; somebody with no capacity at all is kept out by a hard limit.
 */
export const load = defineFactor({
  id: "load",
  neutral: 50,
  measure(_lead, { person, open }) {
    if (person.capacity === 0) return null;
    const free = Math.max(0, person.capacity - open);
    return {
      value: toPercent(free / person.capacity),
      reason: { code: "load", params: { open, capacity: person.capacity }, refs: [] },
    };
  },
});
