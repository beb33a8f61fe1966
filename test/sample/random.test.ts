import { describe, expect, it } from "vitest";
import { createRandom } from "../../src/sample/random.ts";

describe("seeded randomness", () => {
  it("repeats itself for the same seed and part, and only then", () => {
    const draw = (seed: number, part: string) => {
      const random = createRandom(seed, part);
      return Array.from({ length: 5 }, () => random.unit());
    };
    expect(draw(1, "a")).toEqual(draw(1, "a"));
    expect(draw(1, "a")).not.toEqual(draw(2, "a"));
    expect(draw(1, "a")).not.toEqual(draw(1, "b"));
  });

  it("draws evenly, normally and by weight", () => {
    const random = createRandom(7, "moments");
    const normals = Array.from({ length: 20_000 }, () => random.normal());
    const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
    const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normals.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
    const picks = Array.from({ length: 10_000 }, () => random.pickWeighted([1, 3], (item) => item));
    expect(picks.filter((item) => item === 3).length / picks.length).toBeCloseTo(0.75, 1);
  });

  it("shuffles without losing anything", () => {
    const items = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = createRandom(3, "shuffle").shuffled(items);
    expect(shuffled).not.toEqual(items);
    expect(shuffled.sort((one, other) => one - other)).toEqual(items);
  });
});
