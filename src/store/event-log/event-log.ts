// The append-only log of touches: its own SQLite file, written by one connection and read by another.
import { RetryLater } from "../../core/errors.ts";
import type { Clock, EventLog } from "../../core/ports.ts";
import { createGroupCommit, type Fresh } from "./batch.ts";
import type { Connection } from "./db.ts";
import { openLogFile } from "./file.ts";
import { readCounts, readGroups, readOfEach, readPage } from "./reads.ts";
import { columns, fromRow, insertSql, type Row, toRowJson } from "./rows.ts";

export type OpenEventLog = EventLog & {
  /** Stores what was appended before, then closes the file; what comes later is refused. */
  close(): Promise<void>;
  /** Everybody in it who is a visitor. */
  visitors(): Promise<string[]>;
  /** Takes out what these customers did, for good; how many touches that were. */
  forget(whose: { contactIds: string[]; visitorIds: string[] }): Promise<number>;
  /** Rewrites the file without what was taken out, and empties its log; false while somebody reads. */
  compact(): Promise<boolean>;
};

type EventLogOptions = {
  clock?: Clock;
  /** How long an append waits for others to share a write with; during a write it waits for its end. */
  collectMs?: number;
  /** Rows after which it does not wait. */
  maxRows?: number;
};

/**
 * Opens the log for the process that owns it (a missing file is made). Throws Refused: `data_newer`,
 * `event_log_damaged` or `data_unwritable`. An append throws RetryLater while the disk refuses.
 * Ranges of `ofContacts` include both ends. Positions grow, with gaps, and do not begin at 1.
 */
export async function openEventLog(
  file: string,
  { clock = Date.now, collectMs = 1, maxRows = 4_000 }: EventLogOptions = {},
): Promise<OpenEventLog> {
  const { reader, writer } = await openLogFile(file, clock());
  const commit = await createInsert(writer);
  const commits = createGroupCommit({ collectMs, maxRows, commit });
  let closing: Promise<void> | undefined;

  const closeAll = async () => {
    await commits.drain();
    // The writer last: it is the one that folds the WAL into the file.
    await reader.close();
    await writer.close();
  };

  return {
    append: async (touches) => {
      if (closing) throw new RetryLater("Ringside is shutting down.", { afterMs: 5_000 });
      if (touches.length === 0) return { stored: 0, duplicates: 0 };
      // Made into text here: what cannot be stored fails its own caller, not everyone in the batch.
      return commits.add({ ids: touches.map(({ id }) => id), rows: touches.map(toRowJson) });
    },
    ofContacts: async (contactIds, range) => {
      const rows = await readOfEach(reader, { column: "contact", ids: contactIds }, range);
      return rows.map((row) => fromRow(row, file));
    },
    ofAccounts: async (accountIds, range) => {
      const rows = await readOfEach(reader, { column: "account", ids: accountIds }, range);
      return rows.map((row) => fromRow(row, file));
    },
    ofVisitors: async (anonymousIds, range) => {
      const rows = await readOfEach(reader, { column: "anonymous", ids: anonymousIds }, range);
      return rows.map((row) => fromRow(row, file));
    },
    countsOf: (of, range) => readCounts(reader, of, range),
    groupsOf: (of, by) => readGroups(reader, of, by),
    pageOf: async (of, page) => (await readPage(reader, of, page)).map((row) => fromRow(row, file)),
    after: async (position, limit) => {
      const rows = await readAfter(reader, position, limit);
      return rows.map((row) => ({ position: row.position, touch: fromRow(row, file) }));
    },
    visitors: () => readVisitors(reader),
    forget: (whose) => forgetTouches(writer, whose),
    compact: () => compactLog(writer),
    close: () => {
      closing ??= closeAll();
      return closing;
    },
  };
}

/** Stores rows in one transaction and says which were new; asking costs, so only when some were not. */
async function createInsert(writer: Connection): Promise<(rows: string[]) => Promise<Fresh>> {
  const insert = await writer.prepare(insertSql);
  let last = await readLast(writer);
  return async (rows) => {
    const before = last;
    const { changes, lastId } = await insert(`[${rows.join(",")}]`);
    if (changes > 0) last = lastId;
    return changes === rows.length ? "all" : readIdsAfter(writer, before);
  };
}

/** Nobody else writes, and positions are never given twice: what lies above is new. */
async function readIdsAfter(writer: Connection, position: number): Promise<string[]> {
  const rows = await writer.all<{ id: string }>(
    "SELECT id FROM touches WHERE position > ?",
    position,
  );
  return rows.map(({ id }) => id);
}

async function readLast(writer: Connection): Promise<number> {
  const [row] = await writer.all<{ last: number }>(
    "SELECT seq AS last FROM sqlite_sequence WHERE name = 'touches'",
  );
  return row?.last ?? 0;
}

/** The log is append-only but for this: whoever asks to be forgotten is. */
async function forgetTouches(
  writer: Connection,
  { contactIds, visitorIds }: { contactIds: string[]; visitorIds: string[] },
): Promise<number> {
  const gone = await writer.all(
    `DELETE FROM touches WHERE contact IN (SELECT value FROM json_each(?))
     OR anonymous IN (SELECT value FROM json_each(?)) RETURNING 1`,
    JSON.stringify(contactIds),
    JSON.stringify(visitorIds),
  );
  return gone.length;
}

async function compactLog(writer: Connection): Promise<boolean> {
  await writer.exec("VACUUM");
  const [done] = await writer.all<{ busy: number }>("PRAGMA wal_checkpoint(TRUNCATE)");
  return done?.busy === 0;
}

function readAfter(reader: Connection, position: number, limit: number): Promise<Row[]> {
  return reader.all<Row>(
    `SELECT ${columns} FROM touches WHERE position > ? ORDER BY position LIMIT ?`,
    position,
    limit,
  );
}

async function readVisitors(reader: Connection): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    "SELECT DISTINCT anonymous AS id FROM touches WHERE anonymous IS NOT NULL",
  );
  return rows.map(({ id }) => id);
}
