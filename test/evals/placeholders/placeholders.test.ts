// The cases are well formed, and the detector keeps what it reached.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluatePlaceholders } from "../../../src/evals/placeholders/evaluate.ts";

async function write(...lines: string[]): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "placeholders-")), "cases.jsonl");
  await writeFile(path, lines.join("\n"));
  return path;
}

const line = (id: string, value: string, expected: boolean) =>
  JSON.stringify({ id, field: "company", value, lang: "en", expected });

describe("eval placeholders", () => {
  it("counts what was said wrongly against precision, and what was missed against recall", async () => {
    const path = await write(
      line("a", "tbd", true),
      line("b", "tbd", false),
      line("c", "Bosch", true),
    );
    const report = await evaluatePlaceholders(path);
    expect(report).toMatchObject({ cases: 3, precision: 0.5, recall: 0.5, said: 2, expected: 2 });
    expect(report.misses.map(({ id }) => id)).toEqual(["b", "c"]);
  });

  it("refuses a line that is no case, by its number", async () => {
    const path = await write(line("a", "tbd", true), "{oops");
    await expect(evaluatePlaceholders(path)).rejects.toThrow(/line 2/);
  });

  it("keeps both halves apart, shows no held-out misses, and keeps the development cases", async () => {
    const { split, misses } = await evaluatePlaceholders();
    expect(split?.dev.byLang.en?.expected).toBeGreaterThanOrEqual(60);
    expect(split?.dev.byLang.zh?.expected).toBeGreaterThanOrEqual(60);
    expect(split?.dev.precision).toBe(1);
    expect(split?.dev.recall).toBeGreaterThan(0.99);
    expect(misses.every(({ id }) => id.startsWith("dev-"))).toBe(true);
  });
});
