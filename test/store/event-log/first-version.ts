// A log as the first version of its schema had it, and what tells one version from another.
import { connect } from "../../../src/store/event-log/db.ts";

const identity = (error: unknown) => error;

/** Puts a closed log of today back to the first version. */
export async function toFirstVersion(file: string): Promise<void> {
  const connection = await connect(file, "write", identity);
  await connection.exec(`
    DROP INDEX touches_contact;
    CREATE INDEX touches_contact ON touches (contact, at, id);
    PRAGMA user_version = 1;
  `);
  await connection.close();
}

/** The version of a log and its indexes, as they were made. */
export async function schemaOf(file: string): Promise<unknown[]> {
  const connection = await connect(file, "read", identity);
  const rows = await connection.all(
    "SELECT name, sql, user_version FROM sqlite_schema, pragma_user_version WHERE type = 'index' ORDER BY name",
  );
  await connection.close();
  return rows;
}
