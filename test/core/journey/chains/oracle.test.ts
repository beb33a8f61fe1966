// The engine against a search through every set there is.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replay } from "../../../../src/core/journey/chains/replay.ts";
import { ruleSets, streams } from "./arbitrary.ts";
import { oracle } from "./oracle.ts";

describe("a replay", () => {
  it("finds what a search through every set finds, in 10,000 sets of rules and streams", () => {
    fc.assert(
      fc.property(ruleSets, streams, fc.integer({ min: 0, max: 20 }), (rules, touches, until) => {
        const { matches } = replay({ rules, touches }, { until });
        const known = touches.filter(({ at }) => at <= until);
        for (const rule of rules) {
          const found = matches
            .filter((match) => match.rule.id === rule.id)
            .map((match) => ({
              rule: rule.id,
              at: match.at,
              touches: match.touches.map(({ id }) => id),
            }));
          expect(found).toEqual(oracle(rule, known, { until }));
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
