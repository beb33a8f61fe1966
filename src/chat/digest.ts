// What tells two things apart that came under the same id.
import { createHash } from "node:crypto";

/** The same for what says the same. */
export function digestOf(said: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 16);
}
