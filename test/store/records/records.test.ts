import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../../../src/core/model.ts";
import { PrismaClient } from "../../../src/store/generated/client.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords, type Records } from "../../../src/store/records/records.ts";

const now = Date.UTC(2026, 10, 22, 9);

function person(id: string, set: Partial<Person> = {}): Person {
  return {
    id,
    name: "Ana",
    email: null,
    phone: null,
    role: "rep",
    teamId: null,
    managerId: null,
    timeZone: "UTC",
    language: "en",
    territories: ["emea"],
    languages: [],
    licences: [],
    industries: [],
    capacity: 10,
    hiredAt: null,
    active: true,
    createdAt: now,
    updatedAt: now,
    ...set,
  };
}

let file: string;
let records: Records;

beforeEach(async () => {
  file = join(mkdtempSync(join(tmpdir(), "ringside-")), "records.db");
  records = await openRecords({ file, clock: () => now, newId: createNewId() });
});
afterEach(() => records.close());

describe("records", () => {
  it("gives back what was put, times and lists included", async () => {
    const ana = person("per_ana", { name: '安娜 "A" \\ 💼', hiredAt: now - 5 });
    await records.write((unit) => unit.putRecords("person", [ana]));
    expect(await records.read.people.get("per_ana")).toEqual(ana);
    expect(await records.read.people.find({ createdAt: { gte: now } })).toEqual([ana]);
    expect(await records.read.people.find({ createdAt: { gt: now } })).toEqual([]);
  });

  it("replaces rows of the same id and updates single fields", async () => {
    await records.write((unit) => unit.putRecords("person", [person("per_ana")]));
    await records.write((unit) => unit.putRecords("person", [person("per_ana", { name: "Bo" })]));
    expect((await records.read.people.get("per_ana"))?.name).toBe("Bo");
    await records.write(async (unit) => {
      await unit.conversations.put({ id: "per_ana", state: {}, updatedAt: now });
      await unit.conversations.update("per_ana", { state: { lastLeadId: "led_1" } });
    });
    expect((await records.read.conversations.get("per_ana"))?.state.lastLeadId).toBe("led_1");
  });

  it("keeps JSON of every shape", async () => {
    const values = [null, "text", "", 0, 1.5, true, [], { a: [1, { b: "中文" }] }];
    await records.write(async (unit) => {
      for (const [index, value] of values.entries()) {
        await unit.fieldValues.put({
          id: `fld_${index}`,
          kind: "lead",
          recordId: "led_1",
          field: "need",
          value,
          original: null,
          status: "stated",
          source: "test",
          actorId: null,
          evidence: null,
          at: now,
          batchId: null,
        });
      }
    });
    const kept = await records.read.fieldValues.find({ recordId: "led_1" });
    expect(kept.map((row) => row.value)).toEqual(values);
  });

  it("answers for lists longer than one query takes, in order", async () => {
    const people = Array.from({ length: 1_300 }, (_, index) =>
      person(`per_${String(index).padStart(4, "0")}`, { capacity: index % 7 }),
    );
    await records.write((unit) => unit.putRecords("person", people));
    const id = people.map((one) => one.id).reverse();
    expect((await records.read.people.find({ id })).map((one) => one.id)).toEqual(
      [...id].reverse(),
    );
    expect(await records.read.people.count({ id, capacity: 3 })).toBe(186);
    const order = { by: "capacity", descending: true } as const;
    const busiest = await records.read.people.find({ id }, { order, limit: 3 });
    expect(busiest.map((one) => one.capacity)).toEqual([6, 6, 6]);
  });

  it("keeps nothing of a unit that fails, messages and jobs included", async () => {
    const failing = records.write(async (unit) => {
      await unit.putRecords("person", [person("per_ana")]);
      unit.schedule({ kind: "test", key: "once", payload: {} });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await records.read.people.count({})).toBe(0);
    expect(await records.client.job.count()).toBe(0);
  });

  it("never runs an outside write inside a transaction that rolls back", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const failing = records.write(async (unit) => {
      await unit.putRecords("person", [person("per_lost")]);
      await held;
      throw new Error("rolled back");
    });
    const acknowledged = records.write((unit) => unit.putRecords("person", [person("per_kept")]));
    expect(await records.read.people.get("per_lost")).toBeUndefined();
    release();
    await expect(failing).rejects.toThrow("rolled back");
    await acknowledged;
    expect((await records.read.people.find({})).map((row) => row.id)).toEqual(["per_kept"]);
  });

  it("shows the hazard that the writer's mutex exists for", async () => {
    const client = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: `file:${file}` }) });
    const at = new Date(now);
    let create: Promise<unknown> = Promise.resolve();
    const failing = client.$transaction(async () => {
      create = client.team.create({ data: { id: "tea_1", name: "acknowledged", createdAt: at } });
      await create;
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    await expect(create).resolves.toMatchObject({ id: "tea_1" });
    expect(await client.team.count()).toBe(0); // acknowledged, and gone
    await client.$disconnect();
  });

  it("refuses writes through the reader", async () => {
    const write = records.client.team.create({
      data: { id: "tea_1", name: "x", createdAt: new Date(now) },
    });
    await expect(write).rejects.toThrow();
  });

  it("syncs every commit to disk", async () => {
    const rows = await records.transaction(({ prisma }) =>
      prisma.$queryRawUnsafe<{ synchronous: bigint }[]>("PRAGMA synchronous"),
    );
    expect(Number(rows[0]?.synchronous)).toBe(2);
  });
});
