// What would have been won had fit decided: estimated from the leads that went where fit would have sent them.
import { groupBy } from "../../group-by.ts";
import { assignBatch } from "../batch/assign-batch.ts";
import type { Judged } from "./fit-model.ts";
import type { Decided } from "./history.ts";

/** Leads decided together; each rep gets as many of them as they really had, so that only the matching differs. */
const together = 200;
/** A lead counts at most this often, however rarely such leads went to such a rep. */
export const clipAt = 20;
/** Leads of everybody that count as much as one word's own, in the propensity. */
const prior = 10;

export type PolicyTerms = {
  /** 0 for leads that went to somebody else than fit would have chosen. */
  weights: Float64Array;
  matched: number;
  clipped: number;
  /** (Σw)² / Σw²: Kish's effective sample size. */
  effectiveSampleSize: number;
  /** The label who-got-what is read from; null: only how many leads each rep had. */
  routedBy: string | null;
};

/** Inverse-propensity weights (Horvitz and Thompson 1952), clipped. */
export function weighPolicy(tests: readonly Judged[], train: readonly Decided[]): PolicyTerms {
  const chosen = choose(tests);
  const leads = tests.map(({ lead }) => lead);
  const routedBy = findRoute(train, leads);
  const propensity = createPropensity(leads, routedBy);
  let [matched, clipped] = [0, 0];
  const weights = Float64Array.from(leads, (lead, index) => {
    if (chosen[index] !== lead.repId) return 0;
    matched += 1;
    const weight = 1 / propensity(lead);
    if (weight > clipAt) clipped += 1;
    return Math.min(clipAt, weight);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const effectiveSampleSize = squares === 0 ? 0 : (sum * sum) / squares;
  return { weights, matched, clipped, effectiveSampleSize, routedBy };
}

/** The rep of each lead under the policy. */
function choose(tests: readonly Judged[]): string[] {
  const chosen: string[] = [];
  for (let from = 0; from < tests.length; from += together)
    chosen.push(...chooseTogether(tests.slice(from, from + together)));
  return chosen;
}

function chooseTogether(tests: readonly Judged[]): string[] {
  const had = groupBy(tests, ({ lead }) => lead.repId);
  const repIds = [...had.keys()].sort();
  const scores = tests.map(({ added }) => repIds.map((id) => added.get(id) ?? 0));
  const best = Math.max(...scores.flat());
  const worst = Math.min(...scores.flat());
  const repOf = assignBatch({
    leads: tests.length,
    reps: repIds.length,
    costs: Float64Array.from(scores.flat(), (score) => best - score),
    placeCost: (rep, taken) => (taken < (had.get(repIds[rep] ?? "")?.length ?? 0) ? 0 : Infinity),
    highest: best - worst,
  });
  return [...repOf].map((rep) => repIds[rep] ?? "");
}

/** What best foretold who got a lead: found on the earlier part, judged on the later. */
function findRoute(train: readonly Decided[], test: readonly Decided[]): string | null {
  const labels = [...new Set(train.flatMap(({ labels: each }) => Object.keys(each)))].sort();
  const candidates = [null, ...labels].map((label) => {
    const propensity = createPropensity(train, label);
    return { label, surprise: test.reduce((sum, lead) => sum - Math.log(propensity(lead)), 0) };
  });
  return candidates.reduce((best, each) => (each.surprise < best.surprise ? each : best)).label;
}

/** The chance that a lead went to whoever had it: the rep's share of such leads, drawn towards their share of all. */
function createPropensity(
  leads: readonly Decided[],
  label: string | null,
): (lead: Decided) => number {
  const wordOf = ({ labels }: Decided) => (label === null ? undefined : labels[label]) ?? "";
  const cell = (lead: Decided) => `${wordOf(lead)}\n${lead.repId}`;
  const [byRep, byWord, byCell] = [({ repId }: Decided) => repId, wordOf, cell].map((keyOf) => {
    const counts = new Map<string, number>();
    for (const lead of leads) counts.set(keyOf(lead), (counts.get(keyOf(lead)) ?? 0) + 1);
    return counts;
  }) as [Map<string, number>, Map<string, number>, Map<string, number>];
  return (lead) => {
    const share = ((byRep.get(lead.repId) ?? 0) + 0.5) / (leads.length + 0.5 * (byRep.size + 1));
    const had = byCell.get(cell(lead)) ?? 0;
    return (had + prior * share) / ((byWord.get(wordOf(lead)) ?? 0) + prior);
  };
}
