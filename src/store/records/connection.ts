// One connection to the records database: Prisma's client on it, and prepared statements beside that.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { Database } from "better-sqlite3";
import { PrismaClient } from "../generated/client.ts";
import { createSql, type Sql } from "./sql.ts";

export type Connection = {
  prisma: PrismaClient;
  /** On the same connection, so within a transaction of `prisma` it is part of it. */
  sql: Sql;
  /** How the next commits reach the disk. */
  setSync: (level: SyncLevel) => void;
  /** Empties the write-ahead log into the file; false while another connection reads. */
  emptyLog: () => boolean;
  /** Rewrites the file without what was deleted. */
  rewrite: () => void;
};

/** FULL: a commit is on the disk when it returns. NORMAL: with the next FULL one; a killed process loses neither. */
export type SyncLevel = "FULL" | "NORMAL";

/** Pages in the write-ahead log before they move to the database file; SQLite's 1,000 moved hot pages too often. */
const checkpointPages = 4_000;

export async function connect(file: string): Promise<Connection> {
  const driver = new SharedDriver({ url: `file:${file}` }, { timestampFormat: "unixepoch-ms" });
  const prisma = new PrismaClient({ adapter: driver });
  await prisma.$connect();
  const { database } = driver;
  if (!database) throw new Error("Prisma's driver no longer shows the connection it opened.");
  database.pragma("journal_mode = WAL");
  database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  let level: SyncLevel | undefined;
  const setSync = (next: SyncLevel) => {
    if (next !== level) database.pragma(`synchronous = ${next}`);
    level = next;
  };
  // What is deleted is overwritten in its page, not left for the next row to cover.
  database.pragma("secure_delete = ON");
  // better-sqlite3 is built with synchronous=NORMAL in WAL: an acknowledged write could be lost.
  setSync("FULL");
  const sql = createSql(database);
  const emptyLog = () => {
    const [done] = sql.all<{ busy: number }>("PRAGMA wal_checkpoint(TRUNCATE)");
    return done?.busy === 0;
  };
  // Pages that were split keep copies of rows that moved: only a new file holds none (sqlite.org/lang_vacuum.html).
  const rewrite = () => void database.exec("VACUUM");
  return { prisma, sql, setSync, emptyLog, rewrite };
}

/** Prisma's driver opens the database itself and keeps it: this one lets us see it. */
class SharedDriver extends PrismaBetterSqlite3 {
  database: Database | undefined;

  override async connect(): Promise<SqlDriverAdapter> {
    const adapter = await super.connect();
    this.database = (adapter as SqlDriverAdapter & { client?: Database }).client;
    return adapter;
  }
}
