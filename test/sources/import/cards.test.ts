import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { doneCard } from "../../../src/core/importing/done-card.ts";
import { previewCard, toMappingEdit } from "../../../src/core/importing/preview-card.ts";
import { progressCard } from "../../../src/core/importing/progress-card.ts";
import type { Language } from "../../../src/core/model.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { readingOf } from "../../../src/core/text/format.ts";
import { previewImport } from "../../../src/sources/import/import-data.ts";
import { openWorld, type World } from "./importing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const card = (language: Language) => ({
  name: "leads.csv",
  batchId: "bat_1",
  reading: readingOf({ language, timeZone: "UTC" }),
  ref: (action: string, { batchId }: { batchId: string }) => `${action}:${batchId}`,
});
const content = "Name,Company,Colour\nAnn,Acme,red\n,,blue\n";
const look = () =>
  previewImport({ store: world.records, by: operator, from: world.file("leads.csv", content) });

describe.each(["en", "zh"] as const)("the cards of an import in %s", (language) => {
  it("show the columns as a form, rows, and two buttons", async () => {
    const shown = previewCard(await look(), card(language));
    expect(shown.key).toBe("import:bat_1");
    const form = shown.blocks.find(({ t }) => t === "form");
    if (form?.t !== "form") throw new Error("there is no form");
    expect(form.fields.map((field) => [field.label, field.value])).toEqual([
      ["Name", "name"],
      ["Company", "account"],
      ["Colour", "-"],
    ]);
    expect([form.submit.ref, form.cancel?.ref]).toEqual([
      "import.confirm:bat_1",
      "import.cancel:bat_1",
    ]);
    const table = shown.blocks.find(({ t }) => t === "table");
    expect(table).toMatchObject({ rows: [{ length: 3 }, { length: 3 }] });
    expect(shown.summary).not.toMatch(/Ann|Acme/);
  });

  it("say how far it is, and what came of it", async () => {
    const { ref: _, ...rest } = card(language);
    const progress = { file: "leads.csv", kind: "leads", done: 1, total: 2 } as const;
    expect(progressCard(progress, rest).blocks).toMatchObject([{ t: "progress", ratio: 0.5 }]);
    const report = await world.load(world.file("leads.csv", content));
    const done = doneCard(report, rest);
    expect(done.key).toBe("import:bat_1");
    expect(done.tone).toBe("warn");
    const text = JSON.stringify(done.blocks);
    expect(text).toContain('"3"');
    expect(text).toContain(language === "en" ? "It lacks" : "缺少");
    expect(text).not.toContain("undefined");
  });
});

describe("the form of a preview", () => {
  it("comes back as what a person changed, and nothing else", async () => {
    const preview = await look();
    const values = { column0: "name", column1: "-", column2: "need", other: "x" };
    expect(toMappingEdit(preview, values)).toEqual([
      { file: "leads.csv", columns: { Company: null, Colour: "need" } },
    ]);
  });
});
