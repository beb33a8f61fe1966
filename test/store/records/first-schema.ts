// A records database as the first version made it, with a row in every table it had.
import Database from "better-sqlite3";
import {
  allTables,
  migrationNames,
  readMigrations,
  withSchemaEngine,
} from "../../../src/store/records/schema-engine.ts";

type Column = { name: string; type: string; notnull: number; pk: number };
export type Rows = Record<string, Record<string, unknown>[]>;

/** Only the first migration, applied as its version did. */
export async function createFirstSchema(file: string): Promise<void> {
  const { migrationDirectories, ...list } = readMigrations();
  const [first] = migrationDirectories;
  if (!first) throw new Error(`There are no migrations: ${migrationNames()}`);
  await withSchemaEngine(file, (schema) =>
    schema.applyMigrations({
      migrationsList: { ...list, migrationDirectories: [first] },
      filters: allTables,
    }),
  );
}

/** A row in each table, every column filled by what the table says of itself. */
export function fillTables(file: string): void {
  const database = new Database(file);
  for (const table of tablesOf(database)) {
    const columns = database.pragma(`table_info("${table}")`) as Column[];
    const places = columns.map(({ name }) => `@${name}`).join(", ");
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    const values = columns.map((column) => [column.name, fillerOf(column, table)]);
    const insert = `INSERT INTO "${table}" (${names}) VALUES (${places})`;
    database.prepare(insert).run(Object.fromEntries(values));
  }
  database.close();
}

/** Every row of the tables of the first version. */
export function readRows(file: string): Rows {
  const database = new Database(file, { readonly: true });
  const rows = tablesOf(database).map((table) => [
    table,
    database.prepare(`SELECT * FROM "${table}"`).all(),
  ]);
  database.close();
  return Object.fromEntries(rows);
}

function tablesOf(database: Database.Database): string[] {
  return database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_'",
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("sqlite"));
}

/** As its code wrote it, where a later migration reads it. */
const values: Record<string, unknown> = {
  ...{ language: "zh", role: "rep", timeZone: "Asia/Shanghai" },
  alternatives: JSON.stringify([
    {
      ...{ repId: "per_2", fit: 0.5, rank: 2 },
      contributions: [
        { factor: "industry", value: 0.25, known: true, reason: { key: "same", params: {} } },
        { factor: "load", value: 1, known: false, reason: { params: { open: 4, capacity: 9 } } },
      ],
    },
  ]),
};

function fillerOf({ name, type, pk }: Column, table: string): unknown {
  if (pk > 0 && type === "TEXT") return `${table.toLowerCase()}_1`;
  const byType: Record<string, unknown> = {
    ...{ INTEGER: 3, BIGINT: 3, REAL: 2.5, BOOLEAN: 1, DATETIME: 1_700_000_000_000 },
    ...{ JSONB: '["王丽"]', BLOB: Buffer.from("bytes") },
  };
  return values[name] ?? byType[type] ?? `${name} 王丽`;
}
