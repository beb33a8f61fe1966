import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { medianInterval } from "../../../src/core/statistics/median-interval.ts";
import { medianOf, nearestRank, quantileOf } from "../../../src/core/statistics/quantiles.ts";

const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 40 });

describe("the middle of some values", () => {
  it("has as many below as above, in whatever order they came", () => {
    fc.assert(
      fc.property(values, (some) => {
        const middle = medianOf(some) ?? Number.NaN;
        const below = some.filter((each) => each < middle).length;
        const above = some.filter((each) => each > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(some.length / 2);
      }),
    );
    expect(medianOf([3, 10, 1, 2])).toBe(2.5);
  });

  it("is not there of none", () => {
    expect(medianOf([])).toBeUndefined();
    expect(nearestRank([], 0.9)).toBeUndefined();
  });
});

describe("the nearest rank", () => {
  it("is the least of the values that the share of them does not exceed", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 100 }), (some, percent) => {
        const rank = nearestRank(some, percent / 100) ?? Number.NaN;
        const needed = Math.ceil((percent / 100) * some.length);
        expect(some).toContain(rank);
        expect(some.filter((each) => each <= rank).length).toBeGreaterThanOrEqual(needed);
        expect(some.filter((each) => each < rank).length).toBeLessThan(needed);
      }),
    );
  });
});

describe("a quantile between neighbours", () => {
  it("is what R's default says", () => {
    expect(quantileOf(Float64Array.of(1, 2, 3, 4), 0.25)).toBe(1.75);
    expect(quantileOf(Float64Array.of(1, 2, 3, 4), 1)).toBe(4);
  });
});

describe("the interval of a middle", () => {
  it("is that of the binomial distribution: the 2nd and 9th of ten, none below six", () => {
    const ten = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(medianInterval(ten)).toEqual({ value: 5.5, low: 2, high: 9 });
    expect(medianInterval([1, 2, 3, 4, 5])).toEqual({ value: 3, low: null, high: null });
    expect(medianInterval([1, 2, 3, 4, 5, 6])).toEqual({ value: 3.5, low: 1, high: 6 });
  });
});
