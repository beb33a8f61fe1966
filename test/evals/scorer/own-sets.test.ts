import { describe, expect, it } from "vitest";
import { measureOwnSets, readChineseTalks } from "../../../src/evals/scorer/own-sets.ts";
import { library } from "../../core/training/reps.ts";

const measured = await measureOwnSets(library);

describe("our own labelled sentences", () => {
  it("hold well over a hundred labelled Chinese turns of three trades", async () => {
    const talks = await readChineseTalks();
    expect(talks.flatMap(({ turns }) => turns).length).toBeGreaterThanOrEqual(120);
    expect(new Set(talks.map(({ vertical }) => vertical)).size).toBe(3);
  });

  it("are labelled better than by plain words, on the half nothing was tuned on", () => {
    const { macroF1 } = measured["held-out"].chinese;
    expect(macroF1?.ours).toBeGreaterThan((macroF1?.baseline ?? 1) + 0.1);
  });

  it("show most of the breaches looked at, and hardly any false alarm", () => {
    for (const half of ["tuned", "held-out"] as const) {
      for (const row of Object.values(measured[half].breaches)) {
        expect(row.found / row.breaches).toBeGreaterThan(0.75);
        expect(row.falseAlarms).toBeLessThanOrEqual(1);
        expect(row.found).toBeGreaterThan(row.plain.found);
      }
    }
  });

  it("show more of the breaches never looked at than plain words, without a false alarm", () => {
    for (const row of Object.values(measured.blindBreaches)) {
      expect(row.found).toBeGreaterThan(row.plain.found);
      expect(row.falseAlarms).toBe(0);
    }
  });

  it("are felt better than by plain words", () => {
    for (const { right, plain } of Object.values(measured["held-out"].feelings)) {
      expect(right).toBeGreaterThan(plain);
    }
  });
});
