// The usual way: for every pair a list of contributions with their reasons, as src/core/leads/fit.ts makes for the pair
// that is shown. The factors are looked up instead of computed, which only flatters this side.
import type { Contribution } from "../../src/core/leads/assigning/assignment.ts";
import type { Situation } from "./situation.ts";

type Fit = { fit: number; contributions: Contribution[] };

/** Every pair; returns a number made of all of them, so that nothing is optimised away. */
export function fitOnObjects(situation: Situation): number {
  const { leads, reps } = situation.table;
  let best = 0;
  for (let lead = 0; lead < leads; lead += 1)
    for (let rep = 0; rep < reps; rep += 1)
      best = Math.max(best, contributionsOf(situation, lead, rep).fit);
  return best;
}

function contributionsOf({ table, weights }: Situation, lead: number, rep: number): Fit {
  const contributions = weights.map((weight, factor): Contribution => {
    const at = table.shapes[factor] === "pair" ? rep * table.leads + lead : rep;
    const value = table.planes[factor]?.[at] ?? 0;
    return {
      ...{ factor: `factor ${factor}`, weight, value, known: true, points: weight * value },
      reason: { code: "example", params: { value, lead, rep }, refs: [] },
    };
  });
  return { fit: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}
