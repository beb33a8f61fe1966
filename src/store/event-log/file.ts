// The log's file: made whole or not at all, and trusted only after a look at it.
import { constants, existsSync } from "node:fs";
import { access, open, rename, rm, stat } from "node:fs/promises";
import { Refused } from "../../core/errors.ts";
import { type Connection, connect } from "./db.ts";
import { damaged, toReadError, toWriteError, unwritable } from "./errors.ts";

const schemaVersion = 2;
/** "RING": tells our log from any other SQLite file. */
const applicationId = 0x52494e47;

type LogFile = { reader: Connection; writer: Connection };

/** Opens a log for its one owner, making it where there is none; `now` is used only then. */
export async function openLogFile(file: string, now: number): Promise<LogFile> {
  const unclean = (await sizeOf(`${file}-wal`)) > 0;
  if (existsSync(file)) await checkHeader(file, unclean);
  else if (unclean) throw damaged(file, "events.db is missing, but its events.db-wal is there");
  else await createLogFile(file, now);

  // A read-only connection looks first: closing a writing one would fold the WAL into a damaged file.
  const reader = await connect(file, "read", (error) => toReadError(file, error));
  let writer: Connection | undefined;
  try {
    const version = await checkContent(reader, file, unclean);
    writer = await openWriter(file);
    await upgrade(writer, version);
    return { reader, writer };
  } catch (error) {
    await reader.close();
    await writer?.close();
    throw error;
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found?.size ?? 0;
}

/**
 * What SQLite itself does not look at: it takes an empty file for a new database (and deletes its WAL), and
 * reads the missing end of a last page as zeros. With a WAL the file may rightly end anywhere.
 * Offsets: https://www.sqlite.org/fileformat.html#the_database_header
 */
async function checkHeader(file: string, unclean: boolean): Promise<void> {
  const { header, size } = await readHeader(file);
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") {
    throw damaged(file, size === 0 ? "it is empty" : "it does not begin like a database");
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const expected = header.readUInt32BE(28) * pageSize;
  if (size < expected && !unclean) throw damaged(file, `it has ${size} of ${expected} bytes`);
}

async function readHeader(file: string): Promise<{ header: Buffer; size: number }> {
  try {
    await using handle = await open(file, "r");
    const header = Buffer.alloc(100);
    await handle.read(header, 0, header.length, 0);
    return { header, size: (await handle.stat()).size };
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Made under another name: a crash on the way never leaves half a log that looks like a damaged one. */
async function createLogFile(file: string, now: number): Promise<void> {
  const draft = `${file}.new`;
  await rm(draft, { force: true });
  const connection = await connect(draft, "create", (error) => toWriteError(file, error));
  await connection.exec(schemaSql(now)).finally(() => connection.close());
  await rename(draft, file);
}

/** Nearly all that arrives is a visitor's and names no contact: an entry for each would take room and find nobody. */
const contactIndexSql =
  "CREATE INDEX touches_contact ON touches (contact, at) WHERE contact IS NOT NULL;";

/** From each version to the next, in one transaction. */
const upgrades = [`DROP INDEX touches_contact; ${contactIndexSql}`];

/**
 * Positions begin at the time of creation in microseconds: a log that replaces a lost one continues above
 * it, so consumers whose checkpoint is from the lost log miss nothing of the new one.
 */
function schemaSql(now: number): string {
  return `
    BEGIN;
    CREATE TABLE touches (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      contact TEXT,
      anonymous TEXT,
      account TEXT,
      type TEXT NOT NULL,
      at INTEGER NOT NULL,
      received INTEGER NOT NULL,
      source TEXT NOT NULL,
      props TEXT NOT NULL
    );
    ${contactIndexSql}
    CREATE INDEX touches_anonymous ON touches (anonymous, at) WHERE anonymous IS NOT NULL;
    CREATE INDEX touches_account ON touches (account, at) WHERE account IS NOT NULL;
    CREATE TRIGGER touches_append_only BEFORE UPDATE ON touches
      BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
    INSERT INTO sqlite_sequence (name, seq) VALUES ('touches', ${now * 1_000});
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
    PRAGMA journal_mode = WAL;
  `;
}

/** The version of the schema. Throws Refused: `event_log_damaged` or `data_newer`. */
async function checkContent(reader: Connection, file: string, unclean: boolean): Promise<number> {
  const [mark] = await reader.all<{ application: number; version: number }>(
    `SELECT application_id AS application, user_version AS version
     FROM pragma_application_id, pragma_user_version`,
  );
  if (mark?.application !== applicationId) throw damaged(file, "it is not an event log");
  if (mark.version > schemaVersion) throw newerThanCode(file, mark.version);
  const [verdict] = await reader.all<{ quick_check: string }>("PRAGMA quick_check(1)");
  if (verdict?.quick_check !== "ok") throw damaged(file, verdict?.quick_check ?? "no verdict");
  if (unclean && (await hasCutProps(reader))) throw damaged(file, "touches are cut short");
  return mark.version;
}

async function upgrade(writer: Connection, version: number): Promise<void> {
  const missing = upgrades.slice(version - 1);
  if (missing.length === 0) return;
  await writer.exec(`BEGIN; ${missing.join("\n")} PRAGMA user_version = ${schemaVersion}; COMMIT;`);
}

/** quick_check does not see that the last page of a long text is missing: it reads as zeros. */
async function hasCutProps(reader: Connection): Promise<boolean> {
  const cut = await reader.all(
    "SELECT 1 FROM touches WHERE octet_length(props) > 400 AND substr(props, -1) <> '}' LIMIT 1",
  );
  return cut.length > 0;
}

function newerThanCode(file: string, version: number): Refused {
  return new Refused(
    "data_newer",
    `${file} was written by a newer Ringside (event log version ${version}, this one knows ` +
      `${schemaVersion}). Start that version, or restore a backup made with this one. Nothing was changed.`,
  );
}

/**
 * FULL, because in WAL mode anything less can lose an acknowledged commit when the power fails. A larger cache
 * and WAL than SQLite's own: measured 1.6 times the rows a second, as the indexes are written all over.
 */
async function openWriter(file: string): Promise<Connection> {
  // SQLite would open a file it may not write for reading, and complain at the first touch.
  await access(file, constants.W_OK).catch((error) => {
    throw unwritable(file, error);
  });
  const writer = await connect(file, "write", (error) => toWriteError(file, error));
  await writer.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA cache_size = -32768;
    PRAGMA wal_autocheckpoint = 16000;
    PRAGMA journal_size_limit = 67108864;
  `);
  return writer;
}
