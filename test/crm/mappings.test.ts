// What ships parses, and what is wrong in a file is told with its line.
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openCrm, shippedMapping } from "../../src/crm/open-crm.ts";
import { readMapping } from "../../src/crm/read-mapping.ts";

const folder = join(shippedMapping("hubspot"), "..");
const keys = { mappings: [], rest: { key: "k", secret: "s" } };

it.each(readdirSync(folder))("ships %s whole", async (name) => {
  const { mapping, rest } = await readMapping(join(folder, name));
  expect(Object.keys(mapping.records).length).toBeGreaterThan(0);
  expect(rest !== undefined).toBe(!["hubspot", "salesforce", "bitable"].includes(mapping.crm));
});

it("connects what has its keys, and says which are missing", async () => {
  const on = await openCrm({ ...keys, hubspotToken: "pat-x" }, Date.now);
  expect(on.map(({ name }) => name)).toEqual(["hubspot"]);
  const missing = openCrm({ ...keys, mappings: [shippedMapping("salesforce")] }, Date.now);
  await expect(missing).rejects.toThrow("SALESFORCE_URL");
});

it("tells every mistake with its line", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "crm-")), "m.yaml");
  writeFileSync(
    file,
    "crm: hubspot\nrecords:\n  deal:\n    object: deals\n    fields:\n      amont: amount\n",
  );
  await expect(readMapping(file)).rejects.toThrow(`${file}:6`);
});

it("keeps the same files for every connector", () => {
  const source = new URL("../../src/crm/", import.meta.url).pathname;
  for (const name of ["hubspot", "salesforce", "bitable", "rest"]) {
    expect(readdirSync(join(source, name))).toEqual(
      expect.arrayContaining(["connector.ts", "failure.ts"]),
    );
  }
});
