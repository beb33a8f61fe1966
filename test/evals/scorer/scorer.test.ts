import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "../../../src/core/errors.ts";
import { parseCases } from "../../../src/evals/json-lines.ts";
import { agreeWithLabels } from "../../../src/evals/scorer/agreement.ts";
import { dialogueLine, outcomeOf } from "../../../src/evals/scorer/dialogues.ts";
import { evaluateScorer } from "../../../src/evals/scorer/evaluate.ts";
import { ourLabel } from "../../../src/evals/scorer/labels.ts";
import { halfOf, persuasionFolder, readPersuasion } from "../../../src/evals/scorer/persuasion.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "scorer-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function evaluate(dialogues: unknown[]) {
  const data = join(folder, "dialogues.jsonl");
  await writeFile(data, dialogues.map((each) => JSON.stringify(each)).join("\n"));
  return evaluateScorer({ data });
}

const good = {
  id: "good",
  lang: "en",
  vertical: "medical",
  turns: [
    { who: "customer", text: "It's too expensive.", labels: ["objection:price"] },
    { who: "rep", text: "Fair. What do you pay per case today?", labels: ["empathy", "question"] },
    { who: "customer", text: "Good question. About thirty." },
    { who: "rep", text: "Shall I send the sum in writing by Thursday?", labels: "next step" },
    { who: "customer", text: "Yes, that works." },
  ],
  outcome: "won",
};
const bad = {
  id: "bad",
  lang: "zh",
  vertical: "finance",
  turns: [
    { who: "customer", text: "太贵了。" },
    { who: "rep", text: "这产品保本保收益，您放心。" },
    { who: "customer", text: "算了，别打了。" },
  ],
  outcome: "lost",
};

describe("eval scorer", () => {
  it("scores each dialogue, with its breaches and the customer's sentiments", async () => {
    const { dialogues } = await evaluate([good, bad, { ...good, id: "third", outcome: 0.5 }]);
    expect(dialogues.map(({ id }) => id)).toEqual(["good", "bad", "third"]);
    expect(dialogues[0]?.score).toBeGreaterThan(dialogues[1]?.score ?? 1);
    expect(dialogues[1]?.breaches).toEqual([1]);
    expect(dialogues[0]?.customerSentiment).toHaveLength(3);
  });

  it("measures agreement: the same twice, with the outcome, and by label against plain words", async () => {
    const { agreement } = await evaluate([good, bad, { ...good, id: "third", outcome: 0.5 }]);
    expect(agreement.testRetest).toEqual({ identical: true, dialogues: 3 });
    expect(agreement.outcome?.score.value).toBeGreaterThan(0);
    expect(agreement.labels["rep.question"]).toMatchObject({ recall: 1, support: 2 });
    expect(agreement.labels["customer.discount_demand"]).toMatchObject({ f1: 1 });
    expect(agreement.labels["rep.close"]?.baseline).toBeDefined();
  });

  it("measures no outcome where there is none", async () => {
    const { agreement } = await evaluate([{ id: "x", turns: [] }]);
    expect(agreement.outcome).toBeNull();
    expect(agreement.macroF1).toBeNull();
  });

  it("says which line is wrong", () => {
    const parse = (text: string) => parseCases(text, { ...dialogueLine, name: "a.jsonl" });
    expect(() => parse('{"id":"a","turns":[]}\n{"id":"b"}')).toThrow(/a.jsonl, line 2: turns/);
    expect(() => parse("nonsense")).toThrow(Refused);
  });

  it("refuses a file that is not there", async () => {
    await expect(evaluateScorer({ data: join(folder, "none") })).rejects.toThrow(Refused);
  });
});

describe("labels", () => {
  it("are found by other people's names for them", () => {
    expect(ourLabel("rep", "logical-appeal")).toBe("rep.value");
    expect(ourLabel("customer", "Objection: price")).toBe("customer.discount_demand");
    expect(ourLabel("rep", "needs_discovery")).toBe("rep.question");
    expect(ourLabel("rep", "no such label")).toBeUndefined();
  });

  it("that mean nothing here are named, not dropped in silence", () => {
    const turns = [{ who: "rep" as const, text: "Hm.", labels: ["mystery"] }];
    expect(agreeWithLabels([{ id: "x", turns }]).unmapped).toEqual(["rep.mystery"]);
  });
});

describe("outcomes", () => {
  it("are numbers, yes or no, or words", () => {
    const of = (outcome: unknown) => outcomeOf({ id: "x", turns: [], outcome } as never);
    expect([
      of(3.5),
      of(true),
      of("Won"),
      of("lost"),
      of("0.25"),
      of("失败"),
      of(null),
      of("?"),
    ]).toEqual([3.5, 1, 1, 0, 0.25, 0, undefined, undefined]);
  });
});

describe.skipIf(!existsSync(persuasionFolder))(
  "PersuasionForGood (skipped where ../shared/data/persuasion is absent)",
  () => {
    it("becomes dialogues with the donation as outcome and labels on 300", async () => {
      const dialogues = await readPersuasion(persuasionFolder);
      expect(dialogues).toHaveLength(1017);
      const labelled = dialogues.filter(({ turns }) => turns.some(({ labels }) => labels?.length));
      expect(labelled).toHaveLength(300);
      expect(dialogues.every(({ outcome }) => typeof outcome === "number")).toBe(true);
    });

    it("falls into two halves of about the same size, by its ids alone", async () => {
      const dialogues = await readPersuasion(persuasionFolder);
      const tuned = dialogues.filter(({ id }) => halfOf(id) === "tuned").length;
      expect(Math.abs(tuned / dialogues.length - 0.5)).toBeLessThan(0.05);
    });

    it("shows our labels ahead of plain words on the half nothing was tuned on", async () => {
      const dialogues = await readPersuasion(persuasionFolder);
      const held = dialogues.filter(({ id }) => halfOf(id) === "held-out");
      const { macroF1 } = agreeWithLabels(held);
      expect(macroF1?.ours).toBeGreaterThan((macroF1?.baseline ?? 1) + 0.08);
    });
  },
);
