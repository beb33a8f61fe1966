import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "./importing.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const text = "Company,Industry,Country\n华信精密,制造业,中国\n";
const withMark = (mark: number[], bytes: Uint8Array) => Buffer.concat([Buffer.from(mark), bytes]);
const utf16be = Buffer.from(text, "utf16le").swap16();
// Node encodes no GB18030: these are the bytes of the second line, 华信精密,制造业,中国.
const gb18030 = Buffer.concat([
  Buffer.from("Company,Industry,Country\n"),
  Buffer.from("bbaad0c5beabc3dc2cd6c6d4ecd2b52cd6d0b9fa0a", "hex"),
]);

describe("encodings", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", withMark([0xef, 0xbb, 0xbf], Buffer.from(text))],
    ["UTF-16, little end first", withMark([0xff, 0xfe], Buffer.from(text, "utf16le"))],
    ["UTF-16, big end first", withMark([0xfe, 0xff], utf16be)],
    ["GB18030, as Chinese Excel writes it", gb18030],
  ])("reads %s", async (_name, bytes) => {
    await world.load(world.file("accounts.csv", bytes), { kind: "accounts" });
    const [account] = await world.records.read.accounts.find({ nameKey: "华信精密" });
    expect(account).toMatchObject({ industry: "制造业", country: "中国" });
  });

  it("reads what western Excel writes, and not as Chinese", async () => {
    const path = world.file("accounts.csv", Buffer.from("Company,City\nMüller,Köln\n", "latin1"));
    await world.load(path, { kind: "accounts" });
    const [account] = await world.records.read.accounts.find({ name: "Müller" });
    expect(account?.territory).toBe("Köln");
  });
});

describe("CSV", () => {
  it.each([
    ["semicolons", "Company;Industry\n", ";"],
    ["tabs", "Company\tIndustry\n", "\t"],
    ["bars", "Company|Industry\n", "|"],
    ["commas", "Company,Industry\n", ","],
    ["what Excel says above", "sep=;\r\nCompany;Industry\n", ";"],
  ])("reads columns cut by %s", async (name, header, sign) => {
    const content = `${header}"A, ${name}; B"${sign}retail\n`;
    await world.load(world.file("accounts.csv", content), { kind: "accounts" });
    const [account] = await world.records.read.accounts.find({ name: `A, ${name}; B` });
    expect(account?.industry).toBe("retail");
  });

  it("counts the lines of the file, also within quotes and over empty lines", async () => {
    const content =
      'Company,Founded\r\n"Two\r\nlines",1990\r\n\r\n"Three\nmore\nlines",x\r\nLast,y,z\r\n"",1\r\n';
    const report = await world.load(world.file("lines.csv", content), { kind: "accounts" });
    const [bad] = report.warnings;
    expect(bad).toMatchObject({ code: "bad_value", examples: [{ line: 5, column: "Founded" }] });
    expect(report.rejections.map(({ line, code }) => [line, code])).toEqual([
      [8, "too_many_cells"],
      [9, "lacks_essentials"],
    ]);
  });

  it("goes on after rows that cannot be read", async () => {
    const content = "Company,Industry\nGood 1,a\n,no name\nGood 2,b,too,many\nGood 3\n";
    const report = await world.load(world.file("bad.csv", content), { kind: "accounts" });
    expect(report.counts).toEqual({ accounts: 2 });
    expect(report.rejected).toBe(2);
    expect(report.warnings).toMatchObject([{ code: "short_row", count: 1 }]);
  });

  it("mixes line ends, keeps stray quotes, and gives each column its own name", async () => {
    const content = 'Company,Industry,Industry\r\nPipe 5",q,b\nTube "x",c,d\r';
    await world.load(world.file("mixed.csv", content), { kind: "accounts" });
    const found = await world.records.read.accounts.find({ industry: ["q", "c"] });
    expect(found.map(({ name }) => name)).toEqual(['Pipe 5"', 'Tube "x"']);
  });

  it("leaves a formula the text it is", async () => {
    const formula = "=cmd|' /C calc'!A0";
    const content = `Company,Industry\n${formula},"@SUM(1,1)"\n`;
    await world.load(world.file("formula.csv", content), { kind: "accounts" });
    const [account] = await world.records.read.accounts.find({ name: formula });
    expect(account?.industry).toBe("@SUM(1,1)");
  });

  it("takes two lines of the same id from two files for one record", async () => {
    const report = await world.load(
      join(world.file("folder/accounts-a.csv", "Id,Company,Industry\nX1,Same,one\n"), ".."),
      { kind: "crm" },
    );
    expect(report.counts).toEqual({ accounts: 1 });
    const other = world.file("folder/accounts-b.csv", "Id,Company,Industry\nX1,Same,two\n");
    const both = await world.load(join(other, ".."), { kind: "crm" });
    expect(both.counts).toEqual({ accounts: 1 });
    const found = await world.records.read.accounts.find({ name: "Same" });
    expect(found.map(({ industry }) => industry)).toEqual(["one"]);
  });
});

describe("JSON", () => {
  it("reads an array of objects, nested ones as columns", async () => {
    const rows = [
      { name: "Json 1", company: { website: "https://www.json1.example/x" }, employees: 12 },
      { name: 'Json "2", [x]', employees: null },
      { employees: 5 },
      7,
    ];
    const path = world.file("accounts.json", JSON.stringify(rows, null, 1));
    const report = await world.load(path, { kind: "accounts" });
    expect(report.counts).toEqual({ accounts: 2 });
    expect(report.rejections.map(({ line, code }) => [line, code])).toEqual([
      [13, "lacks_essentials"],
      [16, "not_an_object"],
    ]);
    const [account] = await world.records.read.accounts.find({ name: "Json 1" });
    expect(account?.employees).toBe(12);
  });

  it("reads one object per line and goes on after a broken one", async () => {
    const content = '{"name":"Line 1"}\n{"name":\n\n{"name":"Line 4"}';
    const path = world.file("accounts.jsonl", content);
    const report = await world.load(path, { kind: "accounts" });
    expect(report.counts).toEqual({ accounts: 2 });
    expect(report.rejections).toMatchObject([{ line: 2, code: "bad_json" }]);
  });
});
