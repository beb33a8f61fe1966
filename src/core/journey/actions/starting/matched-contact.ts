// Whom to speak with at an account: whoever of them did something last.
import type { Touch } from "../../../model.ts";

export function matchedContact(touches: readonly Touch[]): string | null {
  return touches.findLast(({ contactId }) => contactId !== null)?.contactId ?? null;
}
