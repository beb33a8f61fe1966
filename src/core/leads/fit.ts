import type { Weights } from "../facts.ts";
import type { Contribution } from "./assignment.ts";
import { factors } from "./factors.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "./facts.ts";

export type Fit = {
  /** Hundredths of a point, 0..10000: exactly the sum of the contributions' points. */
  fit: number;
  contributions: Contribution[];
};

/** The weighted sum of a rep's factors for a lead. Integers throughout, so that contributions add up exactly. */
export function fitOf(
  { lead, rep, team }: { lead: LeadFacts; rep: RepFacts; team: TeamFacts },
  weights: Weights,
): Fit {
  const contributions = factors.map((factor): Contribution => {
    const measure = factor.measure(lead, rep, team);
    const weight = weights[factor.id] ?? 0;
    const value = measure?.value ?? factor.neutral;
    return {
      factor: factor.id,
      weight,
      value,
      known: measure !== null,
      points: weight * value,
      reason: measure?.reason ?? { code: "no_data", params: {}, refs: [] },
    };
  });
  return { fit: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}
