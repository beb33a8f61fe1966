import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hitAt, measure, spearman } from "../../../src/evals/retrieval/metrics.ts";

describe("measure", () => {
  const grades = new Map([
    ["a", 2],
    ["b", 1],
  ]);

  it("gives what a hand computes when the best comes second", () => {
    const found = measure(["x", "a", "b"], grades);
    expect(found).toMatchObject({ r1: 0, r3: 1, r10: 1, mrr10: 0.5 });
    // (3/log2 3 + 1/log2 4) / (3/log2 2 + 1/log2 3)
    expect(found.ndcg10).toBeCloseTo(0.659, 3);
  });

  it("gives less for the useful before the exact than for the exact before the useful", () => {
    expect(measure(["b", "a"], grades).ndcg10).toBeLessThan(measure(["a", "b"], grades).ndcg10);
  });

  it("gives nothing for what comes after the tenth", () => {
    const ten = Array.from({ length: 10 }, (_, index) => `x${index}`);
    const none = { r1: 0, r3: 0, r10: 0, mrr10: 0, ndcg10: 0 };
    expect(measure([...ten, "a"], grades)).toEqual(none);
    expect(measure([], grades)).toEqual(none);
  });

  it("is 1 throughout for the best order, and within [0, 1] for any", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const gradesOf = fc.array(fc.constantFrom(0, 1, 2), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(gradesOf, fc.shuffledSubarray(ids), (given, ranked) => {
        const own = new Map(
          ids.flatMap((id, index): [string, number][] => {
            const grade = given[index] ?? 0;
            return grade > 0 ? [[id, grade]] : [];
          }),
        );
        fc.pre(own.size > 0);
        const best = [...own].sort(([, x], [, y]) => y - x).map(([id]) => id);
        for (const value of Object.values(measure(best, own))) expect(value).toBeCloseTo(1, 10);
        for (const value of Object.values(measure(ranked, own))) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it("counts a hit at any place up to k", () => {
    expect([1, 2, 3].map((k) => hitAt(k, ["x", "b", "a"], grades))).toEqual([0, 1, 1]);
  });
});

describe("spearman", () => {
  it("gives ties their mean rank", () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: 4.5 / sqrt(4.5 × 5).
    expect(spearman([10, 20, 20, 40], [1, 3, 2, 4])).toBeCloseTo(0.9487, 4);
  });

  it("is 1 for the same order, -1 for the reverse, 0 where one side says nothing", () => {
    expect(spearman([1, 2, 3], [10, 100, 1000])).toBeCloseTo(1, 10);
    expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 10);
    expect(spearman([1, 2, 3], [5, 5, 5])).toBe(0);
  });

  it("does not change when a scale is stretched", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer()), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = [rows.map(([x]) => x), rows.map(([, y]) => y)];
        const stretched = a.map((x) => x ** 3 + 7);
        expect(spearman(stretched, b)).toBeCloseTo(spearman(a, b), 10);
      }),
    );
  });
});
