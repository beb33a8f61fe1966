// The decision of a single lead; a batch is divided in batch/decide-batch.ts.
import type { Decision, Reason } from "../../decision.ts";
import type { Weights } from "../../facts.ts";
import { hashOf } from "../../statistics/hash.ts";
import { type Column, unknown } from "../factors/factor.ts";
import { factors } from "../factors.ts";
import { fitOf } from "../fit.ts";
import { columnsOf, lineOf } from "../gathering/columns.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { blockOf } from "../limits.ts";
import type { Alternative, Contribution } from "./assignment.ts";

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
  const columns = columnsOf(lead, team);
  const fits = fitsOf(columns, { reps: team.reps.length, weights });
  const settleTie = tieSettlerOf(lead);
  return team.reps
    .map((rep, index) => {
      const values = lineOf(columns, index);
      return { rep, values, fit: fits[index] as number, blockedBy: blockOf(lead, rep, team) };
    })
    .sort(
      (a, b) =>
        Number(a.blockedBy !== null) - Number(b.blockedBy !== null) ||
        b.fit - a.fit ||
        settleTie(a.rep, b.rep),
    )
    .map(({ rep: { person, open }, values, fit, blockedBy }, index) => ({
      repId: person.id,
      rank: index + 1,
      values,
      fit,
      blockedBy,
      open,
      capacity: person.capacity,
    }));
}

/** Everybody's fit: integers throughout, so that contributions add up exactly. */
function fitsOf(
  columns: readonly Column[],
  { reps, weights }: { reps: number; weights: Weights },
): Int32Array {
  const fits = new Int32Array(reps);
  for (const [at, { id, neutral }] of factors.entries()) {
    const weight = weights[id] ?? 0;
    const column = columns[at] as Column;
    for (let rep = 0; rep < reps; rep += 1) {
      const value = column[rep] as number;
      fits[rep] = (fits[rep] as number) + weight * (value === unknown ? neutral : value);
    }
  }
  return fits;
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
function tieSettlerOf({ lead }: LeadFacts): (a: RepFacts, b: RepFacts) => number {
  const draws = new Map<RepFacts, number>();
  const draw = (rep: RepFacts): number => {
    const known = draws.get(rep) ?? hashOf(`${lead.id} ${rep.person.id}`);
    draws.set(rep, known);
    return known;
  };
  return (a, b) =>
    a.offered - b.offered || draw(a) - draw(b) || (a.person.id < b.person.id ? -1 : 1);
}
