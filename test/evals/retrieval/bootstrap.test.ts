import { describe, expect, it } from "vitest";
import { bootstrap, bootstrapMean } from "../../../src/evals/retrieval/bootstrap.ts";
import { createRandom } from "../../../src/sample/random.ts";

/** In how many of 200 samples the interval holds the truth. */
function coverage(draw: (random: ReturnType<typeof createRandom>) => number[], truth: number) {
  const held = Array.from({ length: 200 }, (_, seed) => {
    const { low, high } = bootstrapMean(draw(createRandom(seed, "coverage")));
    return low <= truth && truth <= high;
  });
  return held.filter(Boolean).length / held.length;
}

describe("bootstrapMean", () => {
  it("holds the true share in about 95 of 100 samples of hits and misses", () => {
    const share = coverage(
      (random) => Array.from({ length: 120 }, () => Number(random.chance(0.3))),
      0.3,
    );
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });

  it("holds the true mean in about 95 of 100 samples of a normal figure", () => {
    const share = coverage((random) => Array.from({ length: 120 }, () => random.normal()), 0);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });

  it("gives the same interval for the same values", () => {
    const values = [0, 1, 1, 0, 1, 0, 0.5];
    expect(bootstrapMean(values)).toEqual(bootstrapMean(values));
  });

  it("is wider when values stand and fall in groups", () => {
    const random = createRandom(7, "groups");
    const values = Array.from({ length: 40 }, () => Number(random.chance(0.5))).flatMap((value) =>
      Array.from({ length: 5 }, () => value),
    );
    const alone = bootstrapMean(values);
    const grouped = bootstrapMean(values, { groupOf: (index) => Math.floor(index / 5) });
    expect(grouped.value).toBe(alone.value);
    expect(grouped.high - grouped.low).toBeGreaterThan(1.8 * (alone.high - alone.low));
  });

  it("does not move where every value is the same", () => {
    expect(bootstrapMean([1, 1, 1])).toEqual({ value: 1, low: 1, high: 1 });
  });
});

describe("bootstrap", () => {
  it("computes the value on everything and the interval on resamples of the same size", () => {
    const sizes = new Set<number>();
    const { value } = bootstrap(9, (drawn) => {
      sizes.add(drawn.length);
      return drawn.reduce((sum, index) => sum + index, 0);
    });
    expect(value).toBe(36);
    expect([...sizes]).toEqual([9]);
  });

  it("refuses to resample nothing", () => {
    expect(() => bootstrap(0, () => 0)).toThrow("nothing to resample");
  });
});
