// One dimension of fit. Each factor is a file; the list is in factors.ts.
import type { Reason } from "../../decision.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../facts.ts";

/** A whole percentage, so that the number on the card is the number that was decided with. */
export type Measure = { value: number; reason: Reason };

export type Factor = {
  id: string;
  /** Counted when there is no data: neither for nor against. */
  neutral: number;
  /** Null: no data yet. */
  measure(lead: LeadFacts, rep: RepFacts, team: TeamFacts): Measure | null;
};

/** Declares a factor. */
export function defineFactor<const Id extends string>(
  factor: Factor & { id: Id },
): Factor & { id: Id } {
  return factor;
}

/** A share in [0, 1] as a whole percentage. */
export function toPercent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
