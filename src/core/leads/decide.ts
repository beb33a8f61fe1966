import type { Decision } from "../decision.ts";
import type { Weights } from "../facts.ts";
import type { Alternative, Contribution } from "./assignment.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "./facts.ts";
import { fitOf } from "./fit.ts";
import { hashOf } from "./hash.ts";
import { blockOf } from "./limits.ts";

export type LeadDecision = Decision<Alternative | null, Alternative>;

/**
 * Who should have this lead: the eligible rep with the highest fit. Everybody is ranked, with what kept out
 * whoever was; `choice` is null when nobody is eligible. Equal fits go to whoever was offered fewest leads lately.
 */
export function decideLead(lead: LeadFacts, team: TeamFacts, weights: Weights): LeadDecision {
  const ranked = team.reps
    .map((rep) => ({
      rep,
      ...fitOf({ lead, rep, team }, weights),
      blockedBy: blockOf(lead, rep, team),
    }))
    .sort(
      (a, b) =>
        Number(a.blockedBy !== null) - Number(b.blockedBy !== null) ||
        b.fit - a.fit ||
        settleTie(a.rep, b.rep, lead),
    )
    .map(
      ({ rep, fit, contributions, blockedBy }, index): Alternative => ({
        repId: rep.person.id,
        fit,
        rank: index + 1,
        contributions,
        blockedBy,
      }),
    );
  const [first] = ranked;
  const choice = first && first.blockedBy === null ? first : null;
  return {
    choice,
    reasons: strongest(choice?.contributions ?? []).map(({ reason }) => reason),
    alternatives: choice ? ranked.slice(1) : ranked,
  };
}

/** What speaks most for a rep: the largest points above neutral, of factors with data, then the largest points. */
export function strongest(contributions: readonly Contribution[], count = 3): Contribution[] {
  const above = ({ weight, value }: Contribution) => weight * (value - 50);
  return contributions
    .filter(({ known, weight }) => known && weight > 0)
    .toSorted((a, b) => above(b) - above(a) || b.points - a.points)
    .slice(0, count);
}

/** Fewest offers lately; then by a hash of the pair, so that no name is always first. */
function settleTie(a: RepFacts, b: RepFacts, { lead }: LeadFacts): number {
  const draw = (rep: RepFacts) => hashOf(`${lead.id} ${rep.person.id}`);
  return a.offered - b.offered || draw(a) - draw(b) || (a.person.id < b.person.id ? -1 : 1);
}
