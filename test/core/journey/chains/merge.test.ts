// A visitor who becomes a contact, against the search through every set.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replay } from "../../../../src/core/journey/chains/replay.ts";
import { ruleSets, streams, touchOf } from "./arbitrary.ts";
import { oracle } from "./oracle.ts";

describe("a merge", () => {
  it("counts the history of both from then on, and what both matched before as matched", () => {
    const mergeAts = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(ruleSets, streams, mergeAts, (rules, drafts, mergedAt) => {
        const until = 20;
        const touches = drafts.map((touch, index) =>
          index % 2 === 0 ? touch : { ...touch, contactId: null, anonymousId: "v1" },
        );
        const naming = touchOf({ id: "form", type: "form", at: mergedAt, anonymousId: "v1" });
        const { matches } = replay({ rules, touches: [...touches, naming] }, { until });
        for (const rule of rules) {
          const before = ["ann", "v1"].map((customer) => {
            const own = touches.filter((each) => (each.contactId ?? "v1") === customer);
            // Up to the last moment before it, with nothing of the moment itself.
            return oracle(
              rule,
              own.filter(({ at }) => at < mergedAt),
              { until: mergedAt - 1 },
            );
          });
          const matchedAt = Math.max(-Infinity, ...before.flat().map(({ at }) => at));
          const after = oracle(rule, touches, { until, from: mergedAt, matchedAt });
          const wanted = [...before.flat(), ...after].map(({ at, touches: ids }) => [at, ids]);
          const found = matches
            .filter((match) => match.rule.id === rule.id)
            .map(({ at, touches: behind }) => [at, behind.map(({ id }) => id)]);
          expect(found.map((each) => JSON.stringify(each)).sort()).toEqual(
            wanted.map((each) => JSON.stringify(each)).sort(),
          );
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
