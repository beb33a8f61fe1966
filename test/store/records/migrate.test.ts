import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate } from "../../../src/store/records/migrate.ts";
import {
  diffMigrationsToSchema,
  migrationNames,
} from "../../../src/store/records/schema-engine.ts";

const newFile = () => join(mkdtempSync(join(tmpdir(), "ringside-")), "records.db");

describe("migrate", () => {
  it("applies every migration once, then nothing", async () => {
    const file = newFile();
    expect((await migrate(file)).applied).toEqual(migrationNames());
    expect((await migrate(file)).applied).toEqual([]);
  });

  it("leads to the schema that the code was generated from", async () => {
    expect(await diffMigrationsToSchema()).toBe("");
  });

  it("keeps what a database holds when it adds to it", async () => {
    const file = newFile();
    await migrate(file);
    const database = new Database(file);
    database.pragma("journal_mode = WAL");
    database.exec("INSERT INTO Team (id, name, createdAt) VALUES ('tea_1', 'East', 0)");
    // As if the newest migration were new: its tables are there already, so applying it again must fail.
    database.exec("DELETE FROM _prisma_migrations");
    database.close();
    await expect(migrate(file)).rejects.toThrow();
    const after = new Database(file);
    expect(after.prepare("SELECT name FROM Team").all()).toEqual([{ name: "East" }]);
    after.close();
  });

  it("refuses a database newer than the code", async () => {
    const file = newFile();
    await migrate(file);
    const database = new Database(file);
    database.exec("UPDATE _prisma_migrations SET migration_name = '29990101_from_the_future'");
    database.close();
    await expect(migrate(file)).rejects.toMatchObject({ name: "Refused", code: "data_newer" });
  });

  it("refuses a file that is not a database, and leaves it alone", async () => {
    const file = newFile();
    writeFileSync(file, "name,email\nAna,ana@example.com\n".repeat(100));
    await expect(migrate(file)).rejects.toMatchObject({ code: "records_damaged" });
  });

  it("refuses a truncated database", async () => {
    const file = newFile();
    await migrate(file);
    truncateSync(file, 40_000);
    await expect(migrate(file)).rejects.toMatchObject({ code: "records_damaged" });
  });
});
