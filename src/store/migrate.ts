// Brings a records database to the schema this code knows, or says why it cannot.
import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { Refused } from "../core/errors.ts";
import { allTables, migrationNames, readMigrations, withSchemaEngine } from "./schema-engine.ts";

/** Applies what is missing. The engine (WASM, about 0.3 s) is loaded only when something is. */
export async function migrate(file: string): Promise<{ applied: string[] }> {
  const known = migrationNames();
  const done = appliedMigrations(file);
  const foreign = done.filter((name) => !known.includes(name));
  if (foreign.length > 0) throw newerThanCode(file, foreign);
  if (done.length === known.length) return { applied: [] };

  const { appliedMigrationNames } = await withSchemaEngine(file, (schema) =>
    schema.applyMigrations({ migrationsList: readMigrations(), filters: allTables }),
  );
  return { applied: appliedMigrationNames };
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
