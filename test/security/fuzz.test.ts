// A small run of the fuzzer over every target; what runs of it found is in found-by-fuzzing.test.ts.
import { expect, it } from "vitest";
import { fuzz } from "../../bench/fuzz.ts";

it("breaks nothing, whatever reads it", async () => {
  const { broken, targets } = await fuzz({ inputs: 500, seed: 7 });
  expect(broken).toEqual([]);
  expect(targets.length).toBeGreaterThan(80);
  // A target that refuses even its own example proves nothing.
  expect(targets.filter(({ refused, inputs }) => refused === inputs)).toEqual([]);
});
