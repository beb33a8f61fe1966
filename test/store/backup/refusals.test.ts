import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { restoreBackup } from "../../../src/store/backup/restore-backup.ts";
import { takeBackup } from "../../../src/store/backup/take-backup.ts";
import { renderTarHeader, tarEnd } from "../../../src/store/backup/tar.ts";
import { openEventLog } from "../../../src/store/event-log/event-log.ts";
import { acquireLock } from "../../../src/store/process-lock.ts";
import { migrationNames } from "../../../src/store/records/schema-engine.ts";
import { testNow } from "../../helpers/people.ts";
import { newDataFolder, newFolder } from "../../helpers/records.ts";
import { schemaOf, toFirstVersion } from "../event-log/first-version.ts";
import { createFirstSchema, fillTables } from "../records/first-schema.ts";

const version = "1.2.3";
const now = testNow;
const backUp = (set: Partial<Parameters<typeof takeBackup>[0]> = {}) =>
  takeBackup({ dataDir, version, now, ...set });
const restore = (file: string, set: Partial<Parameters<typeof restoreBackup>[0]> = {}) =>
  restoreBackup({ file, dataDir: newFolder(), version, now, ...set });
const namesIn = (folder: string) => readdirSync(folder).sort();

let dataDir: string;
let file: string;
beforeAll(async () => {
  dataDir = await newDataFolder();
  await (await openEventLog(join(dataDir, "events.db"))).close();
  ({ file } = await backUp({ to: join(newFolder(), "one.tar.gz") }));
});

/** A file with these bytes in a folder of its own. */
function fileWith(bytes: Buffer): string {
  const other = join(newFolder(), "other.tar.gz");
  writeFileSync(other, bytes);
  return other;
}

describe("backup", () => {
  it("writes a file for its owner alone and leaves nothing beside it", async () => {
    const folder = newFolder();
    // Killed before: once as somebody, once under the number that this process has now.
    for (const pid of [999_999_999, process.pid])
      mkdirSync(join(folder, `.ringside-backup-${pid}`));
    const report = await backUp({ to: folder });
    expect(namesIn(folder)).toEqual([basename(report.file)]);
    expect(statSync(report.file).mode & 0o777).toBe(0o600);
  });

  it("leaves out what is built anew, and what belongs to the process", async () => {
    mkdirSync(join(dataDir, "index"));
    const left = ["index/cache", "chains.state", "ringside.sock", "ringside.lock"];
    for (const name of left) writeFileSync(join(dataDir, name), "");
    const { file: backup } = await backUp({ to: `${newFolder()}/` });
    const { dataDir: folder } = await restore(backup);
    expect(namesIn(folder)).toEqual(["events.db", "records.db", "ringside.lock.db"]);
  });

  it("never replaces a backup", async () => {
    await expect(backUp({ to: file })).rejects.toMatchObject({ code: "backup_exists" });
  });

  it("says so where there is nothing to back up", async () => {
    const empty = backUp({ dataDir: newFolder() });
    await expect(empty).rejects.toMatchObject({ code: "nothing_to_back_up" });
  });

  it("leaves nothing when it is stopped", async () => {
    const folder = newFolder();
    await expect(backUp({ to: folder, signal: AbortSignal.abort() })).rejects.toThrow();
    expect(namesIn(folder)).toEqual([]);
  });

  it("says what to do where it cannot write", async () => {
    const place = join(fileWith(Buffer.alloc(0)), "inside-a-file/");
    await expect(backUp({ to: place })).rejects.toMatchObject({ code: "backup_unwritable" });
  });
});

describe("restore", () => {
  it("begins anew where one before was killed", async () => {
    const folder = newFolder();
    mkdirSync(join(folder, ".restoring"));
    writeFileSync(join(folder, ".restoring", "records.db"), "half");
    await restore(file, { dataDir: folder });
    expect(namesIn(folder)).toEqual(["events.db", "records.db", "ringside.lock.db"]);
  });

  it("brings what the first version wrote to today's schema", async () => {
    const old = newFolder();
    await createFirstSchema(join(old, "records.db"));
    fillTables(join(old, "records.db"));
    await (await openEventLog(join(old, "events.db"))).close();
    const today = await schemaOf(join(old, "events.db"));
    await toFirstVersion(join(old, "events.db"));
    const { file: backup } = await backUp({ dataDir: old, to: `${newFolder()}/` });
    const { migrated, dataDir: folder } = await restore(backup);
    expect(migrated).toEqual(migrationNames().slice(1));
    await (await openEventLog(join(folder, "events.db"))).close();
    expect(await schemaOf(join(folder, "events.db"))).toEqual(today);
  });
});

describe("restore refuses", () => {
  it("a folder in use", async () => {
    const folder = newFolder();
    const lock = acquireLock(folder, { pid: process.pid, startedAt: now, socket: "" });
    const refused = restore(file, { dataDir: folder, force: true });
    await expect(refused).rejects.toMatchObject({ code: "data_in_use" });
    lock.release();
  });

  it("a folder with data in it, unless forced, and then puts that aside", async () => {
    const folder = await newDataFolder();
    const refused = restore(file, { dataDir: folder });
    await expect(refused).rejects.toMatchObject({ code: "folder_not_empty" });
    expect(namesIn(folder)).toContain("records.db");
    const { replaced = "" } = await restore(file, { dataDir: folder, force: true });
    expect(namesIn(replaced)).toContain("records.db");
    expect(namesIn(folder)).toEqual(expect.arrayContaining(["events.db", "records.db"]));
  });

  it("a file that is not there, and one that is no backup", async () => {
    const missing = restore(join(newFolder(), "none.tar.gz"));
    await expect(missing).rejects.toMatchObject({ code: "backup_missing" });
    const other = restore(fileWith(Buffer.from("name,email\nAna,ana@example.com\n")));
    await expect(other).rejects.toMatchObject({ code: "backup_damaged" });
  });

  it("what a newer Ringside wrote", async () => {
    const { file: newer } = await backUp({ to: `${newFolder()}/`, version: "1.10.0" });
    await expect(restore(newer)).rejects.toMatchObject({ code: "data_newer" });
  });

  it("an archive cut short anywhere, and leaves the folder empty", async () => {
    const whole = readFileSync(file);
    for (const share of [0, 0.01, 0.3, 0.6, 0.9, 0.99, 0.9999]) {
      const folder = newFolder();
      const cut = fileWith(whole.subarray(0, Math.floor(whole.length * share)));
      const refused = restore(cut, { dataDir: folder });
      await expect(refused, String(share)).rejects.toMatchObject({ code: "backup_damaged" });
      expect(namesIn(folder)).toEqual(["ringside.lock.db"]);
    }
  });

  it("an archive with one byte changed, wherever that is", async () => {
    const whole = gunzipSync(readFileSync(file));
    // Of what a header says, what nobody reads (owner, time) is covered by its sum.
    for (const share of [0, 0.2, 0.4, 0.6, 0.8, 0.95]) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(bytes.length * share);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const refused = restore(fileWith(gzipSync(bytes)));
      await expect(refused, String(share)).rejects.toMatchObject({ code: "backup_damaged" });
    }
  });

  it("an archive that would write elsewhere", async () => {
    const paths = [
      "../evil",
      "assets/../../evil",
      "assets//evil",
      "/etc/evil",
      "ringside.lock.db",
      "playbooks/a\\..\\evil",
    ];
    for (const path of paths) {
      const bytes = Buffer.concat([renderTarHeader({ path, size: 0 }, now), tarEnd]);
      const refused = restore(fileWith(gzipSync(bytes)));
      await expect(refused, path).rejects.toMatchObject({ code: "backup_damaged" });
    }
  });
});
