// What contacts and accounts are called where somebody has to choose between them.
import type { Account, Contact } from "../model.ts";

/** What a person calls a contact or an account; its address where it has no name. */
export function nameOf(record: Contact | Account | undefined): string {
  if (!record) return "?";
  if ("email" in record) return record.name ?? record.email ?? record.phone ?? record.id;
  return record.name ?? record.id;
}
