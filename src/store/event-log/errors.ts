// What an error of the event log's database means to the operator and to a sender of touches.
import { Refused, RetryLater } from "../../core/errors.ts";

/** A read past the end of a file that was cut short is an I/O error too. */
const unreadable = ["SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR"];
const notNow = ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_NOMEM", "SQLITE_READONLY"];
const retryAfterMs = 5_000;

/** The file cannot be trusted any more. `why` completes "… is damaged (…)". */
export function damaged(file: string, why: string): Refused {
  return new Refused(
    "event_log_damaged",
    `The event log ${file} is damaged (${why}). Nothing was deleted or changed. Restore a backup ` +
      "(ringside restore), or move events.db and any events.db-wal and events.db-shm beside it " +
      "to another folder to start with an empty log.",
  );
}

/** An error while opening or reading, as the operator should see it; a bug stays what it is. */
export function toReadError(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (unreadable.includes(code)) return damaged(file, messageOf(error));
  return code === "SQLITE_CANTOPEN" ? unwritable(file, error) : error;
}

/** The file is there or could be made, but not by this user, or it is no file. */
export function unwritable(file: string, error: unknown): Refused {
  return new Refused(
    "data_unwritable",
    `The event log ${file} cannot be opened for writing (${messageOf(error)}). ` +
      "Check that it is a file and that this user may write to it and to its folder.",
  );
}

/** An error while writing: what the disk refuses now can be sent again later. */
export function toWriteError(file: string, error: unknown): unknown {
  if (!notNow.includes(codeOf(error))) return toReadError(file, error);
  return new RetryLater(
    `The event log ${file} could not be written (${messageOf(error)}). Check the disk and its ` +
      "free space. Touches that are sent again are stored once.",
    { afterMs: retryAfterMs },
  );
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return String(error.code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
