// What Salesforce's errors mean: REST API Developer Guide, "Status Codes and Error Responses".
import { z } from "zod";
import { Refused } from "../../core/errors.ts";
import { away, busy, failureOf, refusedKeys } from "../call.ts";

const fault = z.object({ errorCode: z.string().optional(), message: z.string() });

/** Somebody else holds the record: it is free again in a moment. */
export const passing: ReadonlySet<string> = new Set([
  "UNABLE_TO_LOCK_ROW",
  "SERVER_UNAVAILABLE",
  "REQUEST_RUNNING_TOO_LONG",
]);

const keys = new Set(["INVALID_SESSION_ID", "API_DISABLED_FOR_ORG", "INSUFFICIENT_ACCESS"]);
const names = new Set(["INVALID_FIELD", "INVALID_TYPE", "NOT_FOUND", "MALFORMED_QUERY"]);

/** An error of jsforce as one of ours. */
export function toFailure(error: unknown): Error {
  const known = fault.safeParse(error);
  if (!known.success) return away("Salesforce did not answer.");
  const { errorCode = "", message } = known.data;
  const said = `Salesforce ${errorCode}: ${message}`.trim();
  if (/Unable to refresh session/.test(message)) {
    return /invalid_|unauthorized|inactive/.test(message) ? refusedKeys(said) : away(said);
  }
  // The limit counts 24 hours back; asking once an hour is soon enough.
  if (errorCode === "REQUEST_LIMIT_EXCEEDED") return busy(said, 3_600_000);
  if (passing.has(errorCode)) return away(said);
  if (keys.has(errorCode)) return refusedKeys(said);
  if (names.has(errorCode)) return new Refused("crm_mapping", said);
  const status = Number(/^ERROR_HTTP_(\d+)$/.exec(errorCode)?.[1] ?? 0);
  return failureOf(status, { message: said }) ?? away(said);
}
