// A store, a log and files of one test's own, and imports into them.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGate } from "../../../src/core/gate/gate.ts";
import type { ImportReport } from "../../../src/core/importing/model.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { type ImportOptions, importData } from "../../../src/sources/import/import-data.ts";
import { type OpenEventLog, openEventLog } from "../../../src/store/event-log/event-log.ts";
import { createNewId } from "../../../src/store/new-id.ts";
import { openRecords, type Records } from "../../../src/store/records/records.ts";
import { readMigrations } from "../../../src/store/records/schema-engine.ts";
import { testNow } from "../../helpers/people.ts";
import { newFolder } from "../../helpers/records.ts";

export type World = {
  folder: string;
  records: Records;
  events: OpenEventLog;
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Imports a path as the operator, confirming everything. */
  load(from: string, more?: Partial<ImportOptions>): Promise<ImportReport>;
  /** How many rows each table has, but for the batches: every run is one. */
  sizes(): Promise<Record<string, number>>;
  close(): Promise<void>;
};

export async function openWorld(): Promise<World> {
  const folder = newFolder();
  const records = await openCopy(join(folder, "records.db"));
  const events = await openEventLog(join(folder, "events.db"));
  return {
    folder,
    records,
    events,
    file(name, content) {
      const path = join(folder, name);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    load: (from, more = {}) =>
      importData({
        store: records,
        gate: createGate(),
        events,
        by: operator,
        from,
        confirm: async () => true,
        ...more,
      }),
    async sizes() {
      const { read } = records;
      const counted = await Promise.all(tables.map((name) => read[name].count({})));
      const touches = (await events.after(0, Number.MAX_SAFE_INTEGER)).length;
      return { ...Object.fromEntries(tables.map((name, i) => [name, counted[i] ?? 0])), touches };
    },
    async close() {
      await records.close();
      await events.close();
    },
  };
}

/** Migrating a new database takes a third of a second, copying a migrated one none; the test files share it. */
async function openCopy(file: string): Promise<Records> {
  const migrations = createHash("sha256").update(JSON.stringify(readMigrations())).digest("hex");
  const template = join(tmpdir(), `ringside-template-${migrations.slice(0, 16)}.db`);
  if (!existsSync(template)) await makeTemplate(template);
  copyFileSync(template, file);
  return openRecords({ file, clock: () => testNow, newId: createNewId() });
}

/** Made under another name: another test file may look for it at the same moment. */
async function makeTemplate(template: string): Promise<void> {
  const draft = join(newFolder(), "template.db");
  const records = await openRecords({ file: draft, clock: () => testNow, newId: createNewId() });
  await records.close();
  renameSync(draft, template);
}

const tables = [
  ...(["teams", "people", "accounts", "contacts", "products", "leads", "deals"] as const),
  ...(["fieldValues", "externalIds", "audits", "ownerChanges", "stageChanges"] as const),
];

/** Rows as CSV, quoted where they must be. */
export function toCsv(rows: readonly (readonly string[])[], delimiter = ","): string {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(cell).join(delimiter)).join("\r\n");
}
