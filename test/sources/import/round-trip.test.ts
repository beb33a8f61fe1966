import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Mapping } from "../../../src/core/importing/mapping.ts";
import { openWorld, toCsv, type World } from "./importing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

// What is trimmed, left out or means "not known" is told elsewhere; here it is about getting through unchanged.
const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((value) => value.replaceAll("\u0000", "").replaceAll("\ufeff", "").trim())
  .filter((value) => value !== "" && !value.startsWith("#") && value.isWellFormed());
const row = fc.record({
  name: text,
  industry: fc.option(text, { nil: null }),
  employees: fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: null }),
  foundedYear: fc.option(fc.integer({ min: 1000, max: 2200 }), { nil: null }),
});
const delimiter = fc.constantFrom(",", ";", "\t");
const encoding = fc.constantFrom("utf8", "utf16le");

it("stores what rows say, however they are written down", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 20 }),
      delimiter,
      encoding,
      async (rows, sign, charset) => {
        run += 1;
        const ids = rows.map((_, index) => `R${run}-${index}`);
        const cells = rows.map((each, index) => [
          ...[ids[index] ?? "", each.name, each.industry ?? ""],
          ...[each.employees, each.foundedYear].map((value) =>
            value === null ? "" : String(value),
          ),
        ]);
        const csv = toCsv([["Id", "Name", "Sector", "Staff", "Founded"], ...cells], sign);
        const path = world.file(`accounts-${run}.csv`, Buffer.from(`\ufeff${csv}`, charset));
        const report = await world.load(path, { kind: "accounts", mapping });
        expect(report).toMatchObject({
          counts: { accounts: rows.length },
          rejected: 0,
          warnings: [],
        });
        expect(await stored(ids)).toEqual(rows);
      },
    ),
    { numRuns: 30 },
  );
});

const mapping: Mapping = {
  name: "round_trip",
  files: [
    {
      kind: "accounts",
      columns: {
        Id: [{ field: "id" }],
        Name: [{ field: "name" }],
        Sector: [{ field: "industry" }],
        Staff: [{ field: "employees" }],
        Founded: [{ field: "foundedYear" }],
      },
    },
  ],
};

async function stored(ids: string[]) {
  const { read } = world.records;
  const links = await read.externalIds.find({ source: "import:round_trip", externalId: ids });
  const recordOf = new Map(links.map(({ externalId, recordId }) => [externalId, recordId]));
  const accounts = await Promise.all(ids.map((id) => read.accounts.get(recordOf.get(id) ?? "")));
  return accounts.map((account) => ({
    name: account?.name,
    industry: account?.industry,
    employees: account?.employees,
    foundedYear: account?.foundedYear,
  }));
}
