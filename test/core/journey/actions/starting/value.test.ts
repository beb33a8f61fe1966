import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actionValue,
  usualAmounts,
  type Worth,
} from "../../../../../src/core/journey/actions/starting/value.ts";
import { stages } from "../../../../../src/core/model.ts";

const worth = (set: Partial<Worth> = {}): Worth => ({
  ...{ amount: 100, usualAmount: 100, stage: "qualified", ageMs: 0, isNobodys: false },
  ...set,
});
const dayMs = 86_400_000;

describe("the value of an action", () => {
  it("is in [0, 1], whatever is known", () => {
    const any = fc.record({
      amount: fc.option(fc.double({ min: -1e9, max: 1e12, noNaN: true }), { nil: null }),
      usualAmount: fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: null }),
      stage: fc.option(fc.constantFrom(...stages), { nil: null }),
      ageMs: fc.integer({ min: -dayMs, max: 400 * dayMs }),
      isNobodys: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (each) => {
        const value = actionValue(each);
        return value >= 0 && value <= 1;
      }),
    );
  });

  it("is the sum it says", () => {
    expect(actionValue(worth())).toBeCloseTo(0.4 * 0.5 + 0.4 * 0.6 + 0.2, 12);
    expect(actionValue(worth({ ageMs: dayMs }))).toBeCloseTo(0.4 * 0.5 + 0.4 * 0.6 + 0.1, 12);
  });

  it("grows with the amount and the stage, and falls with age", () => {
    expect(actionValue(worth({ amount: 1_000 }))).toBeGreaterThan(actionValue(worth()));
    expect(actionValue(worth({ stage: "negotiation" }))).toBeGreaterThan(actionValue(worth()));
    expect(actionValue(worth({ ageMs: 3 * dayMs }))).toBeLessThan(actionValue(worth()));
    expect(actionValue(worth({ isNobodys: true }))).toBe(actionValue(worth()) / 2);
  });

  it("takes an amount nobody knows for a usual one", () => {
    expect(actionValue(worth({ amount: null }))).toBe(actionValue(worth()));
  });

  it("knows what is usual by currency, and says nothing of a few", () => {
    const deals = [1, 2, 3, 4, 50].map((amount) => ({ amount, currency: "EUR" }));
    const known = usualAmounts([...deals, { amount: 9, currency: "CNY" }]);
    expect([...known]).toEqual([["EUR", 3]]);
  });
});
