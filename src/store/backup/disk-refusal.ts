// What a disk that refuses means to whoever backs up or restores.
import { Refused } from "../../core/errors.ts";

const diskCodes = /^(E[A-Z]+|SQLITE_(FULL|CANTOPEN|IOERR)\w*)$/;

/** A refusal with this code, where it was the disk; every other error as it is. */
export function toDiskRefusal(
  error: unknown,
  { code, what, todo }: { code: string; what: string; todo: string },
): unknown {
  const { code: found = "", message } = error as NodeJS.ErrnoException;
  if (error instanceof Refused || !diskCodes.test(found)) return error;
  return new Refused(code, `${what} was not written (${message}). ${todo}`);
}
