// A field's value as a person reads it.
import type { Reader } from "../../ports.ts";
import type { Reading } from "../../text/format.ts";
import { isUnread } from "./values.ts";

type Saying = { field: string; value: unknown };

export async function sayValue(
  read: Pick<Reader, "people">,
  { texts, format }: Reading,
  { field, value }: Saying,
): Promise<string> {
  if (value === null || value === undefined) return texts.crm.nothing;
  if (isUnread(value)) return value.unread;
  if (field === "ownerId") return (await read.people.get(String(value)))?.name ?? String(value);
  if (field === "stage") return texts.contracts.stages[String(value)] ?? String(value);
  if (typeof value !== "number") return String(value);
  return field.endsWith("Date") ? format.day(value) : format.number(value);
}
