import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TalkEvidence } from "../../../../src/core/training/alerts/alert.ts";
import { judgeTalks } from "../../../../src/core/training/alerts/judge.ts";
import { alertRules } from "../../../../src/core/training/alerts/rules.ts";

const [rule] = alertRules;
const talk = (at: number, value: number): TalkEvidence => ({
  ...{ source: "call", sourceId: `cal_${at}`, at, value, n: 6, quote: null },
});
const talks = (...values: number[]) => values.map((value, at) => talk(at, value));

describe("a rule", () => {
  it("ships with the five in a row under 0.4 in competitor comparison", () => {
    expect(rule).toMatchObject({ skill: "competitor_comparison", below: 0.4, inARow: 5 });
  });

  it.each([
    ["five under it", talks(0.3, 0.2, 0.35, 0.1, 0.39), true],
    ["four of them", talks(0.3, 0.2, 0.35, 0.1), false],
    ["one of five at it", talks(0.3, 0.2, 0.4, 0.1, 0.3), false],
    ["an old good one before five bad", talks(0.9, 0.3, 0.3, 0.3, 0.3, 0.3), true],
    ["a good one after five bad", talks(0.3, 0.3, 0.3, 0.3, 0.3, 0.9), false],
    ["nothing", [], false],
  ])("fires on the latest talks alone: %s", (_, given, fires) => {
    expect(judgeTalks(rule, given).fires).toBe(fires);
  });

  it("says how sure its mean is: Student's t, 90 %", () => {
    const { evidence } = judgeTalks(rule, talks(0.1, 0.2, 0.3, 0.2, 0.2));
    expect(evidence.mean).toBe(0.2);
    // 2.132 × 0.0707 / √5
    expect(evidence.high - evidence.mean).toBeCloseTo(0.067, 3);
  });

  it("gives the same whatever the order of the talks", () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 });
    fc.assert(
      fc.property(values, (some) => {
        const forwards = judgeTalks(rule, talks(...some));
        expect(judgeTalks(rule, talks(...some).reverse())).toEqual(forwards);
      }),
    );
  });
});
