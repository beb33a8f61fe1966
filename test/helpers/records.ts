// Records databases for tests: real files, each its own, copied from one that is migrated already.
import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNewId } from "../../src/store/new-id.ts";
import { migrate } from "../../src/store/records/migrate.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { testNow } from "./people.ts";

/** A records database of its own for one test, on disk. */
export async function openTestRecords(clock: () => number = () => testNow): Promise<Records> {
  const file = join(await newDataFolder(), "records.db");
  return openRecords({ file, clock, newId: createNewId() });
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "ringside-"));
}

let template: Promise<string> | undefined;

/** A data folder whose database is migrated: migrating takes a third of a second, copying none. */
export async function newDataFolder(): Promise<string> {
  template ??= migrateTemplate();
  const folder = newFolder();
  copyFileSync(await template, join(folder, "records.db"));
  return folder;
}

async function migrateTemplate(): Promise<string> {
  const file = join(newFolder(), "records.db");
  await migrate(file);
  return file;
}
