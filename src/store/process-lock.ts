// One process owns the data folder. The truth is a lock of the operating system, which dies with the process
// (kill -9, power failure), so nothing is ever stale; the JSON beside it is for people and the CLI.
// Nothing else in the owner's process may open ringside.lock.db, a backup for instance: on POSIX, closing any
// descriptor of a file drops the process' locks on it.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { Refused } from "../core/errors.ts";

const lockInfo = z.object({ pid: z.number(), startedAt: z.number(), socket: z.string() });

/** Who owns a data folder. `socket` is where its owner takes commands. */
type LockInfo = z.infer<typeof lockInfo>;

type ProcessLock = { release(): void };

/** How long two processes that start at the same moment wait for each other. */
const raceTimeoutMs = 250;

/**
 * Makes this process the owner of the folder, which is created where it is missing, until `release` or the
 * end of the process. Throws Refused: `data_in_use` or `data_unwritable`.
 */
export function acquireLock(dataDir: string, info: LockInfo): ProcessLock {
  const folder = resolve(dataDir);
  // A folder in use is refused at once; only a real race waits.
  if (readLock(folder).held) throw inUse(folder);
  const database = openLocked(folder);
  try {
    writeInfo(folder, info);
  } catch (error) {
    database.close();
    throw unwritable(folder, error);
  }

  const release = () => {
    process.off("exit", release);
    if (!database.open) return;
    rmSync(infoFile(folder), { force: true });
    database.close();
  };
  // Also keeps the database from being collected, which would end the lock.
  process.on("exit", release);
  return { release };
}

/** Whether a living process owns the folder, and which, without getting into its way. */
export function readLock(dataDir: string): { held: boolean; info?: LockInfo } {
  const folder = resolve(dataDir);
  if (!isLocked(folder)) return { held: false };
  const info = readInfo(folder);
  return info ? { held: true, info } : { held: true };
}

function openLocked(folder: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    makeFolder(folder);
    database = new Database(databaseFile(folder), { timeout: raceTimeoutMs });
    // On a file it may not write, SQLite would take a shared lock and say nothing.
    accessSync(databaseFile(folder), constants.W_OK);
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database?.close();
    throw isBusy(error) ? inUse(folder) : unwritable(folder, error);
  }
}

/** Not `recursive`: where nothing can be made, under /proc for instance, Node 20 would try for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    // Other people have no business here: it holds customers and keys.
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Somebody who started at the same moment may have made it.
    if (!existsSync(folder)) throw error;
  }
}

/** A read is refused while somebody holds the lock; the shared lock it takes otherwise lasts microseconds. */
function isLocked(folder: string): boolean {
  let database: Database.Database | undefined;
  try {
    const options = { readonly: true, fileMustExist: true, timeout: 0 };
    database = new Database(databaseFile(folder), options);
    database.prepare("SELECT count(*) FROM sqlite_master").get();
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database?.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

/** Under another name first: nobody reads half of it. */
function writeInfo(folder: string, info: LockInfo): void {
  const draft = `${infoFile(folder)}.new`;
  writeFileSync(draft, `${JSON.stringify(info)}\n`, { mode: 0o600 });
  renameSync(draft, infoFile(folder));
}

function readInfo(folder: string): LockInfo | undefined {
  try {
    return lockInfo.parse(JSON.parse(readFileSync(infoFile(folder), "utf8")));
  } catch {
    return undefined;
  }
}

function databaseFile(folder: string): string {
  return join(folder, "ringside.lock.db");
}

function infoFile(folder: string): string {
  return join(folder, "ringside.lock");
}

function inUse(folder: string): Refused {
  const info = readInfo(folder);
  const owner = info
    ? `process ${info.pid} (since ${new Date(info.startedAt).toISOString()})`
    : "another process";
  return new Refused(
    "data_in_use",
    `The data folder ${folder} is in use by ${owner}. Stop it, or set DATA_DIR to another folder.`,
  );
}

function unwritable(folder: string, error: unknown): Refused {
  const why = error instanceof Error ? error.message : String(error);
  return new Refused(
    "data_unwritable",
    `The data folder ${folder} cannot be used (${why}). Make it a folder this user may write to, ` +
      "on a local disk with free space, or set DATA_DIR to another folder.",
  );
}
