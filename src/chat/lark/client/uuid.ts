// Keys that make a call idempotent, as Lark takes them.
import { createHash } from "node:crypto";
import { limits } from "../limits.ts";

/** At most 50 characters; the same key gives the same. */
export function toUuid(key: string): string {
  if (key.length <= limits.uuid && /^[\w:.-]+$/.test(key)) return key;
  return createHash("sha256").update(key).digest("base64url");
}
