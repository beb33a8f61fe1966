import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { toPlan } from "../../../src/core/training/customer/plan.ts";
import { toRulebook } from "../../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../../src/core/training/scorer/score.ts";
import { prepareSpearman } from "../../../src/evals/retrieval/metrics.ts";
import { library, playTalk } from "./reps.ts";

const levels = ["terrible", "poor", "mediocre", "excellent"] as const;
type Ladder = { scenario: string } & Record<(typeof levels)[number], string[]>;

const ladders = await Promise.all(
  (["en", "zh"] as const).map(async (language) => {
    const file = new URL(`./scripts/ladders-${language}.yaml`, import.meta.url);
    const read = parse(await readFile(file, "utf8")) as Ladder[];
    return read.map((ladder) => ({ ...ladder, language }));
  }),
);

const played = ladders.flat().flatMap((ladder) => {
  const plan = toPlan(library, ladder);
  return levels.flatMap((level, step) =>
    [1, 2, 3].map((seed) => {
      const lines = ladder[level];
      const { spoken, state } = playTalk(plan, ({ turn }) => lines[turn] ?? "", {
        seed,
        turns: lines.length,
      });
      const { score } = scoreTranscript(spoken, toRulebook(plan));
      return { ...state, scenario: ladder.scenario, level, step, seed, spoken, score };
    }),
  );
});
const of = (level: string) => played.filter((each) => each.level === level);

describe("reps from terrible to excellent, in three trades and two languages", () => {
  it("are won over by the excellent one alone", () => {
    expect(of("excellent").filter(({ outcome }) => outcome !== "won")).toEqual([]);
    for (const level of ["terrible", "poor", "mediocre"]) {
      expect(of(level).filter(({ outcome }) => outcome === "won")).toEqual([]);
    }
  });

  it("lose the talk when they insult and promise", () => {
    expect(of("terrible").map(({ outcome }) => outcome)).toEqual(of("terrible").map(() => "lost"));
  });

  it("are ordered by the score", () => {
    const scores = played.map(({ score }) => score);
    const steps = played.map(({ step }) => step);
    const all = played.map((_, at) => at);
    expect(prepareSpearman(scores, steps)(Uint32Array.from(all))).toBeGreaterThan(0.75);
    for (const { scenario, seed, score } of of("excellent")) {
      const rivals = played.filter(
        (each) => each.scenario === scenario && each.seed === seed && each.level !== "excellent",
      );
      for (const rival of rivals) expect(score).toBeGreaterThan(rival.score + 0.05);
    }
  });

  it("hear no line twice in a talk", () => {
    for (const { said } of played) expect(new Set(said).size).toBe(said.length);
  });
});
