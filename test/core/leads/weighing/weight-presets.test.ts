import { expect, it } from "vitest";
import { presets, presetWeights } from "../../../../src/core/leads/weighing/weight-presets.ts";
import { allPoints } from "../../../../src/core/leads/weighing/weights.ts";

it.each(presets)("gives all points away in %s", (preset) => {
  const sum = Object.values(presetWeights[preset]).reduce((total, weight) => total + weight, 0);
  expect(sum).toBe(allPoints);
});
