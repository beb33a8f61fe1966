// Prepared statements on one connection, kept: what a person waits for is read and written through these.
//
// Measured on the path of a press (2 cores): a row by id takes 4 µs here and 260 µs through Prisma's client, a
// one-row update in a transaction 18 µs and 330 µs. Prisma keeps the schema, the migrations, the transactions and
// the tables nobody waits for.
import type { Database, Statement } from "better-sqlite3";

export type Parameter = string | number | null;

export type Sql = {
  all<Row>(text: string, ...parameters: Parameter[]): Row[];
  /** How many rows it changed. */
  run(text: string, ...parameters: Parameter[]): number;
};

/** Texts must be few: each is prepared once and kept. What varies is a parameter; a list is one, as JSON. */
export function createSql(database: Database): Sql {
  const statements = new Map<string, Statement>();
  const prepare = (text: string): Statement => {
    const known = statements.get(text);
    if (known) return known;
    // Prisma's driver asks for bigints everywhere; our whole numbers are far below 2^53.
    const fresh = database.prepare(text).safeIntegers(false);
    statements.set(text, fresh);
    return fresh;
  };
  return {
    all: <Row>(text: string, ...parameters: Parameter[]) =>
      prepare(text).all(...parameters) as Row[],
    run: (text, ...parameters) => prepare(text).run(...parameters).changes,
  };
}
