import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGate } from "../../../src/core/gate/gate.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { openWorld, toCsv, type World } from "./importing.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const header = ["Lead ID", "Name", "Company", "Email", "Status", "Notes"];
const lead = (id: string, notes: string) => [
  ...[id, `Ann ${id}`, "Acme", `ann${id}@acme.example`, "Open", notes],
];

describe("importing the same again", () => {
  it("changes nothing, with ids and without", async () => {
    const withIds = world.file("leads.csv", toCsv([header, lead("1", "a"), lead("2", "b")]));
    const without = toCsv([header.slice(1), lead("", "a").slice(1), lead("", "a").slice(1)]);
    const plain = world.file("more-leads.csv", without);
    const first = [await world.load(withIds), await world.load(plain)];
    const [before, leads] = [await world.sizes(), await world.records.read.leads.find({})];
    const again = [await world.load(withIds), await world.load(plain)];
    expect(await world.sizes()).toEqual(before);
    expect(await world.records.read.leads.find({})).toEqual(leads);
    expect(again.map(({ counts }) => counts)).toEqual(first.map(({ counts }) => counts));
    expect(again.map(({ counts }) => counts)).toEqual([{ leads: 2 }, { leads: 2 }]);
  });

  it("updates the record of an edited row, and only the field that was edited", async () => {
    await world.load(world.file("leads.csv", toCsv([header, lead("1", "a"), lead("2", "b")])));
    const values = await world.records.read.fieldValues.count({});
    await world.load(world.file("leads.csv", toCsv([header, lead("1", "new"), lead("2", "b")])));
    const leads = await world.records.read.leads.find({});
    expect(leads.map(({ need }) => need)).toEqual(["new", "b"]);
    expect(await world.records.read.fieldValues.count({})).toBe(values + 1);
  });

  it("knows an edited account by its name, and an edited colleague by the e-mail", async () => {
    await world.load(world.file("accounts.csv", "Company,Industry\nAcme,retail\n"));
    await world.load(world.file("accounts.csv", "Company,Industry\nACME,finance\n"));
    expect(await world.records.read.accounts.find({})).toMatchObject([{ industry: "finance" }]);
    await world.load(world.file("people.csv", "Name,Email,Team\nAna,ana@a.example,East\n"));
    await world.load(world.file("people.csv", "Name,Email,Team\nAna Lee,ana@a.example,East\n"));
    expect(await world.records.read.people.find({})).toMatchObject([{ name: "Ana Lee" }]);
  });

  it("keeps what somebody changed here until the source says something new", async () => {
    const path = world.file("leads.csv", toCsv([header, lead("1", "a")]));
    await world.load(path);
    const [stored] = await world.records.read.leads.find({});
    const id = stored?.id ?? "";
    await world.records.write((unit) =>
      createGate().apply(unit, {
        by: operator,
        via: "chat",
        source: "chat",
        changes: [{ kind: "lead", id, set: { need: "said in chat" } }],
      }),
    );
    await world.load(path);
    expect((await world.records.read.leads.get(id))?.need).toBe("said in chat");
    await world.load(world.file("leads.csv", toCsv([header, lead("1", "b")])));
    expect((await world.records.read.leads.get(id))?.need).toBe("b");
  });

  it("resumes after a failure in the middle, and ends where an undisturbed import ends", async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => lead(String(index), "x"));
    const path = world.file("leads.csv", toCsv([header, ...rows]));
    let batches = 0;
    const onBatch = () => {
      batches += 1;
      if (batches === 2) throw new Error("the power went");
    };
    await expect(world.load(path, { onBatch })).rejects.toThrow("the power went");
    expect(await world.records.read.leads.count({})).toBe(500);
    expect(await world.records.read.importBatches.find({})).toMatchObject([{ state: "failed" }]);

    const report = await world.load(path);
    expect(report.counts).toEqual({ leads: 1_200 });
    const other = await openWorld();
    await other.load(path);
    const [sizes, expected] = [await world.sizes(), await other.sizes()];
    await other.close();
    // One audit line more per batch that was begun twice; records and values are the same.
    expect({ ...sizes, audits: 0 }).toEqual({ ...expected, audits: 0 });
  });

  it("resolves a reference that could not be resolved before", async () => {
    const deals = world.file("deals.csv", "Deal ID,Product,Stage\nD1,GTXPro,Won\n");
    await world.load(deals);
    await world.load(world.file("products.csv", "Product,Price\nGTXPro,5\n"));
    await world.load(deals);
    const [product] = await world.records.read.products.find({});
    expect(await world.records.read.deals.find({})).toMatchObject([{ productId: product?.id }]);
  });

  it("keeps equal leads apart, and says which rows are", async () => {
    const rows = ["Mia Chen,mia@acme.example,demo", "Leo Park,leo@acme.example,demo"];
    const text = `Name,Email,Need\n${[...rows, rows[0]].join("\n")}\n`;
    const report = await world.load(world.file("leads.csv", text));
    expect(report.counts).toEqual({ leads: 3 });
    const [warning] = report.warnings.filter(({ code }) => code === "duplicate_row");
    expect(warning).toMatchObject({ count: 1, examples: [{ line: 4, value: "mia@acme.example" }] });
  });

  it("stores a row again whose record was deleted", async () => {
    const path = world.file("leads.csv", toCsv([header, lead("1", "a")]));
    await world.load(path);
    await world.records.transaction(async ({ prisma }) => {
      await prisma.lead.deleteMany({});
    });
    expect((await world.load(path)).counts).toEqual({ leads: 1 });
    expect(await world.records.read.leads.count({})).toBe(1);
  });

  it("counts a repeated id once and says so", async () => {
    const rows = Array.from({ length: 100 }, (_, index) => lead(String(index), "x"));
    const path = world.file("leads.csv", toCsv([header, ...rows, lead("7", "again")]));
    const report = await world.load(path);
    expect(report.counts).toEqual({ leads: 100 });
    const [warning] = report.warnings.filter(({ code }) => code === "duplicate_id");
    expect(warning).toMatchObject({ count: 1, examples: [{ line: 102, value: "7" }] });
  });
});
