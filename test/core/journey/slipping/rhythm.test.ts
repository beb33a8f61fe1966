import { describe, expect, it } from "vitest";
import {
  backtestSlipping,
  type EndedHistory,
} from "../../../../src/core/journey/slipping/backtest-slipping.ts";
import {
  learnRhythm,
  silenceAt,
  toVisits,
  type VisitHistory,
} from "../../../../src/core/journey/slipping/rhythm.ts";
import { createRandom } from "../../../../src/sample/random.ts";

const day = 86_400_000;
const random = createRandom(7, "visits");

/** Visits about every `every` days from day 0 until the end. */
function visitsEvery(every: number, until: number): number[] {
  const visits: number[] = [];
  for (let at = 0; at < until; at += every * random.between(0.5, 1.5)) visits.push(at * day);
  return visits;
}

const history = (every: number, until: number, end: number): VisitHistory => ({
  ...{ visits: visitsEvery(every, until), endsAt: end * day, segment: null },
});

describe("a rhythm", () => {
  it("counts what is close together as one visit", () => {
    expect(toVisits([5 * day, 0, 1_000, 2_000])).toEqual([0, 5 * day]);
    expect(toVisits(Array.from({ length: 100_000 }, (_, index) => index * 100))).toHaveLength(1);
  });

  it("measures a silence by the customer's own pace", () => {
    const rhythm = learnRhythm(
      Array.from({ length: 40 }, (_, index) => history(index % 2 ? 2 : 12, 120, 121)),
    );
    const quick = { visits: visitsEvery(2, 60), segment: null };
    const slow = { visits: visitsEvery(12, 60), segment: null };
    const silent = (one: typeof quick, days: number) =>
      silenceAt(one, (one.visits.at(-1) ?? 0) + days * day, rhythm);
    expect(silent(quick, 12)?.lasting).toBeLessThan(0.05);
    expect(silent(slow, 12)?.lasting).toBeGreaterThan(0.05);
    expect(silent(quick, 12)?.usualMs).toBeLessThan(4 * day);
  });

  it("has nothing to say before a second visit, and does not fail without history", () => {
    const rhythm = learnRhythm([]);
    expect(silenceAt({ visits: [], segment: null }, day, rhythm)).toBeNull();
    expect(silenceAt({ visits: [0], segment: null }, day, rhythm)).toBeNull();
    expect(rhythm.lasting(100)).toBe(1);
    expect(rhythm.ratioLasting(0.05)).toBeUndefined();
  });

  it("lasts less the longer it is", () => {
    const rhythm = learnRhythm(Array.from({ length: 30 }, () => history(5, 100, 101)));
    const shares = [0, 0.5, 1, 1.5, 3].map(rhythm.lasting);
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  });
});

describe("the back-test of the alarm", () => {
  const ended = (lost: boolean, index: number): EndedHistory => {
    const every = index % 2 ? 2 : 12;
    const end = 100 + index;
    // Who is lost fell silent a month before it; whoever stayed went on until the end.
    return { ...history(every, lost ? end - 40 : end, end), lost };
  };

  it("names those who fell silent, weeks before, and few of the others; better than the same days for all", () => {
    const all = Array.from({ length: 120 }, (_, index) => ended(index % 3 === 0, index));
    const { verdict, own, fixed } = backtestSlipping(all);
    expect(verdict).toBe("ok");
    expect(own?.lostNamed.value).toBeGreaterThan(0.8);
    expect(own?.keptNamed.value).toBeLessThan(0.35);
    expect(own?.daysBefore).toBeGreaterThan(10);
    expect(own?.daysBefore).toBeGreaterThan(fixed?.daysBefore ?? 0);
  });

  it("says so where there is nothing to judge by", () => {
    expect(backtestSlipping([]).verdict).toBe("thin");
    const kept = Array.from({ length: 60 }, (_, index) => ended(false, index));
    expect(backtestSlipping(kept)).toMatchObject({ verdict: "one_class", own: null });
  });
});
