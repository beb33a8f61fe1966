// Whose line of a manager's health something counts in, and which readings were of the same people.
import type { Person } from "../../model.ts";

/** What belongs to nobody is everybody's who manages. */
export const nobody = "nobody";
/** Whoever is not under this manager: accounts of theirs may be customers of nobody's leads. */
export const others = "others";

/** The id of one of `own`, or one of the two lines that are of no person. */
export function lineOf(ownerId: string | null, own: { has(id: string): boolean }): string {
  if (ownerId === null) return nobody;
  return own.has(ownerId) ? ownerId : others;
}

/** The slice of readings (readings.ts) of one owner. */
export const sliceOf = (ownerId: string | null): string => `person:${ownerId ?? nobody}`;

/** The slices a manager is responsible for: of their people, and of nobody. */
export const ownSlices = (people: readonly Person[]): string[] =>
  [...people.map(({ id }) => id), null].map(sliceOf);
