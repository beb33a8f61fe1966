// The cases are well formed, and the reader keeps what it reached on those it was developed on.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluateUpdates, scoreSplit } from "../../../src/evals/updates/evaluate.ts";

const line = {
  id: "one",
  text: "Acme quote sent, 80k",
  lang: "en",
  now: "2026-03-10T15:00:00Z",
  timeZone: "America/New_York",
  deals: [{ id: "d1", account: "Acme", stage: "qualified" }],
  expected: { dealId: "d1", stage: "proposal", amount: 90_000, risk: true },
};

async function write(...lines: string[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "updates-")), "cases.jsonl");
  await writeFile(path, lines.join("\n"));
  return path;
}

describe("eval updates", () => {
  it("counts a wrong value against precision and recall, a missing one against recall", async () => {
    const report = await evaluateUpdates(await write(JSON.stringify(line)));
    expect(report).toMatchObject({ cases: 1, precision: 0.667, recall: 0.5 });
    expect(report.byField.amount).toMatchObject({ precision: 0, recall: 0 });
    expect(report.byLang.en).toMatchObject({ said: 3, expected: 4 });
    expect(report.misses).toEqual([
      { id: "one", field: "amount", text: line.text, expected: 90_000, got: 80_000 },
      { id: "one", field: "risk", text: line.text, expected: true },
    ]);
  });

  it("refuses a line that is no case, by its number", async () => {
    const path = await write(JSON.stringify(line), "{oops");
    await expect(evaluateUpdates(path)).rejects.toThrow(/line 2/);
  });

  it("keeps the shipped development cases at 0.97 both ways", async () => {
    const { precision, recall } = await scoreSplit("dev");
    expect(precision).toBeGreaterThan(0.97);
    expect(recall).toBeGreaterThan(0.97);
  });

  it("keeps both halves apart and shows no held-out misses", async () => {
    const { split, misses, cases } = await evaluateUpdates();
    expect(split?.dev.cases).toBeGreaterThanOrEqual(150);
    expect(cases).toBe((split?.dev.cases ?? 0) + (split?.heldOut.cases ?? 0));
    expect(misses.every(({ id }) => id.startsWith("dev-"))).toBe(true);
  });
});
