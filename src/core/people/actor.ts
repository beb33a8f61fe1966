// Who is doing something. Every change names one.
import type { Person } from "../model.ts";

export type Actor =
  | { kind: "person"; person: Person }
  /** Ringside itself, carrying out a decision that a use case made. */
  | { kind: "ringside" }
  /** Whoever holds the terminal and the files. */
  | { kind: "operator" }
  /** A program with an API key. */
  | { kind: "key"; id: string; scopes: string[] };

export const ringside: Actor = { kind: "ringside" };
export const operator: Actor = { kind: "operator" };

/** The person's id, where a person is doing it. */
export function actorId(actor: Actor): string | null {
  return actor.kind === "person" ? actor.person.id : null;
}
