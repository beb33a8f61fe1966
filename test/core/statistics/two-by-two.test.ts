import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { qValues } from "../../../src/core/statistics/q-values.ts";
import {
  createFisherTest,
  oddsRatioOf,
  pooledOddsRatio,
  type TwoByTwo,
} from "../../../src/core/statistics/two-by-two.ts";

const table = (a: number, b: number, c: number, d: number): TwoByTwo => ({
  having: { won: a, of: a + b },
  others: { won: c, of: c + d },
});

describe("Fisher's exact test", () => {
  it("gives the tea lady's p of 34 in 70", () => {
    expect(createFisherTest(8)(table(3, 1, 1, 3))).toBeCloseTo(34 / 70, 10);
  });

  it("gives 1 where the groups are alike, and next to nothing where they share nothing", () => {
    expect(createFisherTest(40)(table(10, 10, 10, 10))).toBeCloseTo(1, 10);
    expect(createFisherTest(40)(table(20, 0, 0, 20))).toBeLessThan(1e-10);
  });

  it("does not care which group or outcome comes first", () => {
    const cell = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        const test = createFisherTest(a + b + c + d);
        const p = test(table(a, b, c, d));
        expect(test(table(c, d, a, b))).toBeCloseTo(p, 9);
        expect(test(table(b, a, d, c))).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe("an odds ratio", () => {
  it("is the cross product, with Woolf's interval", () => {
    const { value, low, high } = oddsRatioOf(table(30, 10, 20, 40));
    expect(value).toBeCloseTo(6, 10);
    expect([low, high].map((each) => Math.round(100 * each) / 100)).toEqual([2.45, 14.68]);
  });

  it("stays finite where a cell is empty", () => {
    const { value, low, high } = oddsRatioOf(table(10, 0, 5, 5));
    expect([value, low, high].every(Number.isFinite)).toBe(true);
  });

  it("over strata takes out what the strata explain", () => {
    // Simpson's turn: within each stratum nothing differs, together it seems to.
    const strata = [table(40, 10, 8, 2), table(2, 8, 10, 40)];
    expect(pooledOddsRatio(strata)?.value).toBeCloseTo(1, 10);
    expect(oddsRatioOf(table(42, 18, 18, 42)).low).toBeGreaterThan(1);
  });

  it("is nothing where no stratum has both outcomes", () => {
    expect(pooledOddsRatio([table(3, 0, 4, 0)])).toBeNull();
  });
});

describe("q-values", () => {
  it("are Benjamini and Hochberg's", () => {
    const rounded = qValues([0.01, 0.04, 0.03, 0.5]).map((q) => Math.round(q * 10_000));
    expect(rounded).toEqual([400, 533, 533, 5_000]);
  });

  it("never fall below their p-value and keep its order", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 40 }), (values) => {
        const found = qValues(values);
        for (const [index, value] of values.entries()) {
          expect(found[index]).toBeGreaterThanOrEqual(value - 1e-12);
          expect(found[index]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
