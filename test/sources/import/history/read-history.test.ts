import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBacktest } from "../../../../src/commands/measure/backtest/report.ts";
import { readHistory } from "../../../../src/sources/import/history/read-history.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "history-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const header =
  "Deal ID,Salesperson,Customer,Industry,Lead Source,Created Date,Closed Date,Result,Amount";
const row = (at: number, { result = at % 3 === 0 ? "Closed Won" : "Closed Lost" } = {}) => {
  const day = String(1 + (at % 28)).padStart(2, "0");
  const month = String(1 + Math.floor(at / 40)).padStart(2, "0");
  return `D${at},${["Ana", "Ben", "Cem"][at % 3]},C${at % 50},Steel,Web,2024-${month}-${day},2024-${month}-28,${result},${at}`;
};
const deals = (count: number, options = {}) =>
  [header, ...Array.from({ length: count }, (_, at) => row(at, options))].join("\n");

describe("a history to back-test on", () => {
  it("is read from columns of another system, guessed", async () => {
    const { cases, kind, mapping } = await readHistory({
      from: await write("deals.csv", deals(60)),
    });
    expect(kind).toBe("deals");
    expect(mapping).toBeNull();
    expect(cases[0]).toMatchObject({
      repId: "ana",
      won: true,
      at: Date.UTC(2024, 0, 1),
      closedAt: Date.UTC(2024, 0, 28),
    });
  });

  it("leaves out what was known only at the end, such as the amount", async () => {
    const { cases } = await readHistory({ from: await write("amounts.csv", deals(60)) });
    expect(Object.keys(cases[0]?.numbers ?? {})).toEqual([]);
    expect(Object.keys(cases[0]?.labels ?? {})).not.toContain("amount");
  });

  it("is read with a mapping, in words of its own", async () => {
    const data = await write(
      "x.csv",
      "顾问,进线,结局,渠道\n王,2024-01-02,签了,官网\n李,2024-01-03,没签,展会\n",
    );
    const mapping = await write(
      "x.yaml",
      "name: x\nfiles:\n  - kind: leads\n    columns:\n      顾问: owner\n      进线: createdAt\n      渠道: source\n      结局: { field: outcome, values: { 签了: won, 没签: lost } }\n",
    );
    const { cases } = await readHistory({ from: data, mapping });
    expect(cases.map(({ repId, won, labels }) => ({ repId, won, labels }))).toEqual([
      { repId: "王", won: true, labels: { source: "官网" } },
      { repId: "李", won: false, labels: { source: "展会" } },
    ]);
  });

  it.each([
    [
      "no_outcomes",
      "Deal ID,Salesperson,Created Date,Stage\nD1,Ana,2024-01-01,Proposal\nD2,Ben,2024-01-02,Proposal\n",
    ],
    ["no_dates", "Deal ID,Salesperson,Stage\nD1,Ana,Won\nD2,Ben,Lost\n"],
    ["no_reps", "Deal ID,Customer,Created Date,Stage\nD1,A,2024-01-01,Won\nD2,B,2024-01-02,Lost\n"],
  ])("is refused in a sentence that says what to do: %s", async (code, text) => {
    const from = await write(`${code}-deals.csv`, text);
    await expect(readHistory({ from })).rejects.toMatchObject({
      code,
      message: expect.stringContaining("--mapping"),
    });
  });

  it("is refused where the file holds something else", async () => {
    const from = await write("products.csv", "Product,Price\nA,1\nB,2\n");
    await expect(readHistory({ from })).rejects.toMatchObject({ code: "no_history" });
  });

  it("gives a verdict with its reason where there is too little", async () => {
    const { verdict, models } = await runBacktest({
      from: await write("few-deals.csv", deals(20)),
    });
    expect(verdict).toMatchObject({ code: "no_evidence", reason: "too_few" });
    expect(verdict.text).toContain("200");
    expect(models).toBeNull();
  });

  it("gives a verdict with its reason where everything was won", async () => {
    const from = await write("won-deals.csv", deals(300, { result: "Won" }));
    const { verdict } = await runBacktest({ from });
    expect(verdict).toMatchObject({ code: "no_evidence", reason: "one_outcome" });
  });
});
