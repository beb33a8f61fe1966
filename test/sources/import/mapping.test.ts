import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadShippedMappings, recognise } from "../../../src/sources/import/mapping/shipped.ts";
import { openWorld, type World } from "./importing.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

describe("a mapping", () => {
  it("says formats, words, units, constants, zones, lists and what to make", async () => {
    const mapping = world.file(
      "mapping.yaml",
      `name: old_crm
files:
  - file: "deal*.csv"
    kind: deals
    zone: Asia/Shanghai
    constants: { currency: CNY }
    columns:
      No: id
      Firm: { field: account, create: true }
      Phase: { field: stage, values: { Hot: negotiation, Done: won } }
      Value: { field: amount, scale: 10000 }
      Seen: { field: openedAt, formats: [dd.MM.yy, "yyyy/MM/dd HH:mm"] }
      Who: { field: owner, create: true }
      Junk: null
  - kind: people
    columns:
      Who: name
      Places: { field: territories, separator: "+" }
`,
    );
    const deals = world.file(
      "deals.csv",
      "No,Firm,Phase,Value,Seen,Who,Junk\n7,Acme,hot,50,05.03.24,Ana,x\n8,Acme,done,1,2024/03/05 10:00,Ana,\n",
    );
    const people = world.file("people.csv", "Who,Places\nAna,North + South\n");
    await world.load(people, { kind: "people", mapping });
    await world.load(deals, { kind: "deals", mapping });
    const { read } = world.records;
    expect(await read.people.find({})).toMatchObject([{ territories: ["North", "South"] }]);
    const [hot, done] = await read.deals.find({});
    expect(hot).toMatchObject({ stage: "negotiation", amount: 500_000, currency: "CNY" });
    expect(hot?.openedAt).toBe(Date.UTC(2024, 2, 4, 16));
    expect(done).toMatchObject({ status: "won", openedAt: Date.UTC(2024, 2, 5, 2) });
    const [id] = await read.externalIds.find({ kind: "deal", externalId: "7" });
    expect(id?.source).toBe("import:old_crm");
    const [stage] = await read.fieldValues.find({ recordId: hot?.id ?? "", field: "stage" });
    expect(stage).toMatchObject({ original: "hot", evidence: { file: "deals.csv", line: 2 } });
  });

  it("keeps what an unknown word was, and stores the row", async () => {
    const path = world.file("deals.csv", "Deal ID,Company,Stage,Amount\n1,Acme,Moonshot,#REF!\n");
    const report = await world.load(path);
    const [deal] = await world.records.read.deals.find({});
    expect(deal).toMatchObject({ stage: "new", amount: null });
    const lost = await world.records.read.fieldValues.find({ status: "unresolved" });
    expect(lost.map(({ field, original }) => [field, original])).toEqual([
      ["stage", "Moonshot"],
      ["amount", "#REF!"],
    ]);
    expect(report.warnings.map(({ code }) => code)).toContain("unknown_value");
  });

  it("ships checked, whatever is in it", async () => {
    const shipped = await loadShippedMappings();
    expect(shipped.map(({ name }) => name)).toEqual(["crm_opportunities", "leads_with_reps"]);
  });

  it("is recognised by exactly its header, in any order", async () => {
    const shipped = await loadShippedMappings();
    for (const mapping of shipped) {
      for (const file of mapping.files) {
        const header = Object.keys(file.columns);
        expect(recognise(shipped, header.toReversed())?.mapping.name).toBe(mapping.name);
        expect(recognise(shipped, header.slice(1))).toBeUndefined();
        expect(recognise(shipped, [...header, "one more"])).toBeUndefined();
      }
    }
  });
});

describe("a deal", () => {
  it("is closed by its stage or its status, with the date it has", async () => {
    const path = world.file(
      "deals.csv",
      "Deal ID,Company,Stage,Status,Close Date\n1,A,Negotiation,Won,2024-05-01\n2,A,Closed Lost,,2024-05-02\n3,A,Proposal,Open,2024-05-03\n",
    );
    await world.load(path);
    const deals = await world.records.read.deals.find({});
    expect(
      deals.map(({ name, stage, status, closedAt }) => [name, stage, status, closedAt]),
    ).toEqual([
      ["A", "won", "won", Date.UTC(2024, 4, 1)],
      ["A", "lost", "lost", Date.UTC(2024, 4, 2)],
      ["A", "proposal", "open", null],
    ]);
  });

  it("without an account is called by its product and id", async () => {
    await world.load(world.file("deals.csv", "Deal ID,Company,Product,Stage\nD1,,Press,Won\n"));
    expect(await world.records.read.deals.find({})).toMatchObject([{ name: "Press · D1" }]);
  });
});

describe("a contract", () => {
  it("keeps out a value, not its row", async () => {
    const { createGate } = await import("../../../src/core/gate/gate.ts");
    const gate = createGate({
      contracts: [
        ({ after }) =>
          after.need === "TBD"
            ? { code: "contract", field: "need", message: "no need" }
            : undefined,
      ],
    });
    const path = world.file("leads.csv", "Name,Source,Notes\nAnn,Web,TBD\n");
    const report = await world.load(path, { gate });
    expect(report.counts).toEqual({ leads: 1 });
    expect(report.warnings).toMatchObject([
      { code: "refused_value", examples: [{ line: 2, column: "Notes", value: "TBD" }] },
    ]);
    const before = await world.sizes();
    await world.load(path, { gate });
    expect(await world.sizes()).toEqual(before);
  });
});
