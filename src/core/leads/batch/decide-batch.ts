// Several leads at once: divided so that the team as a whole fits best, within everybody's capacity.
import type { Weights } from "../../facts.ts";
import { hashOf } from "../../statistics/hash.ts";
import type { Alternative } from "../assigning/assignment.ts";
import {
  type Choice,
  decideLead,
  explain,
  type LeadDecision,
  reasonsOf,
} from "../assigning/decide.ts";
import { freePercent, load } from "../factors/load.ts";
import { pointsOf } from "../fit.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { placesOf } from "../ownership/gentle-return.ts";
import { allPoints, type WeightsOf } from "../weighing/weights.ts";
import { assignBatch } from "./assign-batch.ts";

/** The highest fit there is, in hundredths of a point. */
const mostPoints = allPoints * 100;
/** Ties are settled below every difference of fit: fewest leads lately first, then by a draw of the pair. */
const mostOffers = 1_023;
const draws = 16;
const mostTie = (mostOffers + 1) * draws;

/**
 * One decision per lead, in their order. Fits are those before the batch; what each further lead adds to a rep's load
 * counts as the load factor would count it, so that nobody is filled up while others are free. As many leads as
 * possible are given; among all ways to do that, one with the highest sum of fits, and of those the fairest. Each lead
 * counts under the weights of its kind of customer; what it adds to a load, under those for everybody.
 */
export function decideBatch(
  leads: readonly LeadFacts[],
  team: TeamFacts,
  weightsOf: WeightsOf,
): LeadDecision[] {
  const decisions = leads.map((lead) => decideLead(lead, team, weightsOf(lead.account).weights));
  const places = createPlaces(team, weightsOf(null).weights);
  const scale = leads.length * mostTie + 1;
  const repOf = assignBatch({
    leads: leads.length,
    reps: team.reps.length,
    costs: costsOf(leads, decisions, { team, weightsOf, scale }),
    placeCost: (rep, taken) => places.cost(rep, taken) * scale + places.tie(rep, taken),
    highest: 2 * mostPoints * scale + mostTie,
  });
  return leads.map((lead, index) =>
    choose(decisions[index] as LeadDecision, team.reps[repOf[index] ?? -1], {
      ...{ lead, team, weights: weightsOf(lead.account).weights },
    }),
  );
}

type Scaled = { team: TeamFacts; weightsOf: WeightsOf; scale: number };

/** What is lost of the highest fit, apart from load; Infinity for whoever a hard limit keeps out. */
function costsOf(
  leads: readonly LeadFacts[],
  decisions: readonly LeadDecision[],
  { team, weightsOf, scale }: Scaled,
): Float64Array {
  const { reps } = team;
  const indexOf = new Map(reps.map(({ person }, index) => [person.id, index]));
  const costs = new Float64Array(leads.length * reps.length).fill(Number.POSITIVE_INFINITY);
  for (const [lead, { choice, alternatives }] of decisions.entries()) {
    for (const one of choice ? [choice, ...alternatives] : alternatives) {
      if (one.blockedBy) continue;
      const rep = indexOf.get(one.repId) ?? 0;
      const draw = hashOf(`${leads[lead]?.lead.id} ${one.repId}`) % draws;
      const { weights } = weightsOf((leads[lead] as LeadFacts).account);
      const loss = mostPoints - (one.fit - pointsOf(load.id, { values: one.values, weights }));
      costs[lead * reps.length + rep] = loss * scale + draw;
    }
  }
  return costs;
}

/** Each rep's places: what the next one loses of the load factor's points, and how lately they were served. */
function createPlaces({ reps }: TeamFacts, weights: Weights) {
  const weight = weights[load.id] ?? 0;
  return {
    cost(rep: number, taken: number): number {
      const facts = reps[rep];
      if (!facts || taken >= placesOf(facts)) return Number.POSITIVE_INFINITY;
      const free = freePercent(facts.open + taken, facts.person.capacity) ?? load.neutral;
      return weight * (100 - free);
    },
    tie: (rep: number, taken: number) =>
      Math.min((reps[rep]?.offered ?? 0) + taken, mostOffers) * draws,
  };
}

/** The decision with whom the batch gave the lead; everybody else is an alternative. */
function choose(
  { choice: first, alternatives: others }: LeadDecision,
  rep: RepFacts | undefined,
  ground: Parameters<typeof explain>[1],
): LeadDecision {
  const all = first ? [withoutReasons(first), ...others] : others;
  const given = all.find(({ repId }) => repId === rep?.person.id);
  if (!given) return { choice: null, reasons: [], alternatives: all.map(filledUp) };
  const choice = explain(given, ground);
  return { choice, reasons: reasonsOf(choice), alternatives: all.filter((one) => one !== given) };
}

function withoutReasons({ contributions: _own, ...one }: Choice): Alternative {
  return one;
}

/** Nobody got it although this one could have: their last place went to another lead of the batch. */
function filledUp(one: Alternative): Alternative {
  return one.blockedBy ? one : { ...one, blockedBy: { code: "batch_full", params: {}, refs: [] } };
}
