import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bestOf,
  createFitTable,
  type FactorShape,
  type FitTable,
  fitAt,
  setBlocked,
  setRow,
  setValue,
  setWeight,
  setWeights,
} from "../../../../src/core/leads/engine/fit-table.ts";

const percent = fc.integer({ min: 0, max: 100 });

/** Whole weights of 100 points in all. */
const weightsOf = (factors: number) =>
  fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: factors, maxLength: factors })
    .map((given) => {
      const sum = given.reduce((total, weight) => total + weight, 0);
      if (sum === 0) return given.with(0, 100);
      return given
        .map((weight) => Math.floor((weight / sum) * 100))
        .with(0, Math.ceil((100 * (given[0] ?? 0)) / sum) || 1);
    })
    .map(capped);

/** The first gives way until 100 are not exceeded. */
function capped(weights: number[]): number[] {
  const rest = weights.slice(1).reduce((total, weight) => total + weight, 0);
  return weights.with(0, Math.min(weights[0] ?? 0, 100 - rest) || Number(rest === 0));
}

const world = fc
  .record({
    leads: fc.integer({ min: 1, max: 9 }),
    reps: fc.integer({ min: 1, max: 7 }),
    shapes: fc.array(fc.constantFrom<FactorShape>("pair", "rep"), { minLength: 1, maxLength: 13 }),
  })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      weights: weightsOf(size.shapes.length),
      values: fc.array(percent, {
        minLength: size.shapes.length * size.leads * size.reps,
        maxLength: size.shapes.length * size.leads * size.reps,
      }),
    }),
  );

type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

/** The value of a factor for a pair; one of the rep's own is that of the first lead. */
function sampleOf({ size, values }: World, factor: number, lead: number, rep: number): number {
  const row = size.shapes[factor] === "rep" ? 0 : lead;
  return values[(factor * size.leads + row) * size.reps + rep] ?? 0;
}

function fill(given: World): FitTable {
  const { size } = given;
  const table = createFitTable(size);
  for (const factor of size.shapes.keys())
    for (let lead = 0; lead < size.leads; lead += 1)
      for (let rep = 0; rep < size.reps; rep += 1)
        setValue(table, { factor, lead, rep, percent: sampleOf(given, factor, lead, rep) });
  return table;
}

function expectExact(table: FitTable, given: World, weights = given.weights): void {
  const { leads, reps, shapes } = given.size;
  for (let lead = 0; lead < leads; lead += 1)
    for (let rep = 0; rep < reps; rep += 1) {
      const parts = shapes.map(
        (_, factor) => (weights[factor] ?? 0) * sampleOf(given, factor, lead, rep),
      );
      expect(fitAt(table, lead, rep)).toBe(parts.reduce((sum, points) => sum + points, 0));
    }
}

describe("the fit table", () => {
  it("is the exact weighted sum, whatever the size and the shapes", () => {
    fc.assert(
      fc.property(world, (given) => {
        const table = fill(given);
        setWeights(table, given.weights);
        expectExact(table, given);
      }),
    );
  });

  it("is the same when values come after the weights", () => {
    fc.assert(
      fc.property(world, (given) => {
        const table = createFitTable(given.size);
        setWeights(table, given.weights);
        for (const factor of given.size.shapes.keys())
          for (let lead = 0; lead < given.size.leads; lead += 1) {
            const percents = Array.from({ length: given.size.reps }, (_, rep) =>
              sampleOf(given, factor, lead, rep),
            );
            setRow(table, { factor, lead, percents });
          }
        expectExact(table, given);
      }),
    );
  });

  it("is the same when one weight changes as when all are set", () => {
    fc.assert(
      fc.property(world, fc.nat(), fc.nat(), (given, at, drop) => {
        const table = fill(given);
        setWeights(table, given.weights);
        const factor = at % given.weights.length;
        const weight = Math.max(0, (given.weights[factor] ?? 0) - (drop % 5));
        const weights = given.weights.with(factor, weight);
        fc.pre(weights.some((one) => one > 0));
        setWeight(table, factor, weight);
        expectExact(table, given, weights);
      }),
    );
  });

  it("refuses weights and values that would make every fit wrong", () => {
    const table = createFitTable({ leads: 1, reps: 1, shapes: ["pair", "rep"] });
    for (const bad of [[0, 0], [Number.NaN, 1], [-1, 50], [60, 60], [0.5, 10], [100]])
      expect(() => setWeights(table, bad)).toThrow(RangeError);
    for (const value of [Number.NaN, -1, 101, 0.5])
      expect(() => setValue(table, { factor: 0, lead: 0, rep: 0, percent: value })).toThrow(
        RangeError,
      );
  });

  it("names the two best who are not kept from a lead", () => {
    const table = createFitTable({ leads: 2, reps: 3, shapes: ["pair"] });
    setWeights(table, [100]);
    setRow(table, { factor: 0, lead: 1, percents: [10, 90, 50] });
    expect(bestOf(table, 1)).toEqual({ first: 1, second: 2 });
    setBlocked(table, { lead: 1, rep: 1, isBlocked: true });
    expect(bestOf(table, 1)).toEqual({ first: 2, second: 0 });
    for (const rep of [0, 2]) setBlocked(table, { lead: 1, rep, isBlocked: true });
    expect(bestOf(table, 1)).toEqual({ first: -1, second: -1 });
  });
});
