// Disks that are full: SQLite allowed not one page more, or a small file system that really has no room.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Records } from "../../src/store/records/records.ts";

/** A disk a test can fill and clear. */
type Disk = { fill(): Promise<void>; clear(): Promise<void> };

/** More pages than any test writes: no limit. */
const room = 1_000_000;

/** The records may not grow. */
export function diskOf(records: Records): Disk {
  const limit = (pages: string) =>
    records.transaction(async ({ sql }) => {
      const [now] = sql.all<{ page_count: number }>("PRAGMA page_count");
      sql.all(`PRAGMA max_page_count = ${pages || now?.page_count}`);
    });
  return { fill: () => limit(""), clear: () => limit(`${room}`) };
}

/** The event logs that are opened from now on may not grow: their connections are theirs alone, so they are noted. */
export function diskOfLogs(): Disk {
  const opened: sqlite3.Database[] = [];
  const { configure } = sqlite3.Database.prototype;
  sqlite3.Database.prototype.configure = function (this: sqlite3.Database, ...given: unknown[]) {
    opened.push(this);
    return Reflect.apply(configure, this, given);
  };
  const limit = async (pages: number) => {
    sqlite3.Database.prototype.configure = configure;
    const open = opened.filter((database) => (database as { open?: boolean }).open);
    for (const database of open) await pragma(database, `max_page_count = ${pages}`);
  };
  // SQLite takes a limit below what there is for "as many as there are".
  return { fill: () => limit(1), clear: () => limit(room) };
}

function pragma(database: sqlite3.Database, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    database.all(`PRAGMA ${words}`, (error) => (error ? reject(error) : resolve()));
  });
}

/** A file system of a few megabytes in memory; undefined where this user may not mount one. */
export function mountDisk(megabytes: number): (Disk & { folder: string; end(): void }) | undefined {
  const folder = mkdtempSync(join(tmpdir(), "ringside-disk-"));
  try {
    const options = ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder];
    execFileSync("mount", options, { stdio: "ignore" });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    async fill() {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(4_096), { flag: "a" });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      }
    },
    async clear() {
      rmSync(ballast);
    },
    end() {
      execFileSync("umount", [folder]);
      rmdirSync(folder);
    },
  };
}
