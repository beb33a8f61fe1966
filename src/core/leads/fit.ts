// Fit: the weighted sum of the factors, in integers, so that contributions add up to it exactly.
import type { Weights } from "../facts.ts";
import type { Contribution, Share } from "./assigning/assignment.ts";
import { factors } from "./factors.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "./gathering/facts.ts";

export type Fit = {
  /** Hundredths of a point, 0..10000: exactly the sum of the contributions' points. */
  fit: number;
  contributions: Contribution[];
};

/** A lead, a rep, and the team the rep is compared with. */
export type Pair = { lead: LeadFacts; rep: RepFacts; team: TeamFacts };

/** What each factor says of a rep, in the order of `factors`; null where there is no data. */
export type Values = (number | null)[];

/** The points one factor has in such values. */
export function pointsOf(
  factor: string,
  { values, weights }: { values: Values; weights: Weights },
): number {
  const at = factors.findIndex(({ id }) => id === factor);
  return (weights[factor] ?? 0) * (values[at] ?? factors[at]?.neutral ?? 0);
}

/** The weighted sum of a rep's factors for a lead, with what each is made of. */
export function fitOf({ lead, rep, team }: Pair, weights: Weights): Fit {
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
      reason: measure?.reason() ?? { code: "no_data", params: {}, refs: [] },
    };
  });
  return { fit: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}

/** Somebody else's shares in a frozen assignment, line by line beside the contributions of who got the lead. */
export function sharesOf(values: Values, contributions: readonly Contribution[]): Share[] {
  return contributions.map(({ factor, weight }, at) => {
    const value = values[at] ?? factors.find(({ id }) => id === factor)?.neutral ?? 50;
    return { factor, weight, value, known: values[at] != null, points: weight * value };
  });
}
