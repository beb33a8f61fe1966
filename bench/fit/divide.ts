// Dividing a batch under capacities: exact, beside greedy and first come, at three kinds of scarcity.
import { assignBatch, type Batch } from "../../src/core/leads/batch/assign-batch.ts";
import { fitAt } from "../../src/core/leads/engine/fit-table.ts";
import type { Situation } from "./situation.ts";

type Divided = { ms: number; given: number; greedyGapPercent: number; firstComeGapPercent: number };

/** tight: fewer places than leads; loose: twice as many; star: one rep fits nearly every lead best. */
export function divide(situation: Situation): Record<string, Divided> {
  const { capacities } = situation;
  const fits = fitsOf(situation);
  const tight = capacities.map((places) => Math.floor(places * 0.9));
  const loose = capacities.map((places) => places * 2);
  const { reps } = situation.table;
  const starred = fits.map((fit, at) => (at % reps === 0 ? Math.min(10_000, fit + 4_000) : fit));
  return {
    tight: solve(situation, fits, tight),
    loose: solve(situation, fits, loose),
    star: solve(situation, starred, capacities),
  };
}

function solve({ table }: Situation, fits: Float64Array, capacities: number[]): Divided {
  const { leads, reps } = table;
  const batch: Batch = {
    ...{ leads, reps, costs: fits.map((fit) => 10_000 - fit), highest: 10_000 },
    placeCost: (rep, taken) => (taken < (capacities[rep] ?? 0) ? 0 : Number.POSITIVE_INFINITY),
  };
  const began = performance.now();
  const repOf = assignBatch(batch);
  const ms = performance.now() - began;
  const total = [...repOf].reduce(
    (sum, rep, lead) => sum + (rep < 0 ? 0 : (fits[lead * reps + rep] ?? 0)),
    0,
  );
  const gap = (other: number) => (100 * (total - other)) / total;
  return {
    ms,
    given: repOf.filter((rep) => rep >= 0).length,
    greedyGapPercent: gap(greedy({ leads, reps, fits, capacities })),
    firstComeGapPercent: gap(firstCome({ leads, reps, fits, capacities })),
  };
}

type Pairs = { leads: number; reps: number; fits: Float64Array; capacities: number[] };

/** The best pair of all that is still free, again and again. */
function greedy({ leads, reps, fits, capacities }: Pairs): number {
  const order = Uint32Array.from(fits.keys()).sort((a, b) => (fits[b] ?? 0) - (fits[a] ?? 0));
  const left = [...capacities];
  const isGiven = new Uint8Array(leads);
  let sum = 0;
  for (const at of order) {
    const [lead, rep] = [Math.floor(at / reps), at % reps];
    if (isGiven[lead] || (left[rep] ?? 0) === 0) continue;
    isGiven[lead] = 1;
    left[rep] = (left[rep] ?? 0) - 1;
    sum += fits[at] ?? 0;
  }
  return sum;
}

/** Each lead in its turn to the best who has a place. */
function firstCome(pairs: Pairs): number {
  const left = [...pairs.capacities];
  let sum = 0;
  for (let lead = 0; lead < pairs.leads; lead += 1) {
    const best = bestFree(pairs, left, lead);
    if (best < 0) continue;
    left[best] = (left[best] ?? 0) - 1;
    sum += pairs.fits[lead * pairs.reps + best] ?? 0;
  }
  return sum;
}

function bestFree({ reps, fits }: Pairs, left: number[], lead: number): number {
  let [best, highest] = [-1, -1];
  for (let rep = 0; rep < reps; rep += 1) {
    const fit = (left[rep] ?? 0) > 0 ? (fits[lead * reps + rep] ?? 0) : -1;
    if (fit > highest) [best, highest] = [rep, fit];
  }
  return best;
}

function fitsOf({ table }: Situation): Float64Array {
  const fits = new Float64Array(table.leads * table.reps);
  for (let lead = 0; lead < table.leads; lead += 1)
    for (let rep = 0; rep < table.reps; rep += 1)
      fits[lead * table.reps + rep] = fitAt(table, lead, rep);
  return fits;
}
