import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { toPlan } from "../../../src/core/training/customer/plan.ts";
import { playScript } from "../../../src/core/training/session/play-script.ts";
import { library } from "./reps.ts";

type Pair = { scenario: string; excellent: string[]; poor: string[] };

const pairs = await Promise.all(
  (["en", "zh"] as const).map(async (language) => {
    const file = new URL(`./scripts/${language}.yaml`, import.meta.url);
    const read = parse(await readFile(file, "utf8")) as Pair[];
    return read.map((pair) => ({ ...pair, language }));
  }),
);

describe.each(pairs.flat())(
  "scripted reps in $scenario",
  ({ scenario, language, excellent, poor }) => {
    const plan = toPlan(library, { scenario, language });
    const play = (lines: string[], seed: number) =>
      playScript(plan, { seed, script: lines.map((text) => ({ text })) });

    it.each([1, 2, 3])("wins with the excellent one, not with the poor one (seed %i)", (seed) => {
      expect(play(excellent, seed).session.ending).toBe("won");
      expect(play(poor, seed).session.ending).not.toBe("won");
    });

    it("scores the excellent one clearly higher", () => {
      const [good, bad] = [play(excellent, 1).report.score, play(poor, 1).report.score];
      expect(good.score).toBeGreaterThan(bad.score + 0.2);
      expect(good.breaches).toEqual([]);
    });

    it("says the same twice", () => {
      expect(play(excellent, 5)).toEqual(play(excellent, 5));
    });
  },
);
