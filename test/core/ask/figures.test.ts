import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCases, toFigures } from "../../../src/core/ask/figures.ts";
import {
  bucketsOf,
  calendarPeriod,
  mostBuckets,
  periodBefore,
  rangeOf,
  rolling,
} from "../../../src/core/ask/periods.ts";

const row = { key: null, currency: null, part: 0, total: 0, values: [] as number[] };

describe("a figure", () => {
  it("is not told of fewer than five cases where it is a rate, a mean or a middle", () => {
    const few = { ...row, sample: leastCases - 1, part: 1, values: [1, 2, 3, 4] };
    for (const kind of ["rate", "mean", "median"] as const) {
      expect(toFigures(kind, [few])[0]).toMatchObject({ value: null, sample: 4, low: null });
    }
    expect(toFigures("count", [few])[0]?.value).toBe(4);
  });

  it("of a rate lies in its interval, between nought and one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, share) => {
          const [figure] = toFigures("rate", [
            { ...row, sample, part: Math.round(sample * share) },
          ]);
          const { value = 0, low = 0, high = 0 } = figure ?? {};
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          // Rounding in the formula, at the very ends.
          expect((low ?? 0) - (value ?? 0)).toBeLessThan(1e-12);
          expect((value ?? 0) - (high ?? 0)).toBeLessThan(1e-12);
        },
      ),
    );
  });

  it("keeps currencies apart", () => {
    const rows = ["GBP", "USD", "GBP"].map((currency) => ({
      ...row,
      currency,
      sample: 1,
      total: 10,
    }));
    expect(toFigures("sum", rows)).toMatchObject([
      { currency: "GBP", value: 20, sample: 2 },
      { currency: "USD", value: 10, sample: 1 },
    ]);
  });
});

describe("a period", () => {
  const days = fc
    .integer({ min: 0, max: 20_000 })
    .map((count) => new Date(count * 86_400_000).toISOString().slice(0, 10));
  const units = fc.constantFrom("day", "week", "month", "quarter", "half", "year" as const);

  it("holds the day it is of, and ends where the next begins", () => {
    fc.assert(
      fc.property(days, units, (day, unit) => {
        const period = calendarPeriod(day, unit);
        expect(period.from <= day && day <= period.to).toBe(true);
        const next = calendarPeriod(day, unit, 1);
        expect(rangeOf(period, "UTC").to).toBe(rangeOf(next, "UTC").from);
      }),
    );
  });

  it("is cut into buckets without a gap, across a clock change too", () => {
    const year = { from: "2026-01-01", to: "2026-12-31", unit: "year" } as const;
    const buckets = bucketsOf(year, { by: "month", timeZone: "Europe/London" }) ?? [];
    expect(buckets.map(({ key }) => key).slice(0, 2)).toEqual(["2026-01", "2026-02"]);
    for (const [index, bucket] of buckets.entries()) {
      if (index > 0) expect(bucket.from).toBe(buckets[index - 1]?.to);
    }
    const long = { ...year, from: "2020-01-01" };
    expect(bucketsOf(long, { by: "week", timeZone: "UTC" })).toBeUndefined();
    expect(mostBuckets).toBeGreaterThan(100);
  });

  it("is compared with as much of the one before", () => {
    const month = calendarPeriod("2026-03-31", "month");
    expect(periodBefore(month, "2026-05-01")).toMatchObject({
      from: "2026-02-01",
      to: "2026-02-28",
    });
    expect(periodBefore(month, "2026-03-10")).toMatchObject({
      from: "2026-02-01",
      to: "2026-02-10",
    });
    expect(periodBefore(month, "2026-03-30")).toMatchObject({
      from: "2026-02-01",
      to: "2026-02-28",
    });
    const stretch = rolling("2026-11-23", { count: 10, unit: "day" });
    expect(periodBefore(stretch, "2026-11-23")).toMatchObject({
      from: "2026-11-04",
      to: "2026-11-13",
    });
  });

  it("of three months back from the last of May begins where February ends", () => {
    expect(rolling("2026-05-31", { count: 3, unit: "month" }).from).toBe("2026-03-01");
    expect(rolling("2026-11-23", { count: 3, unit: "month" }).from).toBe("2026-08-24");
  });
});
