import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages } from "../../../src/core/model.ts";
import { toPlan } from "../../../src/core/training/customer/plan.ts";
import { readCases } from "../../../src/evals/json-lines.ts";
import { questionLine } from "../../../src/evals/questions/cases.ts";
import { evaluateQuestions } from "../../../src/evals/questions/evaluate.ts";
import { library } from "../../core/training/reps.ts";

const folder = join(import.meta.dirname, "../../../src/evals/questions/cases");

test("every answer of the shipped questions is one that its customer gives", async () => {
  const files = languages.flatMap((lang) => [`dev.${lang}.jsonl`, `held-out.${lang}.jsonl`]);
  const cases = (
    await Promise.all(files.map((name) => readCases(join(folder, name), questionLine)))
  ).flat();
  const unknown = cases.flatMap(({ lang, scenario, answers, passes }) => {
    const { facts = [], reveals } = toPlan(library, { scenario, language: lang }).scenario;
    const says = [...facts, ...reveals].map((each) => each.says);
    return [...answers, ...passes].filter((each) => !says.includes(each));
  });
  expect(unknown).toEqual([]);
});

test("questions in a rep's own words are answered with what answers them, more often than by the most words", async () => {
  const { split, baseline, fitted, inUse } = await evaluateQuestions();
  for (const half of [split?.dev, split?.heldOut]) {
    expect(half?.ours.answered).toBeGreaterThan(0.35);
    expect(half?.ours.wrong).toBeLessThan(0.2);
    expect(half?.ours.wrong).toBeLessThan(baseline.wrong);
  }
  for (const [sign, weight] of Object.entries(fitted))
    expect(Math.abs(inUse[sign as keyof typeof inUse] - weight), sign).toBeLessThan(0.5);
});

test("a file of one's own is taken, and refused with its line where it is wrong", async () => {
  const path = join(await mkdtemp(join(tmpdir(), "ringside-questions-")), "own.jsonl");
  const row = { lang: "en", scenario: "clinic-first-call", asks: "Who decides?", answers: ["x"] };
  await writeFile(path, `${JSON.stringify(row)}\n`);
  expect(await evaluateQuestions(path)).toMatchObject({ ours: { questions: 1, answered: 0 } });
  await writeFile(path, `${JSON.stringify(row)}\n{"lang":"fr"}\n`);
  await expect(evaluateQuestions(path)).rejects.toThrow(/line 2/);
});
