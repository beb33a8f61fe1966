import type { Decision, Reason } from "../decision.ts";
import type { Weights } from "../facts.ts";
import type { Alternative, Contribution } from "./assignment.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "./facts.ts";
import { fitOf, fitOfValues, valuesOf } from "./fit.ts";
import { hashOf } from "./hash.ts";
import { blockOf } from "./limits.ts";

/** Who gets the lead, with what their fit is made of. */
export type Choice = Alternative & { contributions: Contribution[] };
export type LeadDecision = Decision<Choice | null, Alternative>;

/**
 * Who should have this lead: the eligible rep with the highest fit. Everybody is ranked, with what kept out
 * whoever was; `choice` is null when nobody is eligible. Equal fits go to whoever was offered fewest leads lately.
 */
export function decideLead(lead: LeadFacts, team: TeamFacts, weights: Weights): LeadDecision {
  const ranked = rankReps(lead, team, weights);
  const [first] = ranked;
  if (!first || first.blockedBy) return { choice: null, reasons: [], alternatives: ranked };
  const choice = explain(first, { lead, team, weights });
  return { choice, reasons: reasonsOf(choice), alternatives: ranked.slice(1) };
}

/** Everybody by fit, whoever may not get the lead last. */
export function rankReps(lead: LeadFacts, team: TeamFacts, weights: Weights): Alternative[] {
  return team.reps
    .map((rep) => {
      const values = valuesOf({ lead, rep, team });
      const blockedBy = blockOf(lead, rep, team);
      return { rep, values, fit: fitOfValues(values, weights), blockedBy };
    })
    .sort(
      (a, b) =>
        Number(a.blockedBy !== null) - Number(b.blockedBy !== null) ||
        b.fit - a.fit ||
        settleTie(a.rep, b.rep, lead),
    )
    .map(({ rep: { person, open }, ...ranked }, index) => ({
      repId: person.id,
      rank: index + 1,
      ...ranked,
      ...{ open, capacity: person.capacity },
    }));
}

type Ground = { lead: LeadFacts; team: TeamFacts; weights: Weights };

/** One of the ranked with what their fit is made of. */
export function explain(one: Alternative, { lead, team, weights }: Ground): Choice {
  const rep = team.reps.find(({ person }) => person.id === one.repId);
  return { ...one, contributions: rep ? fitOf({ lead, rep, team }, weights).contributions : [] };
}

/** What speaks most for who was chosen. */
export function reasonsOf(choice: Choice | null): Reason[] {
  return strongest(choice?.contributions ?? []).map(({ reason }) => reason);
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
