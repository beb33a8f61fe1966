// One value, in our words and in the CRM's.
import { dayMs } from "../../durations.ts";
import type { MappedField } from "./mapping.ts";

/** Who is who: our person by the CRM's user, and the other way. */
export type Directory = {
  userOf: ReadonlyMap<string, string>;
  personOf: ReadonlyMap<string, string>;
};

/** What stands in the CRM and says nothing to us: a choice the mapping lacks, a user who is nobody here. */
export type Unread = { unread: string };

/** Whether this stands for a value of the CRM that says nothing to us. */
export function isUnread(value: unknown): value is Unread {
  return typeof value === "object" && value !== null && "unread" in value;
}

/** The value as the CRM takes it; undefined where it has no word for it. */
export function toCrm(field: MappedField, value: unknown, directory: Directory): unknown {
  if (value === null || value === undefined) return null;
  if (field.as === "owner") return directory.userOf.get(String(value));
  if (field.values) return field.values[String(value)];
  if (field.as === "date") return new Date(Number(value)).toISOString().slice(0, 10);
  if (field.as === "moment") return new Date(Number(value)).toISOString();
  if (field.as === "millis" || field.as === "number") return Number(value);
  return String(value);
}

/** The CRM's value as we read it. */
export function fromCrm(field: MappedField, raw: unknown, directory: Directory): unknown {
  if (raw === null || raw === undefined || raw === "") return null;
  if (field.as === "owner") return directory.personOf.get(String(raw)) ?? unread(raw);
  if (field.values) return ourWord(field.values, String(raw)) ?? unread(raw);
  if (field.as === "number") return finite(Number(raw), raw);
  if (field.as === "date") return finite(dayOf(raw), raw);
  if (field.as === "moment") return finite(Date.parse(String(raw)), raw);
  if (field.as === "millis") return finite(Number(raw), raw);
  return String(raw);
}

/** Whether two of our values are one and the same there, as when a day loses its hour. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Our value as it would come back. */
export function asSeen(field: MappedField, value: unknown, directory: Directory): unknown {
  const there = toCrm(field, value, directory);
  return there === undefined ? value : fromCrm(field, there, directory);
}

const unread = (raw: unknown): Unread => ({ unread: String(raw) });
const finite = (value: number, raw: unknown) => (Number.isFinite(value) ? value : unread(raw));

/** The first of our words that means theirs. */
function ourWord(values: Record<string, string>, raw: string): string | undefined {
  return Object.entries(values).find(([, theirs]) => theirs === raw)?.[0];
}

/** Midnight UTC of the day, however the CRM writes it: a day, a moment or milliseconds. */
function dayOf(raw: unknown): number {
  const isMillis = typeof raw === "number" || /^\d{11,}$/.test(String(raw));
  const at = isMillis ? Number(raw) : Date.parse(String(raw).slice(0, 10));
  return Math.floor(at / dayMs) * dayMs;
}
