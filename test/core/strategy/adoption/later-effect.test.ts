import { describe, expect, it } from "vitest";
import { dayMs } from "../../../../src/core/durations.ts";
import { expectedOf, judgeLater } from "../../../../src/core/strategy/adoption/later-effect.ts";
import { type Tested, testClaim } from "../../../../src/core/strategy/testing/test-claim.ts";
import { simulate, usual, windowDays } from "../../../../src/evals/strategy/simulate.ts";

const claim = { direction: "up", points: 10, windowDays } as const;

/** A test whose difference is known. */
function tested(low: number, high: number): Tested {
  const value = (low + high) / 2;
  const { estimate, ...rest } = real;
  if (!estimate) throw new Error("The simulated team is large enough.");
  return { ...rest, estimate: { ...estimate, difference: { value, low, high } } };
}
const history = simulate({ ...usual, effect: 0.15 }, 1);
const real = testClaim(history.courses, claim, history);

describe("what a strategy changed since it was switched on", () => {
  it("holds where nothing is outside the interval, the claimed way", () => {
    expect(judgeLater(claim, tested(0.02, 0.2), 0.1)).toBe("holds");
    expect(judgeLater({ ...claim, direction: "down" }, tested(-0.2, -0.02), 0.1)).toBe("holds");
  });

  it("fades where what was expected is outside and nothing is inside", () => {
    expect(judgeLater(claim, tested(-0.05, 0.06), 0.1)).toBe("fading");
    expect(judgeLater(claim, tested(-0.2, -0.02), 0.1)).toBe("fading");
    expect(judgeLater({ ...claim, direction: "down" }, tested(-0.06, 0.05), 0.1)).toBe("fading");
  });

  it("says neither where both are inside, or the data is too little", () => {
    expect(judgeLater(claim, tested(-0.05, 0.2), 0.1)).toBe("unclear");
    expect(judgeLater(claim, { ...tested(-0.5, -0.4), matched: 5 }, 0.1)).toBe("unclear");
    expect(judgeLater(claim, { ...real, estimate: null }, 0.1)).toBe("unclear");
  });

  it("does not call fading what works as it did, for never having done all it claimed", () => {
    expect(expectedOf(claim, tested(0.02, 0.06))).toBeCloseTo(0.04);
    expect(expectedOf(claim, tested(0.1, 0.3))).toBeCloseTo(0.1);
    expect(judgeLater(claim, tested(0.01, 0.07), 0.04)).toBe("holds");
  });

  it("rarely calls fading what still works, and often what stopped, over invented teams", () => {
    const share = (effect: number) => {
      const codes = Array.from({ length: 40 }, (_, seed) => {
        const { courses, from, to } = simulate({ ...usual, deals: 1_200, effect }, seed + 100);
        // Switched on after a fifth of the time: the new data alone.
        const since = from + (to - from) / 5;
        return judgeLater(claim, testClaim(courses, claim, { from: since, to }), 0.1);
      });
      return codes.filter((code) => code === "fading").length / codes.length;
    };
    expect(share(0.15)).toBeLessThanOrEqual(0.05);
    expect(share(0)).toBeGreaterThan(0.5);
  });

  it("looks at actions since then alone", () => {
    const { to } = history;
    const late = testClaim(history.courses, claim, { from: to - 60 * dayMs, to });
    expect(late.eligible).toBeLessThan(real.eligible);
    expect(late.eligible).toBeGreaterThan(0);
  });
});
