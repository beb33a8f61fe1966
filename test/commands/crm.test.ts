// `crm` on a REST CRM that a mapping file describes, in this process.
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { addCrm } from "../../src/commands/crm.ts";
import { checkCrmParts } from "../../src/commands/doctor/check-crm.ts";
import { readConfig } from "../../src/config.ts";
import { newWrite } from "../../src/core/pipeline/write-back/going-out/queue-writes.ts";
import { shippedMapping } from "../../src/crm/open-crm.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { type CrmServer, keep } from "../emulators/crm/faulty.ts";
import { startRest } from "../emulators/crm/rest.ts";
import { testNow } from "../helpers/people.ts";
import { newDataFolder } from "../helpers/records.ts";
import { createTestTerminal, typeIn } from "../helpers/terminal.ts";

let server: CrmServer;
let dataDir: string;
let mapping: string;

beforeEach(async () => {
  server = await startRest();
  dataDir = await newDataFolder();
  mapping = join(dataDir, "crm.yaml");
  const shipped = parse(await readFile(shippedMapping("fxiaoke"), "utf8"));
  const fields = { name: { to: "name", write: false }, amount: "ammount", nextStep: "next_step" };
  writeFileSync(
    mapping,
    stringify({
      crm: "fxiaoke",
      rest: { ...shipped.rest, baseUrl: server.url },
      records: { deal: { object: "Deals", create: true, fields } },
    }),
  );
  const values = { name: "Acme seats", amount: 5, next_step: "" };
  keep(server, "Deals", { id: "d1", values, changedAt: testNow });
});
afterEach(async () => {
  process.exitCode = undefined;
  await server.close();
});

const env = () => ({
  ...{ DATA_DIR: dataDir, CRM_MAPPING: mapping, CRM_REST_KEY: "k", CRM_REST_SECRET: "good" },
});

/** Runs `ringside crm …`; the last JSON object it printed. */
async function run(...args: string[]): Promise<unknown> {
  const { terminal, objects } = createTestTerminal(env());
  const program = new Command();
  addCrm(program, terminal);
  await typeIn(program, ["crm", ...args, "--json"]);
  return objects.at(-1);
}

it("checks a mapping: a field that is not there is named with the nearest that is", async () => {
  expect(await run("check")).toMatchObject({
    ok: false,
    crm: [{ name: "fxiaoke", misses: [{ field: "amount", code: "no_field", nearest: "amount" }] }],
  });
  expect(process.exitCode).toBe(1);
});

it("syncs first, then says field by field what would be written, and writes nothing", async () => {
  expect(await run("sync", "--first")).toMatchObject({
    crm: "fxiaoke",
    kinds: [{ kind: "deal", done: true, read: 1, created: 1 }],
  });
  const file = join(dataDir, "records.db");
  const records = await openRecords({ file, clock: () => testNow, newId: createNewId() });
  const [deal] = await records.read.deals.find({});
  const recordId = deal?.id ?? "";
  await records.write(async (unit) => {
    const fields = { nextStep: { from: null, to: "Call legal" } };
    const change = { fields, actorId: null };
    await unit.crmWrites.put(
      newWrite(unit, { connector: "fxiaoke", kind: "deal", recordId, change }),
    );
  });
  await records.close();
  expect(await run("dry-run")).toMatchObject({
    crm: [
      {
        ...{ crm: "fxiaoke", waiting: 1 },
        writes: [{ recordId, crmId: "d1", field: "nextStep", to: "next_step", decision: "write" }],
        misses: [{ field: "amount" }],
      },
    ],
  });
  expect(server.objects.get("Deals")?.get("d1")?.values.next_step).toBe("");
});

it("has a line at the doctor's: off, on, or what is wrong", async () => {
  expect(await checkCrmParts(readConfig(env()))).toMatchObject([
    { part: "crm fxiaoke", state: "ok" },
  ]);
  expect(await checkCrmParts(readConfig({ DATA_DIR: dataDir }))).toMatchObject([{ state: "off" }]);
  const broken = readConfig({ DATA_DIR: dataDir, CRM_MAPPING: "/nowhere.yaml" });
  expect(await checkCrmParts(broken)).toMatchObject([{ state: "broken" }]);
});
