// The shape every use case has: look first, outside the transaction; then return what to do inside it.
import type { Outcome } from "./card.ts";
import type { Person } from "./model.ts";
import type { Unit } from "./ports.ts";

/** What a use case does, in one transaction; what it returns is the answer to whoever pressed or typed. */
export type Effect = (unit: Unit) => Promise<Outcome>;

/** Somebody asking for something, with what their button carried; `cardKey` is the card it was on. */
export type Ask<Params = Record<string, string>> = { person: Person; params: Params };

/** An answer to a form. */
export type Answer<Params = Record<string, string>> = Ask<Params> & {
  values: Record<string, string | number | string[]>;
};

/** What a form field came back with, as text; empty when it was left out. */
export function textOf(values: Answer["values"], field: string): string {
  const value = values[field];
  if (value === undefined) return "";
  return (Array.isArray(value) ? value.join(", ") : String(value)).trim();
}

/** Only says something. */
export function sayOnly(toast: string): Effect {
  return async () => ({ toast });
}
