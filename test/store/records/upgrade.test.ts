import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { createNewId } from "../../../src/store/new-id.ts";
import { migrate } from "../../../src/store/records/migrate.ts";
import { openRecords } from "../../../src/store/records/records.ts";
import { migrationNames } from "../../../src/store/records/schema-engine.ts";
import { testNow } from "../../helpers/people.ts";
import { programOf } from "../../helpers/program.ts";
import { newFolder } from "../../helpers/records.ts";
import { createFirstSchema, fillTables, type Rows, readRows } from "./first-schema.ts";

let first: string;
let before: Rows;
beforeAll(async () => {
  first = join(newFolder(), "records.db");
  await createFirstSchema(first);
  fillTables(first);
  before = readRows(first);
});

function copyOfFirst(): string {
  const file = join(newFolder(), "records.db");
  copyFileSync(first, file);
  return file;
}

describe("a database of the first version", () => {
  it("has a row in every table it came with", () => {
    expect(Object.keys(before).length).toBeGreaterThan(40);
    expect(Object.values(before).every((rows) => rows.length === 1)).toBe(true);
  });

  it("is brought to today's schema with every row and value it had, but for these", async () => {
    const file = copyOfFirst();
    expect((await migrate(file)).applied).toEqual(migrationNames().slice(1));
    expect(differences(before, readRows(file))).toEqual([
      // Its migration says why: nothing was ever written to it.
      "CustomerIdentity gone",
      "Assignment.alternatives changed",
      "PracticeSession.state changed",
      "PracticeSession.mood gone",
      "PracticeSession.sharedAt gone",
      "PracticeSession.endsAt gone",
    ]);
  });

  it("keeps what was known of the reps who did not get a lead, as numbers", async () => {
    const file = copyOfFirst();
    await migrate(file);
    const [assignment] = readRows(file).Assignment ?? [];
    const numbers = { repId: "per_2", fit: 0.5, rank: 2, values: [0.25, null] };
    expect(JSON.parse(String(assignment?.alternatives))).toMatchObject([
      { ...numbers, open: 4, capacity: 9 },
    ]);
  });

  it("opens, and its people can be read and written", async () => {
    const file = copyOfFirst();
    const records = await openRecords({ file, clock: () => testNow, newId: createNewId() });
    const person = await records.read.people.get("person_1");
    expect(person).toMatchObject({ name: "name 王丽", language: "zh", role: "rep" });
    if (person)
      await records.write((unit) => unit.putRecords("person", [{ ...person, capacity: 9 }]));
    expect(await records.read.people.get("person_1")).toMatchObject({ capacity: 9 });
    await records.close();
  });
});

describe("an upgrade killed at any moment", () => {
  it("leaves the database as it was or as it will be, and the next start ends it", async () => {
    const file = copyOfFirst();
    const after = await migrated();
    for (const afterMs of [0, 60, 150, 300]) {
      await migrateAndKill(file, afterMs);
      expect([before, after]).toContainEqual(readRows(file));
    }
    await migrate(file);
    expect((await migrate(file)).applied).toEqual([]);
    expect(readRows(file)).toEqual(after);
    expect(existsSync(`${file}.migrating`)).toBe(false);
  });
});

async function migrated(): Promise<Rows> {
  const file = copyOfFirst();
  await migrate(file);
  return readRows(file);
}

/** What is not as it was, as "Table gone", "Table.column gone" or "… changed". */
function differences(old: Rows, now: Rows): string[] {
  return Object.entries(old).flatMap(([table, [row = {}]]) => {
    const kept = now[table]?.[0];
    if (!kept) return [`${table} gone`];
    return Object.entries(row).flatMap(([column, value]) => {
      if (!(column in kept)) return [`${table}.${column} gone`];
      return isDeepStrictEqual(kept[column], value) ? [] : [`${table}.${column} changed`];
    });
  });
}

async function migrateAndKill(file: string, afterMs: number): Promise<void> {
  const program = await programOf(new URL("upgrade-child.ts", import.meta.url));
  const child = spawn(process.execPath, [program, file]);
  await once(child.stdout, "data");
  await setTimeout(afterMs);
  child.kill("SIGKILL");
  await once(child, "close");
}
