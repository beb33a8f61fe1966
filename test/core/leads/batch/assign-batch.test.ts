import fc from "fast-check";
import { munkres } from "munkres";
import { describe, expect, it } from "vitest";
import { assignBatch } from "../../../../src/core/leads/batch/assign-batch.ts";

type Case = {
  leads: number;
  reps: number;
  costs: number[];
  capacities: number[];
  places: number[][];
};

/** Small batches of every kind: forbidden pairs, nobody free, many ties, load that counts more and more. */
const batch: fc.Arbitrary<Case> = fc
  .record({
    leads: fc.integer({ min: 1, max: 12 }),
    reps: fc.integer({ min: 1, max: 6 }),
    most: fc.constantFrom(2, 10_000),
  })
  .chain(({ leads, reps, most }) =>
    fc.record({
      leads: fc.constant(leads),
      reps: fc.constant(reps),
      costs: fc.array(
        fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: 0, max: most }) },
          { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
        ),
        { minLength: leads * reps, maxLength: leads * reps },
      ),
      capacities: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: reps, maxLength: reps }),
      places: fc.array(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 }).map((steps) => {
          let sum = 0;
          return steps.map((step) => {
            sum += step;
            return sum;
          });
        }),
        { minLength: reps, maxLength: reps },
      ),
    }),
  );

function solve({ leads, reps, costs, capacities, places }: Case): number[] {
  return [
    ...assignBatch({
      ...{ leads, reps, costs: Float64Array.from(costs), highest: 12_000 },
      placeCost: (rep, taken) =>
        taken < (capacities[rep] ?? 0) ? (places[rep]?.[taken] ?? 0) : Number.POSITIVE_INFINITY,
    }),
  ];
}

/** How many leads somebody has, and what that costs; fails where a limit is broken. */
function judge(
  { reps, costs, capacities, places }: Case,
  repOf: number[],
): { given: number; cost: number } {
  const taken = new Array<number>(reps).fill(0);
  let [given, cost] = [0, 0];
  for (const [lead, rep] of repOf.entries()) {
    if (rep < 0) continue;
    const at = taken[rep] ?? 0;
    given += 1;
    cost += (costs[lead * reps + rep] ?? 0) + (places[rep]?.[at] ?? 0);
    taken[rep] = at + 1;
  }
  for (const [rep, count] of taken.entries())
    expect(count).toBeLessThanOrEqual(capacities[rep] ?? 0);
  expect(cost).toBeLessThan(Number.POSITIVE_INFINITY);
  return { given, cost };
}

/** The same by the Hungarian method of `munkres`: a column per place, and one for nobody per lead. */
function oracle({ leads, reps, costs, capacities, places }: Case): { given: number; cost: number } {
  const nobody = 1e7;
  const columns = capacities.flatMap((count, rep) =>
    Array.from({ length: count }, (_, at) => ({ rep, at })),
  );
  const matrix = Array.from({ length: leads }, (_, lead) => [
    ...columns.map(({ rep, at }) => {
      const cost = (costs[lead * reps + rep] ?? 0) + (places[rep]?.[at] ?? 0);
      return Number.isFinite(cost) ? cost : 2 * nobody;
    }),
    ...new Array<number>(leads).fill(nobody),
  ]);
  const paid = munkres(matrix).map(([lead, column]) => matrix[lead]?.[column] ?? 0);
  const given = paid.filter((cost) => cost < nobody);
  return { given: given.length, cost: given.reduce((sum, cost) => sum + cost, 0) };
}

describe("assigning a batch", () => {
  it("is optimal: most leads first, then least cost (300 cases against the Hungarian method)", () => {
    fc.assert(
      fc.property(batch, (given) => {
        expect(judge(given, solve(given))).toEqual(oracle(given));
      }),
      { numRuns: 300 },
    );
  });

  it("leaves out the leads that cost most when places run out", () => {
    const given = { leads: 3, reps: 1, costs: [5, 900, 7], capacities: [2], places: [[0, 0]] };
    expect(solve(given)).toEqual([0, -1, 0]);
  });

  it("gives nobody a lead from whom a limit keeps everybody", () => {
    const never = Number.POSITIVE_INFINITY;
    const given = {
      leads: 2,
      reps: 2,
      costs: [never, never, 1, 2],
      capacities: [1, 1],
      places: [[0], [0]],
    };
    expect(solve(given)).toEqual([-1, 0]);
  });
});
