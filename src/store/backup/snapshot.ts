// Copies of databases that somebody may be writing to, and a look whether a copy is whole.
//
// VACUUM INTO rather than SQLite's backup API: it reads one moment, while the API begins again whenever another
// process writes (sqlite.org/backup.html); and nothing deleted comes along.
import { chmodSync } from "node:fs";
import Database from "better-sqlite3";
import { Refused } from "../../core/errors.ts";
import { connect } from "../event-log/db.ts";
import { toReadError } from "../event-log/errors.ts";

/** How long a copy waits for a writer that holds the file, as while it is rewritten. */
const busyTimeoutMs = 60_000;

/** Copies the records; what was written before it began is in the copy. */
export function copyRecords(file: string, to: string): void {
  const database = new Database(file, { readonly: true, timeout: busyTimeoutMs });
  try {
    database.prepare("VACUUM INTO ?").run(to);
    chmodSync(to, 0o600);
  } finally {
    database.close();
  }
}

/** Copies the log; what was appended before it began is in the copy. */
export async function copyEvents(file: string, to: string): Promise<void> {
  const database = await connect(file, "read", (error) => toReadError(file, error));
  try {
    await database.all(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    await database.all("VACUUM INTO ?", to);
    chmodSync(to, 0o600);
  } finally {
    await database.close();
  }
}

/** Rows by table and the migrations of a copy. Throws Refused `records_damaged`. */
export function inspectCopy(file: string): {
  counts: Record<string, number>;
  migrations: string[];
} {
  const database = new Database(file);
  try {
    const verdict = database.pragma("integrity_check(1)", { simple: true });
    if (verdict !== "ok") throw damaged(file, String(verdict));
    const names = (sql: string) =>
      database
        .prepare<[], { name: string }>(sql)
        .all()
        .map(({ name }) => name);
    const tables = names(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_' " +
        "AND name NOT LIKE 'sqlite%' ORDER BY name",
    );
    const count = (table: string) =>
      (database.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n;
    return {
      counts: Object.fromEntries(tables.map((table) => [table, count(table)])),
      migrations: names(
        `SELECT migration_name AS name FROM _prisma_migrations
         WHERE finished_at IS NOT NULL ORDER BY migration_name`,
      ),
    };
  } catch (error) {
    throw error instanceof Refused ? error : damaged(file, String(error));
  } finally {
    database.close();
  }
}

/** How many touches a copy of the log holds. Throws Refused `event_log_damaged`. */
export async function countTouches(file: string): Promise<number> {
  const database = await connect(file, "read", (error) => toReadError(file, error));
  try {
    const [verdict] = await database.all<{ integrity_check: string }>("PRAGMA integrity_check(1)");
    if (verdict?.integrity_check !== "ok") throw damaged(file, String(verdict?.integrity_check));
    const [row] = await database.all<{ n: number }>("SELECT count(*) AS n FROM touches");
    return row?.n ?? 0;
  } finally {
    await database.close();
  }
}

function damaged(file: string, why: string): Refused {
  return new Refused(
    "records_damaged",
    `${file} is not whole (${why}). Restore the latest backup that is. Nothing was changed.`,
  );
}
