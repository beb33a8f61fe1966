// Queries for more values than a database takes at once.
import type { ReadTable, Where } from "../../../../core/tables.ts";

/** Below what a database takes in one query (999 parameters), with room for the other conditions. */
const valuesPerQuery = 500;

/** Rows whose field is one of these values, however many there are. */
export async function findIn<Row, Field extends keyof Row & string>(
  table: ReadTable<Row>,
  field: Field,
  { values, where }: { values: readonly (Row[Field] & string)[]; where?: Where<Row> },
): Promise<Row[]> {
  const different = [...new Set(values)];
  const found: Row[][] = [];
  for (let from = 0; from < different.length; from += valuesPerQuery) {
    const some = different.slice(from, from + valuesPerQuery);
    const condition = { [field]: some } as unknown as Where<Row>;
    found.push(await table.find({ ...where, ...condition }));
  }
  return found.flat();
}
