// The cases are well formed, and the reader keeps what it reached on those it was developed on.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compareWithModel } from "../../../src/evals/updates/compare-model.ts";
import { evaluateUpdates, type UpdatesReport } from "../../../src/evals/updates/evaluate.ts";
import { toConnectModel } from "../../../src/model/connect-model.ts";
import * as model from "../../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../../emulators/model/endpoint.ts";

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

let report: Promise<UpdatesReport> | undefined;
/** The shipped cases, read once. */
function shipped(): Promise<UpdatesReport> {
  report ??= evaluateUpdates();
  return report;
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

  it("reads what other programs write: a mark, CRLF, numbers for ids, nulls, times of the rep's own zone", async () => {
    const other = {
      ...{ ...line, id: 7, lang: undefined, text: "call Acme tomorrow", source: "elsewhere" },
      ...{ now: "2026-03-11T23:30:00", timeZone: "Asia/Shanghai" },
      deals: [{ id: 1, account: "Acme", contact: null, stage: "qualified" }],
      expected: {
        dealId: 1,
        nextStep: "call",
        nextStepDate: "2026-03-12",
        amount: null,
        note: "x",
      },
    };
    const path = await write(`\uFEFF${JSON.stringify(other)}\r`, "\r", "");
    const report = await evaluateUpdates(path);
    expect(report).toMatchObject({ cases: 1, precision: 1, recall: 1, misses: [] });
    expect(Object.keys(report.byLang)).toEqual(["en"]);
  });

  it("says what is wrong with a time or a zone", async () => {
    const bad = (more: object) => write(JSON.stringify({ ...line, ...more }));
    await expect(evaluateUpdates(await bad({ now: "soon" }))).rejects.toThrow(
      /now: "soon" is no time/,
    );
    await expect(evaluateUpdates(await bad({ timeZone: "Mars/Base" }))).rejects.toThrow(
      /timeZone: no such time zone/,
    );
  });

  it("keeps the shipped development cases at 0.97 both ways", async () => {
    const { split } = await shipped();
    expect(split?.dev.precision).toBeGreaterThan(0.97);
    expect(split?.dev.recall).toBeGreaterThan(0.97);
  });

  it("keeps the parts apart and shows no held-out misses", async () => {
    const { split, misses, cases, severalDeals } = await shipped();
    expect(split?.dev.cases).toBeGreaterThanOrEqual(150);
    const parts = Object.values(split ?? {}).map((part) => part.cases);
    expect(cases).toBe(parts.reduce((sum, each) => sum + each, 0));
    const ids = [...misses, ...(severalDeals?.misses ?? [])].map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith("ho-"))).toEqual([]);
  });

  it("keeps every part at a precision of 0.95 and a recall of 0.9", async () => {
    const { split, severalDeals } = await shipped();
    for (const { byLang } of Object.values(split ?? {})) {
      for (const { precision, recall } of Object.values(byLang)) {
        expect(precision).toBeGreaterThanOrEqual(0.95);
        expect(recall).toBeGreaterThanOrEqual(0.9);
      }
    }
    expect(severalDeals?.dev.split).toMatchObject({ precision: 1, recall: 1 });
    expect(severalDeals?.heldOut.split.precision).toBe(1);
  });
});

describe("eval updates --model", () => {
  let endpoint: ModelEndpoint;
  beforeEach(async () => {
    endpoint = await startModelEndpoint();
  });
  afterEach(() => endpoint.close());
  const compare = async (...lines: object[]) => {
    const options = { baseUrl: endpoint.url, model: "small-model", timeoutMs: 500, maxRetries: 0 };
    const { readAlong } = toConnectModel(options)({});
    return compareWithModel(readAlong, await write(...lines.map((each) => JSON.stringify(each))));
  };

  it("sets the model beside the reader, field by field", async () => {
    const facts = [
      { field: "stage", value: "proposal", quote: "quote sent" },
      { field: "amount", value: 90_000, quote: "80k" },
      { field: "risk", value: true, quote: "Acme" },
      { field: "currency", value: "USD", quote: "dollars" },
    ];
    endpoint.does(model.writes(JSON.stringify({ deal: 1, facts })));
    const report = await compare(line);
    expect(report).toMatchObject({
      ...{ model: { model: "small-model" }, cases: 1, failures: {} },
      reader: { precision: 0.5, recall: 0.333 },
      reads: { precision: 1, recall: 1, said: 3 },
      bothSay: { precision: 1, recall: 0.333 },
      agreement: { agreed: 1, differs: 1, onlyReader: 0, onlyModel: 1 },
    });
    expect(report.byField.amount).toMatchObject({ differs: 1, reads: { precision: 1 } });
  });

  it("counts what gave no reading, and leaves it out of both", async () => {
    endpoint.does(model.fails(500));
    const report = await compare(line, { ...line, id: "two" });
    expect(report.failures).toEqual({ error: 2 });
    expect(report.reader.expected).toBe(0);
  });
});
