// One dimension of fit. Each factor is a file; the list is in factors.ts.
import type { Reason } from "../../decision.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";

/** A whole percentage, so that the number on the card is the number that was decided with. */
export type Measure = {
  value: number;
  /** Made only for whoever is shown: of a thousand reps, two are. */
  reason(): Reason;
};

export type Factor = {
  id: string;
  /** Counted when there is no data: neither for nor against. */
  neutral: number;
  /** Null: no data yet. */
  measure(lead: LeadFacts, rep: RepFacts, team: TeamFacts): Measure | null;
  /** All of a lead that the values hang on: leads of one key have the same, so they are measured once per team. */
  keyOf?(lead: LeadFacts): string;
  /** What `measure` says of everybody in the team, found faster than one by one. */
  column?(lead: LeadFacts, team: TeamFacts): Column;
};

/** One value per rep in the order of the team's reps: a whole percentage, or `unknown`. */
export type Column = Uint8Array;

/** "No data yet", in a column. */
export const unknown = 255;

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

/**
 * Computes once for a team or a rep whatever does not depend on the lead: their facts stay as they were gathered while
 * leads are decided, but for `open`, which nothing computed here may look at.
 */
export function once<Facts extends object, Value>(
  compute: (facts: Facts) => Value,
): (facts: Facts) => Value {
  const known = new WeakMap<Facts, Value>();
  return (facts) => {
    const found = known.get(facts);
    if (found !== undefined) return found;
    const value = compute(facts);
    known.set(facts, value);
    return value;
  };
}
