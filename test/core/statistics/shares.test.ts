import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOf, shareOf } from "../../../src/core/statistics/shares.ts";

describe("a share", () => {
  it("has the interval of Wilson, as in Newcombe's (1998) table of single proportions", () => {
    // 81 of 263: 0.2553 to 0.3662; 0 of 20: 0 to 0.1611; 1 of 29: 0.0061 to 0.1718.
    expect(shareOf(81, 263)).toMatchObject({ low: closeTo(0.2553), high: closeTo(0.3662) });
    expect(shareOf(0, 20)).toMatchObject({ low: closeTo(0), high: closeTo(0.1611) });
    expect(shareOf(1, 29)).toMatchObject({ low: closeTo(0.0061), high: closeTo(0.1718) });
  });

  it("of nobody can be anything", () => {
    expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1 });
  });
});

describe("a difference of shares", () => {
  it("has the interval of Newcombe's method 10: 56 of 70 and 48 of 80 are 0.0524 to 0.3339 apart", () => {
    const difference = differenceOf(shareOf(56, 70), shareOf(48, 80));
    expect(difference.value).toBeCloseTo(0.2, 10);
    expect(difference).toMatchObject({ low: closeTo(0.0524), high: closeTo(0.3339) });
  });

  it("holds its value, and the other way round is its mirror", () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, share]) => shareOf(Math.floor(of * share), of));
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const difference = differenceOf(one, other);
        expect(difference.low).toBeLessThanOrEqual(difference.value + 1e-12);
        expect(difference.high).toBeGreaterThanOrEqual(difference.value - 1e-12);
        expect(differenceOf(other, one).low).toBeCloseTo(-difference.high, 12);
      }),
    );
  });
});

const closeTo = (value: number) => expect.closeTo(value, 4) as number;
