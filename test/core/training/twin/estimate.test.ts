import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { skills } from "../../../../src/core/training/playbook.ts";
import { betaQuantile, betaShareBelow } from "../../../../src/core/training/twin/beta.ts";
import {
  age,
  estimate,
  halfLifeMs,
  toState,
  toTwin,
} from "../../../../src/core/training/twin/estimate.ts";
import { weakestOf } from "../../../../src/core/training/twin/twin.ts";
import { testNow } from "../../../helpers/people.ts";

const day = 86_400_000;
const piece = fc
  .record({
    id: fc.uuid(),
    skill: fc.constantFrom(...skills),
    checks: fc.integer({ min: 1, max: 8 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    daysAgo: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ id, skill, checks, share, daysAgo }) => ({
    ...{ id, skill, checks, passed: Math.round(share * checks), at: testNow - daysAgo * day },
  }));
const pieces = fc.uniqueArray(piece, { selector: ({ id }) => id, maxLength: 30 });
const talk = (passed: number, checks: number, daysAgo = 0) => ({
  ...{ id: `${passed}/${checks}@${daysAgo}`, skill: "rapport" as const, passed, checks },
  at: testNow - daysAgo * day,
});

describe("a twin's estimate", () => {
  it("does not depend on the order of its evidence", () => {
    fc.assert(
      fc.property(pieces, fc.nat(), (some, turn) => {
        const at = some.length === 0 ? 0 : turn % some.length;
        const turned = [...some.slice(at), ...some.slice(0, at)].reverse();
        expect(toTwin(turned, testNow)).toEqual(toTwin(some, testNow));
        expect(estimate(turned, testNow)).toEqual(estimate(some, testNow));
      }),
    );
  });

  it("ages to what it would be, computed anew", () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 0, max: 500 * day }), (some, laterMs) => {
        const stored = { ...estimate(some, testNow), updatedAt: testNow };
        const aged = age(stored, testNow + laterMs);
        const anew = estimate(some, testNow + laterMs);
        expect(aged.alpha).toBeCloseTo(anew.alpha, 9);
        expect(aged.beta).toBeCloseTo(anew.beta, 9);
      }),
    );
  });

  it("lies within its interval, which is within 0 to 100", () => {
    fc.assert(
      fc.property(pieces, (some) => {
        for (const { percent, low, high } of Object.values(toTwin(some, testNow))) {
          expect(0 <= low && low <= percent && percent <= high && high <= 100).toBe(true);
        }
      }),
    );
  });

  it("rises with every check passed", () => {
    fc.assert(
      fc.property(pieces, piece, (some, more) => {
        const failed = estimate([...some, { ...more, id: "new", passed: 0 }], testNow);
        const passed = estimate([...some, { ...more, id: "new", passed: more.checks }], testNow);
        const meanOf = ({ alpha, beta }: typeof failed) => alpha / (alpha + beta);
        expect(meanOf(passed)).toBeGreaterThan(meanOf(failed));
      }),
    );
  });

  it("weighs a talk half after its half-life", () => {
    const fresh = estimate([talk(4, 4)], testNow);
    const old = estimate([talk(4, 4)], testNow + halfLifeMs);
    expect((old.alpha - 1) / (fresh.alpha - 1)).toBeCloseTo(0.5, 9);
  });

  it("is narrower with more evidence, and wide again when that is long ago", () => {
    const width = (count: number, now = testNow) => {
      const some = Array.from({ length: count }, (_, at) => ({ ...talk(3, 4), id: `${at}` }));
      const { low, high } = toState(estimate(some, now));
      return high - low;
    };
    expect(width(10)).toBeLessThan(width(2));
    expect(width(10, testNow + 6 * halfLifeMs)).toBeGreaterThan(width(10));
  });

  it("is moved little by one bad talk after ten good ones", () => {
    const good = Array.from({ length: 10 }, (_, at) => talk(5, 6, at + 1)).map((each, at) => ({
      ...each,
      id: `good ${at}`,
    }));
    const before = toState(estimate(good, testNow));
    const after = toState(estimate([...good, talk(0, 6)], testNow));
    expect(before.percent - after.percent).toBeLessThan(10);
    expect(after.high).toBeGreaterThan(before.low);
  });

  it("names the weakest skill, of equal ones the less certain; none without evidence", () => {
    const state = { percent: 40, low: 30, high: 50, evidence: 5 };
    expect(weakestOf({})).toBeUndefined();
    expect(weakestOf({ rapport: state, compliance: { ...state, percent: 39 } })).toBe("compliance");
    expect(weakestOf({ rapport: state, compliance: { ...state, high: 70 } })).toBe("compliance");
  });
});

describe("the beta distribution", () => {
  it("is what it is known to be where that can be written down", () => {
    const shape = fc.double({ min: 0.5, max: 60, noNaN: true });
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(shape, share, (one, x) => {
        expect(betaShareBelow(x, { alpha: one, beta: 1 })).toBeCloseTo(x ** one, 8);
        expect(betaShareBelow(x, { alpha: 1, beta: one })).toBeCloseTo(1 - (1 - x) ** one, 8);
      }),
    );
    expect(betaShareBelow(0, { alpha: 2, beta: 2 })).toBe(0);
    expect(betaShareBelow(1, { alpha: 2, beta: 2 })).toBe(1);
  });

  it("is mirrored when its two sides change places", () => {
    const shape = fc.double({ min: 0.6, max: 200, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(shape, shape, share, (alpha, beta, x) => {
        const below = betaShareBelow(x, { alpha, beta });
        expect(below + betaShareBelow(1 - x, { alpha: beta, beta: alpha })).toBeCloseTo(1, 7);
      }),
    );
  });

  it("has quantiles that undo it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 80 }), (a, b) => {
        const shape = { alpha: a, beta: b };
        for (const probability of [0.05, 0.5, 0.95]) {
          const x = betaQuantile(shape, probability);
          expect(betaShareBelow(x, shape)).toBeCloseTo(probability, 4);
        }
      }),
      { numRuns: 50 },
    );
  });
});
