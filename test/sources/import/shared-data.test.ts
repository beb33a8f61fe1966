// Real files nobody here wrote (../shared/data). Where they are absent these tests say so and are skipped.
import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openWorld, type World } from "./importing.ts";

const data = "../shared/data";
const present = existsSync(`${data}/README.md`);
const title = present ? "" : ` (skipped: ${data} is absent)`;

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe.skipIf(!present)(`the CRM opportunities${title}`, () => {
  it("all get in, once, however often they are imported", async () => {
    const report = await world.load(`${data}/crm_opportunities`, { kind: "crm" });
    expect(report.counts).toEqual({ accounts: 85, people: 35, products: 7, deals: 8800 });
    expect(report.rejected).toBe(0);
    const codes = report.warnings.map(({ code, count }) => [code, count]);
    expect(codes).toEqual([
      ["created_by_reference", 3],
      ["created_by_reference", 6],
      ["unresolved_reference", 1480],
    ]);
    expect(report.warnings[2]?.examples).toEqual([
      { file: "sales_pipeline.csv", line: 3, column: "product", value: "GTXPro" },
    ]);

    const { read } = world.records;
    const [acme] = await read.accounts.find({ nameKey: "acme corporation" });
    expect(acme).toMatchObject({ industry: "technology", revenue: 1100.04, currency: "USD" });
    const [industry] = await read.fieldValues.find({ recordId: acme?.id ?? "", field: "industry" });
    expect(industry).toMatchObject({ value: "technology", original: "technolgy" });
    expect(await read.accounts.count({ parentId: acme?.id ?? "" })).toBe(4);
    const [dustin] = await read.people.find({ name: "Dustin Brinkmann" });
    expect(dustin?.role).toBe("manager");
    expect(await read.people.count({ managerId: dustin?.id ?? "" })).toBe(5);
    expect(await read.deals.count({ status: "won" })).toBe(4238);
    expect(await read.deals.count({ stage: "contacted", status: "open" })).toBe(1589);
    expect(await read.deals.count({ productId: null })).toBe(1480);

    const before = await world.sizes();
    const again = await world.load(`${data}/crm_opportunities`, { kind: "crm" });
    expect(again.counts).toEqual(report.counts);
    expect(await world.sizes()).toEqual(before);
  });
});

describe.skipIf(!present)(`the leads with reps${title}`, () => {
  it("all get in with their agents, and nobody is made of a masked address", async () => {
    const newLeads: string[] = [];
    const report = await world.load(`${data}/leads_with_reps/leads.csv`, {
      kind: "leads",
      onBatch: (_unit, { leadIds }) => void newLeads.push(...leadIds),
    });
    expect(report.counts).toEqual({ leads: 5195 });
    expect(report.rejected).toBe(0);
    const { read } = world.records;
    expect(await read.people.count({ role: "rep" })).toBe(12);
    expect(await read.contacts.count({})).toBe(0);
    expect(await read.leads.count({ status: "converted", outcome: "won" })).toBe(689);
    const [first] = await read.leads.find({}, { limit: 1, order: { by: "id" } });
    expect(first).toMatchObject({ createdAt: Date.UTC(2018, 3, 28, 7, 54), territory: "Chennai" });
    const kept = await read.fieldValues.find({ recordId: first?.id ?? "", status: "unresolved" });
    expect(Object.fromEntries(kept.map(({ field, original }) => [field, original]))).toEqual({
      productId: "25",
      email: "cXXXXXXX@gmail.com",
    });
    expect(newLeads).toHaveLength(7);

    const before = await world.sizes();
    const again = await world.load(`${data}/leads_with_reps/leads.csv`, { kind: "leads" });
    expect(again.counts).toEqual(report.counts);
    expect(await world.sizes()).toEqual(before);
  });
});
