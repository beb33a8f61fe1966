// What an error of the records database means to whoever waits for a write: a disk that is full can have room again.
import { RetryLater } from "../../core/errors.ts";

const retryAfterMs = 5_000;

/**
 * An error while writing. Nothing of the transaction is there: SQLite takes it all back
 * (https://www.sqlite.org/rescode.html#full). Anything but the disk stays what it is.
 */
export function toRecordsError(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code !== "SQLITE_FULL" && !code.startsWith("SQLITE_IOERR")) return error;
  return new RetryLater(
    `The records ${file} could not be written (${code}). Check the disk and its free space. ` +
      "Nothing of this was kept; what had been acknowledged is there.",
    { afterMs: retryAfterMs },
  );
}

/** As better-sqlite3 names it, as Prisma's driver does, and as Prisma's own error for a query carries it. */
function codeOf(error: unknown): string {
  const { code, cause, meta } = (error ?? {}) as Partial<Shapes>;
  const { originalCode } = cause ?? meta?.driverAdapterError?.cause ?? {};
  return String(originalCode ?? code ?? "");
}

type Driver = { cause?: { originalCode?: string } };
type Shapes = Driver & { code: string; meta?: { driverAdapterError?: Driver } };
