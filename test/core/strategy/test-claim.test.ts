import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs } from "../../../src/core/durations.ts";
import { type Course, rankSizes } from "../../../src/core/strategy/testing/course.ts";
import { tToZ, twoSided, zToT } from "../../../src/core/strategy/testing/distributions.ts";
import { exactPValue } from "../../../src/core/strategy/testing/exact-test.ts";
import { holm, judge } from "../../../src/core/strategy/testing/judge.ts";
import { formRiskSets } from "../../../src/core/strategy/testing/risk-sets.ts";
import { testClaim, unseenNeeded } from "../../../src/core/strategy/testing/test-claim.ts";
import { simulate, usual, windowDays } from "../../../src/evals/strategy/simulate.ts";
import { processorMs } from "../../helpers/processor-time.ts";

const at = (day: number) => day * dayMs + dayMs / 2;
const period = { from: 0, to: at(300) };
const claim = { windowDays: 30, direction: "up", points: 10 } as const;

function course(id: string, set: Partial<Course> & { until?: number } = {}): Course {
  const { until = 200, ...rest } = set;
  return {
    ...{ id, cluster: id, openedAt: at(0), sizeRank: 0.5, segment: "", actedAt: null },
    spans: [{ from: at(0), to: at(until), stage: "proposal", repId: "ana" }],
    ...{ outcomes: [], ...rest },
  };
}
const many = (count: number, make: (index: number) => Course) =>
  Array.from({ length: count }, (_, index) => make(index));
const run = (courses: Course[]) => {
  const tested = testClaim(courses, claim, period);
  return { tested, ...judge(claim, tested) };
};

describe("who is compared with whom", () => {
  it("is decided by nothing that happens later", () => {
    const later = course("later", { actedAt: at(50) });
    const sets = formRiskSets([course("now", { actedAt: at(10) }), later], {
      ...{ ...period, windowMs: 30 * dayMs },
    });
    const onTen = sets.course.filter((_, index) => sets.set[index] === 0);
    // Who will be acted on later is no less comparable today.
    expect(onTen).toEqual([0, 1]);
    expect(sets.acted.slice(0, 2)).toEqual([1, 0]);
  });

  it("leaves out whoever was closed, acted on before, of another rep or in another stage", () => {
    const others = [
      course("closed", { until: 5 }),
      course("before", { actedAt: at(3) }),
      course("rep", { spans: [{ from: at(0), to: at(99), stage: "proposal", repId: "bo" }] }),
      course("stage", { spans: [{ from: at(0), to: at(99), stage: "new", repId: "ana" }] }),
    ];
    const courses = [course("now", { actedAt: at(10) }), ...others];
    expect(testClaim(courses, claim, { ...period, from: at(5) }).estimate).toBeNull();
  });

  it("counts only outcomes after the day of the action, and only within the window", () => {
    const outcomes = [[at(10)], [at(11)], [at(39)], [at(42)]];
    const courses = outcomes.map((one, index) =>
      course(`${index}`, { actedAt: at(10), outcomes: one }),
    );
    const sets = formRiskSets([...courses, course("other")], {
      ...{ ...period, windowMs: 30 * dayMs },
    });
    expect(sets.outcome).toEqual([0, 1, 1, 0, 0]);
  });
});

describe("the verdict", () => {
  const half = (index: number) => index % 2 === 0;
  const wins = (count: number, isWon: (index: number) => boolean) =>
    many(count, (index) =>
      course(`${index}`, {
        actedAt: half(index) ? at(5 + (index % 60)) : null,
        outcomes: isWon(index) ? [at(70)] : [],
      }),
    );

  it("is not enough data where there is nothing, with the reason", () => {
    expect(run([])).toMatchObject({ code: "not_enough_data", reason: "no_deals" });
    expect(run(many(50, (i) => course(`${i}`))).reason).toBe("never_done");
    const everybody = many(50, (i) => course(`${i}`, { actedAt: at(10) }));
    expect(run(everybody)).toMatchObject({ code: "not_enough_data", reason: "no_comparison" });
    const tooLate = many(50, (i) => course(`${i}`, { until: 20, actedAt: i < 20 ? at(30) : null }));
    expect(run(tooLate).reason).toBe("too_late");
    const lately = many(50, (i) =>
      course(`${i}`, { until: 301, actedAt: i < 20 ? at(290) : null }),
    );
    expect(run(lately).reason).toBe("too_recent");
    expect(run(wins(12, half)).reason).toBe("too_few");
  });

  it("is supported where those with the action do better, and contrary where they do worse", () => {
    const action = (index: number) => index < 10;
    const courses = many(200, (index) =>
      course(`${index}`, {
        ...(half(index) ? { actedAt: at(5) } : {}),
        outcomes: half(index) !== action(index % 40) ? [at(20)] : [],
      }),
    );
    expect(run(courses).code).toBe("supported");
    const tested = testClaim(courses, claim, period);
    const down = judge({ direction: "down", points: 10 }, tested);
    expect(down).toMatchObject({ code: "not_supported", reason: "contrary" });
  });

  it("of two contradicting claims supports at most one", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const history = simulate({ ...usual, deals: 200, effect: 0.2 }, seed);
      const tested = testClaim(history.courses, { windowDays }, history);
      const codes = (["up", "down"] as const).map(
        (direction) => judge({ direction, points: 5 }, tested).code,
      );
      expect(codes.filter((code) => code === "supported").length).toBeLessThan(2);
    }
  });

  it("is harder to get the more claims there are in the quarter", () => {
    const history = simulate({ ...usual, effect: 0.25 }, 3);
    const tested = testClaim(history.courses, { windowDays }, history);
    const alone = judge(claim, tested);
    const among = judge(
      claim,
      tested,
      Array.from({ length: 12 }, () => 1),
    );
    expect(among.adjusted).toBeCloseTo(Math.min(1, alone.adjusted * 13), 10);
    expect(among.visiblePoints).toBeGreaterThan(alone.visiblePoints ?? 0);
  });

  it("says nothing where the deals differ too much in size", () => {
    const courses = many(120, (i) =>
      course(`${i}`, {
        actedAt: half(i) ? at(10) : null,
        sizeRank: half(i) ? 0.9 + (i % 7) / 100 : 0.55 + (i % 11) / 100,
        outcomes: i % 3 === 0 ? [at(20)] : [],
      }),
    );
    expect(run(courses).code).toBe("not_enough_data");
  });
});

describe("the statistics", () => {
  it("agree with tables: 1.96 is 5 %, t of 10 degrees 2.228", () => {
    expect(twoSided(1.959964)).toBeCloseTo(0.05, 5);
    expect(zToT(1.959964, 10)).toBeCloseTo(2.228, 2);
    expect(tToZ(zToT(1.5, 7), 7)).toBeCloseTo(1.5, 10);
  });

  it("is Fisher's exact test in one set: 8 of 10 against 3 of 10", () => {
    expect(exactPValue([{ n1: 10, y1: 8, n0: 10, y0: 3 }])).toBeCloseTo(0.0698, 4);
  });

  it("gives chances, whatever the sets", () => {
    const set = fc
      .record({ n1: fc.nat(6), n0: fc.nat(6), a: fc.nat(6), b: fc.nat(6) })
      .map(({ n1, n0, a, b }) => ({ n1, n0, y1: Math.min(a, n1), y0: Math.min(b, n0) }));
    fc.assert(
      fc.property(fc.array(set, { maxLength: 12 }), (sets) => {
        const p = exactPValue(sets);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("corrects as Holm does", () => {
    expect(holm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it("gives the E-value of VanderWeele and Ding's example: 3.9 needs 7.26, its limit 1.8 needs 3.0", () => {
    const { ofValue, ofLimit } = unseenNeeded({ value: 3.9, low: 1.8, high: 8.7 });
    expect(ofValue).toBeCloseTo(7.26, 2);
    expect(ofLimit).toBeCloseTo(3, 2);
  });

  it("ranks sizes between 0 and 1, equal ones alike, unknown ones in the middle", () => {
    expect(rankSizes([10, null, 30, 10])).toEqual([1 / 3, 0.5, 2.5 / 3, 1 / 3]);
  });

  it("finds nothing where size drives both, and the plain comparison does", () => {
    let [supported, plain] = [0, 0];
    for (let seed = 1; seed <= 30; seed += 1) {
      const history = simulate({ ...usual, deals: 400, bySize: 2 }, seed);
      const tested = testClaim(history.courses, { windowDays }, history);
      supported += Number(judge(claim, tested).code === "supported");
      plain += (tested.plainDifference ?? 0) / 30;
    }
    expect(supported).toBeLessThanOrEqual(3);
    expect(plain).toBeGreaterThan(0);
  });

  it("tests ten thousand deals in a moment", () => {
    const history = simulate({ ...usual, deals: 10_000, reps: 40 }, 1);
    const ms = processorMs(() => testClaim(history.courses, { windowDays }, history));
    expect(ms).toBeLessThan(5_000);
  });
});
