import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { type Figure, toFigures } from "../../../../src/core/ask/figures.ts";
import { compareFigures } from "../../../../src/core/strategy/changed/compare.ts";
import { mixOf } from "../../../../src/core/strategy/changed/gather-changed.ts";
import { firstWorkday } from "../../../../src/core/strategy/changed/jobs.ts";
import { rampOf } from "../../../../src/core/strategy/changed/ramp.ts";
import { textsFor } from "../../../../src/core/text/texts.ts";

const dayMs = 86_400_000;
const row = { key: null, currency: null, part: 0, total: 0, values: [] as number[] };
const rate = (part: number, sample: number) => toFigures("rate", [{ ...row, sample, part }])[0];
const middle = (values: number[]) =>
  toFigures("median", [{ ...row, sample: values.length, values }])[0];

describe("two months beside each other", () => {
  it("differ where the interval of the difference leaves out none", () => {
    expect(compareFigures("rate", rate(60, 100), rate(30, 100))).toBe("higher");
    expect(compareFigures("rate", rate(30, 100), rate(60, 100))).toBe("lower");
    expect(compareFigures("rate", rate(31, 100), rate(30, 100))).toBe("unclear");
  });

  it("tell nothing of few cases, and nothing at all of none", () => {
    expect(compareFigures("rate", rate(4, 4), rate(30, 100))).toBe("few");
    expect(compareFigures("rate", undefined, rate(30, 100))).toBe("few");
    expect(compareFigures("median", undefined, undefined)).toBe("none");
    expect(compareFigures("count", toFigures("count", [])[0], undefined)).toBe("none");
  });

  it("never differ one way whichever comes first", () => {
    const share = fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }));
    const mirror = { higher: "lower", lower: "higher" } as Record<string, string>;
    fc.assert(
      fc.property(share, share, ([wonA, lostA], [wonB, lostB]) => {
        const [one, other] = [rate(wonA, wonA + lostA), rate(wonB, wonB + lostB)];
        const said = compareFigures("rate", one, other);
        return compareFigures("rate", other, one) === (mirror[said] ?? said);
      }),
    );
  });

  it("call middles different only where their intervals do not touch", () => {
    const days = Array.from({ length: 30 }, (_, index) => 20 + index);
    const later = days.map((each) => each + 40);
    expect(compareFigures("median", middle(later), middle(days))).toBe("higher");
    expect(compareFigures("median", middle(days.map((each) => each + 3)), middle(days))).toBe(
      "unclear",
    );
  });
});

describe("the ramp of newcomers", () => {
  const from = Date.UTC(2026, 9, 1);
  const range = { from, to: from + 31 * dayMs };
  const hired = (id: string, daysBefore: number) => ({ id, hiredAt: from - daysBefore * dayMs });
  const won = (ownerId: string, day: number) => ({ ownerId, closedAt: from + day * dayMs });

  it("is the middle of days to the first win, of those whose first one fell into the month", () => {
    const people = [60, 70, 80, 90, 100].map((days, index) => hired(`p${index}`, days));
    const deals = people.flatMap(({ id }) => [won(id, 10), won(id, 20)]);
    const figure = rampOf(people, deals, range);
    expect(figure).toMatchObject({ sample: 5, value: 90 });
  });

  it("leaves out who won before, who was there for years, and tells nothing of a few", () => {
    const people = [hired("new", 60), hired("old", 900), hired("early", 100)];
    const deals = [won("new", 5), won("old", 5), won("early", -20), won("early", 5)];
    expect(rampOf(people, deals, range)).toMatchObject({ sample: 1, value: null });
    expect(rampOf([], deals, range)).toMatchObject({ sample: 0, value: null });
  });
});

describe("the mix of customers", () => {
  const figure = (sample: number): Figure[] => [
    { value: null, sample, part: null, low: null, high: null, currency: null },
  ];
  it("is named where a kind's share moved far, the farthest first", () => {
    const moved = mixOf([
      { key: "small", before: figure(12), figures: figure(6) },
      { key: "large", before: figure(4), figures: figure(12) },
      { key: "mid", before: figure(4), figures: figure(4) },
    ]);
    expect(moved.map(({ segment }) => segment)).toEqual(["large", "small"]);
    expect(moved[0]).toMatchObject({ before: 0.2 });
  });

  it("says nothing where few deals were closed", () => {
    expect(mixOf([{ key: "small", before: figure(3), figures: figure(40) }])).toEqual([]);
  });
});

describe("the monthly card", () => {
  it("comes on the first day that is worked, holidays and make-up workdays known", () => {
    const calendar = createCalendar();
    expect(firstWorkday("2026-11", "Europe/London", calendar)).toBe("2026-11-02");
    expect(firstWorkday("2026-10", "Asia/Shanghai", calendar)).toBe("2026-10-08");
    expect(firstWorkday("2026-10", "Europe/London", calendar)).toBe("2026-10-01");
  });

  it.each([
    ["en", /\b(?:because|due to|thanks to|caus\w+|led to|leads to|result(?:ed|s) in|effect)\b/i],
    ["zh", /因为|由于|导致|促使|得益|使得|归功|归因/],
  ] as const)("says in %s nowhere why", (language, causal) => {
    const words = JSON.stringify(textsFor(language).changed, (_, value) =>
      typeof value === "function" ? String(value) : value,
    );
    expect(words).not.toMatch(causal);
  });
});
