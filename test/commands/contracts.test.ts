import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { addContracts } from "../../src/commands/contracts.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { amountSource } from "../core/pipeline/contracts/contracts.ts";
import { testNow } from "../helpers/people.ts";
import { newDataFolder, newFolder } from "../helpers/records.ts";
import { createTestTerminal, typeIn } from "../helpers/terminal.ts";

afterEach(() => {
  process.exitCode = undefined;
});

/** Runs `ringside contracts …` in this process. */
async function run(args: string[], dataDir = "/nowhere/data") {
  const { terminal, lines, objects } = createTestTerminal({ DATA_DIR: dataDir });
  const program = new Command();
  addContracts(program, terminal);
  await typeIn(program, ["contracts", ...args]);
  return { lines, objects, code: process.exitCode };
}

describe("contracts check", () => {
  it("finds nothing wrong with the twelve that ship", async () => {
    const { lines, code } = await run(["check"]);
    expect([lines.length, lines.at(-1), code]).toEqual([13, "No problems.", undefined]);
  });

  it("says where a contract contradicts itself, and ends with 1", async () => {
    const file = join(newFolder(), "amount.yaml");
    writeFileSync(file, stringify({ ...amountSource, precedence: ["rep > crm > rep"] }));
    const { objects, code } = await run(["check", file, "--json"]);
    const fix = "take one of its orders out";
    expect(objects).toMatchObject([{ ok: false, problems: [{ file, column: 3, fix }] }]);
    expect(code).toBe(1);
  });
});

describe("contracts export", () => {
  it("prints what is in force, versions included, as YAML and as JSON", async () => {
    const dataDir = await newDataFolder();
    const file = join(dataDir, "records.db");
    const records = await openRecords({ file, clock: () => testNow, newId: createNewId() });
    const version = { id: "ctv_1", field: "deal.amount", number: 1, body: amountSource };
    const by = { authorId: null, reason: "Ours", publishedAt: testNow };
    await records.write((unit) => unit.contractVersions.put({ ...version, ...by }));
    await records.close();
    const { objects } = await run(["export", "--format", "odcs", "--json"], dataDir);
    expect(objects).toMatchObject([{ apiVersion: "v3.0.1", version: "1.1.0" }]);
    expect(JSON.stringify(objects)).toContain('"maximum":1000000');
    const { lines } = await run(["export"], dataDir);
    expect(parse(lines.join("\n"))).toEqual(objects[0]);
  });

  it("needs no data folder", async () => {
    expect((await run(["export", "--json"])).objects).toMatchObject([{ version: "1.0.0" }]);
  });
});

describe("contracts drift", () => {
  it("counts by field, source and kind, and shows the latest", async () => {
    const dataDir = await newDataFolder();
    expect((await run(["drift"], dataDir)).lines).toEqual(["Drift: 0."]);
    const file = join(dataDir, "records.db");
    const records = await openRecords({ file, clock: () => testNow, newId: createNewId() });
    const drift = {
      ...{ kind: "deal", field: "amount", contract: "deal.amount", code: "outranked" as const },
      ...{ value: 5, standing: 9, source: "crm:salesforce", standingSource: "chat", batchId: null },
    };
    await records.write((unit) =>
      unit.drifts.put(
        { ...drift, id: "one", recordId: "dea_1", at: testNow },
        { ...drift, id: "two", recordId: "dea_2", at: testNow + 1_000 },
      ),
    );
    await records.close();
    const { objects } = await run(["drift", "--json"], dataDir);
    const group = {
      contract: "deal.amount",
      source: "crm:salesforce",
      code: "outranked",
      count: 2,
    };
    const last = "2026-11-23T09:00:01.000Z";
    expect(objects).toMatchObject([
      { total: 2, groups: [{ ...group, last }], latest: [{ recordId: "dea_2", at: last }, {}] },
    ]);
  });
});
