// Brings a records database to the schema this code knows, or says why it cannot.
import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Refused } from "../../core/errors.ts";
import { syncFolder } from "../sync-folder.ts";
import { allTables, migrationNames, readMigrations, withSchemaEngine } from "./schema-engine.ts";

/**
 * Applies what is missing, all or nothing: to a copy, which then takes the file's place. Killed in the middle, the
 * next start finds the file as it was. The engine (WASM, about 0.3 s) is loaded only when something is missing.
 */
export async function migrate(file: string): Promise<{ applied: string[] }> {
  const known = migrationNames();
  const done = appliedMigrations(file);
  const foreign = done.filter((name) => !known.includes(name));
  if (foreign.length > 0) throw newerThanCode(file, foreign);
  if (done.length === known.length) return { applied: [] };

  const draft = `${file}.migrating`;
  for (const leftover of [draft, `${draft}-wal`, `${draft}-shm`]) rmSync(leftover, { force: true });
  if (existsSync(file)) copyWhole(file, draft);
  const { appliedMigrationNames } = await withSchemaEngine(draft, (schema) =>
    schema.applyMigrations({ migrationsList: readMigrations(), filters: allTables }),
  );
  renameSync(draft, file);
  syncFolder(dirname(file));
  return { applied: appliedMigrationNames };
}

/** Copies a database that nobody else has open, with what its write-ahead log still holds. */
function copyWhole(file: string, to: string): void {
  const database = new Database(file);
  try {
    // Back to one file: a log left beside it would be taken for the new file's own.
    database.pragma("journal_mode = DELETE");
    database.prepare("VACUUM INTO ?").run(to);
  } finally {
    database.close();
  }
}

function newerThanCode(file: string, foreign: string[]): Refused {
  return new Refused(
    "data_newer",
    `${file} was written by a newer Ringside (it has ${foreign.join(", ")}). ` +
      "Start that version, or restore a backup made with this one. Nothing was changed.",
  );
}

function appliedMigrations(file: string): string[] {
  if (!existsSync(file)) return [];
  const database = openExisting(file);
  try {
    const has = database
      .prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'")
      .get();
    if (!has) return [];
    return database
      .prepare<[], { name: string }>(
        "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
      )
      .all()
      .map((row) => row.name);
  } catch (error) {
    throw damaged(file, error);
  } finally {
    database.close();
  }
}

function openExisting(file: string): Database.Database {
  try {
    return new Database(file, { readonly: true });
  } catch (error) {
    throw damaged(file, error);
  }
}

function damaged(file: string, error: unknown): Refused {
  const why = error instanceof Error ? error.message : String(error);
  return new Refused(
    "records_damaged",
    `${file} cannot be read as a database (${why}). Move it aside to start empty, ` +
      "or restore a backup (ringside restore). Nothing was changed.",
  );
}
