import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operator } from "../../../src/core/people/actor.ts";
import { previewImport } from "../../../src/sources/import/import-data.ts";
import { aPerson } from "../../helpers/people.ts";
import { openWorld, type World } from "./importing.ts";

// Most of these only look; whoever writes opens a world of their own.
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function inOwnWorld(work: (own: World) => Promise<void>): Promise<void> {
  const own = await openWorld();
  await work(own).finally(() => own.close());
}

const preview = (name: string, content: string) =>
  previewImport({ store: world.records, by: operator, from: world.file(name, content) });

/** Column -> field, as guessed. */
async function guess(name: string, content: string) {
  const [file] = (await preview(name, content)).files;
  const pairs = file?.columns.map(({ column, field }) => [column, field]) ?? [];
  return { kind: file?.kind, fields: Object.fromEntries(pairs), file };
}

describe("a guess", () => {
  it("reads Chinese leads, with their units and stages", async () => {
    const content =
      "姓名,公司名称,手机,邮箱,意向产品,预算（万元）,线索来源,跟进状态,创建时间,负责人,备注\n" +
      "王丽,华信精密,138 0013 8000,wang@huaxin.example,压机,50,官网,跟进中,2024年3月5日,张三,要两台\n" +
      "李四,大同机械,,,,待定,展会,新线索,45356,,\n";
    const { kind, fields, file } = await guess("导出.csv", content);
    expect(kind).toBe("leads");
    expect(fields).toEqual({
      姓名: "name",
      公司名称: "account",
      手机: "phone",
      邮箱: "email",
      意向产品: "product",
      "预算（万元）": "budget",
      线索来源: "source",
      跟进状态: "status",
      创建时间: "createdAt",
      负责人: "owner",
      备注: "need",
    });
    expect(file?.sample[0]?.values).toMatchObject({
      phone: "+8613800138000",
      budget: "500000",
      status: "accepted",
      createdAt: "2024-03-05",
    });
    expect(file?.sample[1]?.values).toMatchObject({ budget: "", createdAt: "2024-03-05" });
  });

  it("reads Chinese deals", async () => {
    const content =
      "商机名称,客户名称,金额,销售阶段,预计成交日期,负责人\n压机项目,华信精密,¥1.2亿,商务谈判,2024/12/1,张三\n二期,大同机械,50万,赢单,2024/11/1,张三\n";
    const { kind, file } = await guess("商机.csv", content);
    expect(kind).toBe("deals");
    const rows = file?.sample.map(({ values }) => [values.amount, values.stage, values.closeDate]);
    expect(rows).toEqual([
      ["120000000", "negotiation", "2024-12-01"],
      ["500000", "won", "2024-11-01"],
    ]);
  });

  it.each([
    ["contacts", "First Name,Last Name,Email Address,Job Title,Company\nA,B,a@b.example,CEO,X\n"],
    [
      "accounts",
      "Company Name,Website,Annual Revenue,Number of Employees\nA,a.example,5000000,10\n",
    ],
    ["people", "Name,E-mail,Role,Team,Reports To,Hire Date\nA,a@b.example,Rep,East,M,2024-01-01\n"],
    ["products", "Product Name,SKU,List Price\nA,B,10\n"],
    ["touches", "event,timestamp,anonymous_id,url\npage,2024-01-01T00:00:00Z,v1,/x\n"],
    ["deals", "Opportunity Name,Account Name,Stage,Amount,Close Date\nA,B,Won,5,2024-01-01\n"],
    ["leads", "Prospect ID,Lead Source,Lead Status,City\n1,Web,Open,Rome\n"],
  ])("tells %s by their columns", async (kind, content) => {
    expect((await guess("export.csv", content)).kind).toBe(kind);
  });

  it("knows an e-mail and a phone by their look, whatever the column is called", async () => {
    const content = "Full Name,X1,X2\nAnn,ann@a.example,+1 415 555 0100\nBo,bo@a.example,\n";
    const { fields } = await guess("contacts.csv", content);
    expect(fields).toEqual({ "Full Name": "name", X1: "email", X2: "phone" });
  });

  it("lets the whole column decide which comes first, the day or the month", async () => {
    const rows = (last: string) => `Deal Name,Close Date\na,03/04/2024\nb,${last}\n`;
    const closing = async (last: string) =>
      (await guess("deals.csv", rows(last))).file?.sample[0]?.values.closeDate;
    expect(await closing("25/12/2024")).toBe("2024-04-03");
    expect(await closing("12/25/2024")).toBe("2024-03-04");
    const unclear = await preview("deals.csv", rows("05/06/2024"));
    expect(unclear.warnings).toMatchObject([{ code: "ambiguous_date", count: 2 }]);
  });

  it("takes the decimal comma of a column for all of it", async () => {
    const content = "Deal Name;Amount\na;1.234,56 €\nb;1.234\n";
    const { file } = await guess("deals.csv", content);
    expect(file?.sample.map(({ values }) => values.amount)).toEqual(["1234.56", "1234"]);
  });

  it("does not take for an id what many rows share", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index % 5},Ann ${index},Web`);
    const { fields } = await guess("leads.csv", `Id,Name,Source\n${rows.join("\n")}\n`);
    expect(fields.Id).toBeNull();
  });

  it("makes reps of names only while nobody knows the reps", () =>
    inOwnWorld(async (own) => {
      const path = own.file("leads.csv", "Name,Owner,Source\nAnn,Bob Rep,Web\n");
      const rep = aPerson("per_known", { email: "known@a.example" });
      await own.records.write((unit) => unit.putRecords("person", [rep]));
      const report = await own.load(path);
      expect(report.warnings.map(({ code }) => code)).toEqual(["unresolved_reference"]);
      expect(await own.records.read.people.count({})).toBe(1);
    }));

  it("shows ten rows as they would be stored, and writes nothing", async () => {
    const rows = Array.from({ length: 30 }, (_, index) => `A${index},${index}`).join("\n");
    const before = await world.sizes();
    const shown = await preview("accounts.csv", `Company,Employees,Colour\n${rows}\n,5\n`);
    expect(shown.files[0]).toMatchObject({ rows: 31, unmapped: ["Colour"] });
    expect(shown.files[0]?.sample).toHaveLength(10);
    expect(shown.files[0]?.sample[0]).toEqual({
      ...{ line: 2, rejected: null },
      values: { name: "A0", employees: "0" },
    });
    expect(await world.sizes()).toEqual(before);
  });

  it("is corrected by a person, and can be kept as JSON", () =>
    inOwnWorld(async (own) => {
      const path = own.file("accounts.csv", "Company,Sort\nAcme,retail\n");
      await own.load(path, {
        confirm: async () => [{ file: "accounts.csv", columns: { Sort: "industry" } }],
      });
      expect(await own.records.read.accounts.find({})).toMatchObject([{ industry: "retail" }]);
      const [batch] = await own.records.read.importBatches.find({});
      const mapping = JSON.parse(JSON.stringify(batch?.mapping));
      const before = await own.sizes();
      await own.load(path, { mapping });
      expect(await own.sizes()).toEqual(before);
    }));

  it("that was shown is what is imported, under its own batch", () =>
    inOwnWorld(async (own) => {
      const path = own.file("accounts.csv", "Company,Sort\nAcme,retail\n");
      const shown = await previewImport({ store: own.records, by: operator, from: path });
      const [file] = shown.mapping.files;
      const columns = { ...file?.columns, Sort: [{ field: "industry" }] };
      await own.records.write((unit) =>
        unit.importBatches.put({
          ...{ id: "bat_1", kind: "accounts", source: shown.source, actorId: null },
          ...{ state: "preview", counts: {}, warnings: [], startedAt: 0, finishedAt: null },
          mapping: { ...shown.mapping, files: [{ ...file, columns }] },
        }),
      );
      const report = await own.load(path, { batchId: "bat_1" });
      expect(report.batchId).toBe("bat_1");
      expect(await own.records.read.accounts.find({})).toMatchObject([{ industry: "retail" }]);
      expect(await own.records.read.importBatches.find({})).toMatchObject([{ state: "done" }]);
    }));

  it("finds its way through a folder, and leaves out what it does not know", () =>
    inOwnWorld(async (own) => {
      own.file("crm/customers.csv", "Company,Industry\nAcme,retail\n");
      own.file("crm/opportunities.csv", "Opportunity ID,Company,Stage,Owner\n1,Acme,Won,Ana\n");
      own.file("crm/sales team.csv", "Name,Email,Manager\nAna,ana@a.example,Mia\n");
      own.file("crm/colours.csv", "Colour,Weight\nred,5\n");
      own.file("crm/notes.pdf", "%PDF");
      const path = own.file("crm/empty.csv", "").replace("/empty.csv", "");
      const report = await own.load(path, { kind: "crm" });
      expect(report.counts).toEqual({ people: 1, accounts: 1, deals: 1 });
      const [deal] = await own.records.read.deals.find({});
      expect([deal?.accountId, deal?.ownerId]).not.toContain(null);
      const skipped = report.warnings.filter(({ code }) => code === "skipped_file");
      expect(skipped.map(({ params }) => params.file)).toEqual(["colours.csv", "empty.csv"]);
    }));
});
