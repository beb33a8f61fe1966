// Whole rows in and out, by one prepared statement however many there are.
import type { Sql } from "./sql.ts";
import { toParameter } from "./table-query.ts";
import type { TableShape } from "./tables.ts";

/** Inserts whole rows, replacing those of the same id. All have the columns of the first. */
export function upsertAll(sql: Sql, table: TableShape, rows: readonly object[]): void {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`);
  const updates = names
    .filter((name) => name !== '"id"')
    .map((name) => `${name} = excluded.${name}`);
  const text = `INSERT INTO "${table.model}" (${names.join(", ")})
     VALUES (${columns.map(() => "?").join(", ")})
     ON CONFLICT ("id") DO UPDATE SET ${updates.join(", ")}`;
  for (const row of rows) {
    const encoded = encode(table, row);
    sql.run(text, ...columns.map((column) => toParameter(encoded[column])));
  }
}

/** Deletes the rows of these ids, in one statement. */
export function removeAll(sql: Sql, { model }: TableShape, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const text = `DELETE FROM "${model}" WHERE "id" IN (SELECT "value" FROM json_each(?))`;
  sql.run(text, JSON.stringify(ids));
}

/** Documents as text, as Prisma keeps them. */
export function encode({ json }: TableShape, row: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...row };
  for (const field of json) {
    const value = result[field];
    if (value !== null && value !== undefined) result[field] = JSON.stringify(value);
  }
  return result;
}
