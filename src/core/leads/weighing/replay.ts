// Who would have got past leads under other weights. Every assignment keeps the factor values it was decided with, of
// every rep, so that only the weights differ.
import type { Weights } from "../../facts.ts";
import { bootstrap } from "../../statistics/bootstrap.ts";
import type { Interval } from "../../statistics/interval.ts";
import type { Assignment, Share } from "../assigning/assignment.ts";
import { sharesOf } from "../fit.ts";

/** One past lead with what it is worth when won. */
export type PastLead = { assignment: Assignment; worth: number };

export type Move = { leadId: string; fromId: string; toId: string };

export type Replay = {
  leads: number;
  moves: Move[];
  /** Jain's index of what reps could expect from their leads: 1 is even, 1/n is all to one. */
  fairness: { before: number; after: number };
  /** Expected wins; null where no deals were closed yet, so that nobody's chances are known. */
  wins: Record<"before" | "after" | "difference", Interval> | null;
};

type Candidate = { repId: string; shares: readonly Share[] };
type Decided = { lead: PastLead; before: Candidate; after: Candidate };

/** Decides the leads again under both weights. */
export function replay(leads: readonly PastLead[], before: Weights, after: Weights): Replay {
  const decided = leads.map((lead): Decided => {
    const candidates = eligibleOf(lead.assignment);
    const first = lead.assignment.repId;
    return {
      lead,
      before: best(candidates, { weights: before, first }),
      after: best(candidates, { weights: after, first }),
    };
  });
  const reps = new Set(
    leads.flatMap(({ assignment }) => eligibleOf(assignment).map(({ repId }) => repId)),
  );
  return {
    leads: leads.length,
    moves: decided
      .filter((each) => each.before.repId !== each.after.repId)
      .map((each) => ({
        leadId: each.lead.assignment.leadId,
        fromId: each.before.repId,
        toId: each.after.repId,
      })),
    fairness: {
      before: jain(
        reps,
        decided.map(({ lead, before: to }) => ({ lead, to })),
      ),
      after: jain(
        reps,
        decided.map(({ lead, after: to }) => ({ lead, to })),
      ),
    },
    wins: winsOf(decided),
  };
}

function eligibleOf({ repId, contributions, alternatives }: Assignment): Candidate[] {
  const others = alternatives.filter((each) => each.blockedBy === null && each.repId !== repId);
  return [
    { repId, shares: contributions },
    ...others.map((each) => ({
      repId: each.repId,
      shares: sharesOf(each.values, contributions),
    })),
  ];
}

type Terms = { weights: Weights; first: string };

/** The highest fit; of equal ones whoever had it, then the lower id. */
function best(candidates: readonly Candidate[], { weights, first }: Terms): Candidate {
  const rank = ({ repId }: Candidate) => `${repId === first ? 0 : 1}${repId}`;
  return candidates.reduce((found, each) => {
    const ahead = fitUnder(each, weights) - fitUnder(found, weights);
    return ahead > 0 || (ahead === 0 && rank(each) < rank(found)) ? each : found;
  });
}

function fitUnder({ shares }: Candidate, weights: Weights): number {
  return shares.reduce((sum, { factor, value }) => sum + (weights[factor] ?? 0) * value, 0);
}

/** The share of such deals this rep wins, as it was frozen; null without closed deals. */
function chanceOf({ shares }: Candidate): number | null {
  const record = shares.find(({ factor }) => factor === "won_deals");
  return record?.known ? record.value / 100 : null;
}

/** Jain, Chiu and Hawe (1984). Where chances are unknown, leads count by their worth alone. */
function jain(reps: ReadonlySet<string>, given: { lead: PastLead; to: Candidate }[]): number {
  const expected = new Map([...reps].map((id) => [id, 0]));
  for (const { lead, to } of given) {
    const value = lead.worth * (chanceOf(to) ?? 1);
    expected.set(to.repId, (expected.get(to.repId) ?? 0) + value);
  }
  const values = [...expected.values()];
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares);
}

/** Sums over the leads whose chances are known, with the interval that other leads of the same kind would give. */
function winsOf(decided: readonly Decided[]): Replay["wins"] {
  const known = decided.flatMap(({ before, after }) => {
    const [from, to] = [chanceOf(before), chanceOf(after)];
    return from === null || to === null ? [] : [{ from, to }];
  });
  if (known.length === 0) return null;
  return bootstrap([...known.keys()], (times) => {
    let [before, after] = [0, 0];
    for (const [at, { from, to }] of known.entries()) {
      before += from * (times[at] ?? 0);
      after += to * (times[at] ?? 0);
    }
    return { before, after, difference: after - before };
  });
}
