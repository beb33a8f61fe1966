// Looks into a data folder without changing it, for `ringside doctor`.
import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import sqlite3 from "sqlite3";
import { Refused } from "../core/errors.ts";
import { migrationNames } from "./records/schema-engine.ts";

export type RecordsState = {
  people: number;
  leads: number;
  deals: number;
  waiting: { inbox: number; outbox: number; jobs: number };
  failed: { inbox: number; outbox: number; jobs: number };
  /** Migrations that the next start applies. */
  pending: number;
};

/** What the records database holds; undefined when there is none yet. Throws when it cannot be read. */
export function inspectRecords(file: string): RecordsState | undefined {
  if (!existsSync(file)) return undefined;
  const database = new Database(file, { readonly: true });
  try {
    const count = (from: string) =>
      (database.prepare(`SELECT count(*) AS n FROM ${from}`).get() as { n: number }).n;
    const applied = count("_prisma_migrations WHERE finished_at IS NOT NULL");
    const pending = migrationNames().length - applied;
    if (pending < 0) throw new Refused("data_newer", "It was written by a newer Ringside.");
    return {
      people: count("Person WHERE active"),
      leads: count("Lead"),
      deals: count("Deal"),
      waiting: {
        inbox: count("InboxEvent WHERE state = 'new'"),
        outbox: count("OutboxMessage WHERE state IN ('queued', 'sending')"),
        jobs: count("Job WHERE state IN ('queued', 'running')"),
      },
      failed: {
        inbox: count("InboxEvent WHERE state = 'failed'"),
        outbox: count("OutboxMessage WHERE state IN ('failed', 'maybe', 'dropped')"),
        jobs: count("Job WHERE state = 'failed'"),
      },
      pending,
    };
  } finally {
    database.close();
  }
}

/** How many touches the event log holds; undefined when there is none yet. Rejects when it cannot be read. */
export async function inspectEvents(file: string): Promise<{ touches: number } | undefined> {
  if (!existsSync(file)) return undefined;
  const database = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
      error ? reject(error) : resolve(opened),
    );
  });
  try {
    return await new Promise((resolve, reject) => {
      database.get<{ touches: number }>("SELECT count(*) AS touches FROM touches", (error, row) =>
        error ? reject(error) : resolve(row),
      );
    });
  } finally {
    database.close();
  }
}
