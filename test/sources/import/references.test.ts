import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deal } from "../../../src/core/model.ts";
import { recordDefaults } from "../../../src/core/records/defaults.ts";
import { aPerson } from "../../helpers/people.ts";
import { openWorld, type World } from "./importing.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe("references", () => {
  it("find a parent wherever it stands in the file, and not themselves", async () => {
    const many = Array.from({ length: 600 }, (_, index) => `Filler ${index},,retail`).join("\n");
    const path = world.file(
      "accounts.csv",
      `Company,Parent,Industry\nChild,Top,a\nSelf,Self,b\nLost,Nobody,c\n${many}\nTop,,d\n`,
    );
    const report = await world.load(path, { kind: "accounts" });
    const { accounts } = world.records.read;
    const [top] = await accounts.find({ name: "Top" });
    expect(await accounts.find({ name: "Child" })).toMatchObject([{ parentId: top?.id }]);
    expect(await accounts.find({ name: "Self" })).toMatchObject([{ parentId: null }]);
    expect(report.warnings.map(({ code, count }) => [code, count])).toEqual([
      ["unresolved_reference", 1],
    ]);
    const before = await world.sizes();
    await world.load(path, { kind: "accounts" });
    expect(await world.sizes()).toEqual(before);
  });

  it("make managers of those whom others report to, in the file or not", async () => {
    const content = "Name,Manager,Team\nAna,Mia,East\nMia,Zoe,East\n";
    const report = await world.load(world.file("people.csv", content), { kind: "people" });
    expect(report.counts).toEqual({ people: 2 });
    const people = await world.records.read.people.find({}, { order: { by: "name" } });
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ["Ana", "rep"],
      ["Mia", "manager"],
      ["Zoe", "manager"],
    ]);
    expect(people[0]?.managerId).toBe(people[1]?.id);
    expect(report.warnings.map(({ code }) => code).sort()).toEqual([
      "created_by_reference",
      "created_by_reference",
      "promoted_by_reference",
    ]);
  });

  it("are not guessed: two of a name, or a name that only resembles", async () => {
    await world.load(
      world.file("products.csv", "Product,Price,SKU\nPress,1,A\nPress,2,B\nGTX Pro,3,C\n"),
    );
    const deals = "Deal ID,Product,Stage\n1,Press,Won\n2,GTXPro,Won\n3,gtx  PRO,Won\n4,C,Won\n";
    const report = await world.load(world.file("deals.csv", deals));
    const [gtx] = await world.records.read.products.find({ name: "GTX Pro" });
    const stored = await world.records.read.deals.find({});
    expect(stored.map(({ productId }) => productId)).toEqual([null, null, gtx?.id, gtx?.id]);
    expect(report.warnings.map(({ code }) => code)).toEqual([
      "ambiguous_reference",
      "unresolved_reference",
    ]);
  });

  it("claim a record that was there before instead of doubling it", async () => {
    await world.load(
      world.file("leads.csv", "Name,Company,Email,Status\nAnn,Acme,a@acme.example,Open\n"),
    );
    await world.load(world.file("accounts.csv", "Company,Industry\nACME,retail\n"));
    await world.load(
      world.file("contacts.csv", "Full Name,Job Title,Email\nAnn Lee,CFO,A@acme.example\n"),
    );
    expect(await world.records.read.accounts.find({})).toMatchObject([{ industry: "retail" }]);
    expect(await world.records.read.contacts.find({})).toMatchObject([
      { name: "Ann Lee", title: "CFO" },
    ]);
  });

  it("give leads of one person one contact, and masked ones none", async () => {
    const content = [
      "Name,Email,Phone,Source",
      "Ann,ann@acme.example,,Web",
      "Ann,ANN@acme.example,+1 415 555 0100,Call",
      "Bob,,+1 415 555 0100,Call",
      ",aXXX@gmail.com,98XXXXXXXX,Web",
      "张*,z***@qq.com,138****1234,Web",
    ].join("\n");
    const report = await world.load(world.file("leads.csv", content));
    expect(report.counts).toEqual({ leads: 5 });
    const contacts = await world.records.read.contacts.find({});
    expect(contacts.map(({ name, email, phone }) => [name, email, phone])).toEqual([
      ["Ann", "ann@acme.example", "+14155550100"],
      ["Bob", null, "+14155550100"],
    ]);
    const leads = await world.records.read.leads.find({});
    expect(leads.map(({ contactId }) => contactId)).toEqual([
      ...[contacts[0]?.id, contacts[0]?.id, contacts[1]?.id],
      ...[null, null],
    ]);
    const masked = report.warnings.filter(({ code }) => code === "masked_value");
    expect(masked.map(({ params, count }) => [params.column, count])).toEqual([
      ["Email", 2],
      ["Phone", 2],
      ["Name", 1],
    ]);
  });

  it("follow a lead's corrected contact, and leave a shared one alone", async () => {
    const leads = (name: string) =>
      `Lead ID,Name,Email,Source\n1,${name},ann@acme.example,Web\n2,Bo,bo@acme.example,Web\n`;
    await world.load(world.file("leads.csv", leads("Ann")));
    await world.load(world.file("leads.csv", leads("Anna")));
    const { contacts } = world.records.read;
    expect(await contacts.find({ email: "ann@acme.example" })).toMatchObject([{ name: "Anna" }]);
    await world.load(
      world.file("more.csv", "Lead ID,Name,Email,Source\n3,Annie,ann@acme.example,Web\n"),
      {
        kind: "leads",
      },
    );
    expect(await contacts.find({ email: "ann@acme.example" })).toMatchObject([{ name: "Anna" }]);
  });

  it("take a deal for the one that its lead became in chat, and a second for another", async () => {
    const lead = "Lead ID,Name,Company,Email\nL1,Ann,Acme,ann@acme.example\n";
    await world.load(world.file("leads.csv", lead));
    const [known] = await world.records.read.leads.find({});
    const leadId = known?.id ?? "";
    await world.records.write(async (unit) => {
      const made = { ...recordDefaults.deal, id: "dea_1", name: "Acme", leadId };
      const row = { ...made, createdAt: unit.now, updatedAt: unit.now } as Deal;
      await unit.putRecords("deal", [row]);
      await unit.externalIds.put({
        ...{ id: "ext_1", kind: "deal", recordId: "dea_1", createdAt: unit.now },
        ...{ source: "lead", externalId: leadId },
      });
    });
    const deals = "Deal ID,Deal Name,Lead ID,Amount\nD1,Acme seats,L1,500\nD2,Acme more,L1,100\n";
    await world.load(world.file("deals.csv", deals), { kind: "deals" });
    const largest = { order: { by: "amount", descending: true } } as const;
    const stored = await world.records.read.deals.find({}, largest);
    expect(stored).toMatchObject([
      { id: "dea_1", name: "Acme seats", amount: 500, leadId },
      { name: "Acme more", amount: 100, leadId },
    ]);
  });

  it("do not let a manager's file make operators, nor two colleagues share an e-mail", async () => {
    const mia = aPerson("per_mia", { role: "manager", email: "mia@a.example" });
    await world.records.write((unit) => unit.putRecords("person", [mia]));
    const content =
      "Name,Email,Role\nEve,eve@a.example,operator\nMax,eve@a.example,rep\nPia,MIA@a.example,rep\n";
    const path = world.file("people.csv", content);
    const by = { kind: "person", person: mia } as const;
    const report = await world.load(path, { kind: "people", by });
    const people = await world.records.read.people.find({}, { order: { by: "name" } });
    expect(people.map(({ name, email, role }) => [name, email, role])).toEqual([
      ["Eve", "eve@a.example", "rep"],
      ["Max", null, "rep"],
      ["Pia", "mia@a.example", "rep"],
    ]);
    expect(report.warnings.map(({ code }) => code).sort()).toEqual([
      "refused_value",
      "taken_value",
    ]);
  });
});

describe("a manager's file", () => {
  it("brings in reps who report to them, and their leads", async () => {
    const mia = aPerson("per_mia", { role: "manager", timeZone: "Asia/Shanghai", language: "zh" });
    await world.records.write((unit) => unit.putRecords("person", [mia]));
    const by = { kind: "person", person: mia } as const;
    const path = world.file(
      "leads.csv",
      "Name,Owner,Created,Source\nAnn,Bo,2024-03-05 08:00,Web\n",
    );
    const report = await world.load(path, { by });
    expect(report.rejections).toEqual([]);
    const [bo] = await world.records.read.people.find({ name: "Bo" });
    expect(bo).toMatchObject({ managerId: mia.id, timeZone: "Asia/Shanghai", language: "zh" });
    expect(await world.records.read.leads.find({})).toMatchObject([
      { ownerId: bo?.id, createdAt: Date.UTC(2024, 2, 5) },
    ]);
  });

  it("does not touch what is another manager's, and says so row by row", async () => {
    const mia = aPerson("per_mia", { role: "manager" });
    const bo = aPerson("per_bo", { name: "Bo", email: "bo@a.example", managerId: "per_other" });
    await world.records.write((unit) => unit.putRecords("person", [mia, bo]));
    const path = world.file("leads.csv", "Name,Owner,Source\nAnn,Bo,Web\nCy,,Web\n");
    const report = await world.load(path, { by: { kind: "person", person: mia } });
    expect(report.counts).toEqual({ leads: 1 });
    expect(report.rejections).toMatchObject([{ line: 2, code: "forbidden" }]);
  });
});

describe("new leads", () => {
  it("that are nobody's are told once, in their transaction", async () => {
    const told: string[][] = [];
    const path = world.file(
      "leads.csv",
      "Lead ID,Name,Status,Owner\n1,Ann,Open,\n2,Bo,Open,Rep One\n3,Cy,Converted,\n4,Di,Working,\n",
    );
    const onBatch = async (_unit: unknown, { leadIds }: { leadIds: string[] }) => {
      told.push(leadIds);
    };
    await world.load(path, { onBatch });
    await world.load(path, { onBatch });
    const leads = await world.records.read.leads.find({});
    expect(leads.map(({ status }) => status)).toEqual(["new", "accepted", "converted", "pool"]);
    expect(told).toEqual([[leads[0]?.id], []]);
  });
});
