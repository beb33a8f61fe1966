import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Refused } from "../../../src/core/errors.ts";
import type { ImportCommand } from "../../../src/core/importing/model.ts";
import { aPerson } from "../../helpers/people.ts";
import { openWorld, type World } from "./importing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function refusal(from: string, kind?: ImportCommand, mapping?: string): Promise<Refused> {
  const more = { ...(kind ? { kind } : {}), ...(mapping ? { mapping } : {}) };
  const error = await world.load(from, more).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  return error as Refused;
}

const zip = [0x50, 0x4b, 3, 4, 20, 0, 6, 0];

describe("an import refuses, with what to do,", () => {
  it.each<[string, string, string | number[], ImportCommand | undefined]>([
    ["file_empty", "empty.csv", "", undefined],
    ["file_empty", "blank.csv", "\n \n", undefined],
    ["no_rows", "leads.csv", "Name,Email,Company\n", "leads"],
    [
      "not_csv",
      "story.txt",
      "Once upon a time there was a lead.\nIt was never called back at all.\n",
      "leads",
    ],
    ["quote_open", "accounts.csv", 'Company,Industry\nA,b\nB,"never closed\nC,d\n', "accounts"],
    [
      "is_excel",
      "book.xlsx",
      [...zip, ...Buffer.from("..[Content_Types].xml..xl/workbook.xml")],
      "leads",
    ],
    ["is_excel", "old.xls", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], "leads"],
    ["is_zip", "archive.zip", [...zip, ...Buffer.from("leads.csv")], "leads"],
    ["is_pdf", "report.pdf", [...Buffer.from("%PDF-1.7\n")], "leads"],
    ["is_gzip", "leads.csv.gz", [0x1f, 0x8b, 8, 0], "leads"],
    ["is_binary", "photo.csv", [1, 2, 0, 4, 5, 0], "leads"],
    [
      "encoding_unknown",
      "odd.csv",
      [...Buffer.from("Name,Email\n"), 0x81, 0xff, 0xff, 0x81, 10],
      "leads",
    ],
    [
      "wrong_kind",
      "sheet.csv",
      "Stage,Amount,Opportunity Name,Account Name\nWon,5,x,y\n",
      "people",
    ],
    ["kind_unknown", "things.csv", "Colour,Weight\nred,5\n", undefined],
    ["folder_expected", "deals.csv", "Deal Name,Amount\nx,5\n", "crm"],
    ["bad_json", "cut.json", '[{"name":"A"},{"name":"B"', "accounts"],
    ["bad_json", "one.json", '{\n "name": "A"\n}\n', "accounts"],
  ])("%s: %s", async (code, name, content, kind) => {
    const path = world.file(name, typeof content === "string" ? content : Buffer.from(content));
    const refused = await refusal(path, kind);
    expect(refused.code).toBe(code);
    expect(refused.message).toMatch(/^[^\n]{20,300}\.$/);
  });

  it("what is not there, and a folder where a file is expected", async () => {
    expect((await refusal(join(world.folder, "none.csv"))).code).toBe("file_missing");
    const folder = join(world.folder, "some-folder");
    mkdirSync(folder, { recursive: true });
    expect((await refusal(folder, "leads")).code).toBe("is_directory");
    expect((await refusal(folder, "crm")).code).toBe("no_known_files");
  });

  it("a mapping that is wrong, with its line and column", async () => {
    const file = world.file("deals.csv", "Deal Name,Amount\nx,5\n");
    const mapping = (yaml: string) => world.file("mapping.yaml", yaml);
    const unknown = mapping("files:\n  - kind: deals\n    columns:\n      Amount: amout\n");
    const misspelt = await refusal(file, "deals", unknown);
    expect(misspelt.message).toContain("mapping.yaml:4:15: ");
    expect(misspelt.message).toContain('"amout" is no field of deals: use one of id, name');
    const syntax = await refusal(file, "deals", mapping("files: [\n"));
    expect(syntax.message).toContain("mapping.yaml:");
    const absent = mapping("files:\n  - kind: deals\n    columns: { Name: name }\n");
    const missing = await refusal(file, "deals", absent);
    expect(missing.message).toContain('a column "Name"');
    expect(missing.code).toBe("mapping_column_missing");
    expect((await refusal(file, "deals", "nowhere.yaml")).code).toBe("mapping_missing");
  });

  it("a file of a known set under the name of another kind", async () => {
    const header =
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value";
    const path = world.file("pipeline.csv", `${header}\n1,a,b,c,Won,2017-01-01,2017-02-01,5\n`);
    expect((await refusal(path, "products")).message).toContain("import deals");
  });

  it("somebody who may not import, and a person's no", async () => {
    const path = world.file("deals.csv", "Deal Name,Amount\nx,5\n");
    const rep = world.load(path, { by: { kind: "person", person: aPerson("per_rep") } });
    await expect(rep).rejects.toMatchObject({ code: "forbidden" });
    const before = await world.sizes();
    const no = world.load(path, { confirm: async () => false });
    await expect(no).rejects.toMatchObject({ code: "import_cancelled" });
    expect(await world.sizes()).toEqual(before);
  });
});
