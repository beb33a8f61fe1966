// Somebody back from an absence is not flooded: all their places are free, so that every fit points at them.
import { dayMs } from "../../durations.ts";
import type { Absence } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Assignment } from "../assigning/assignment.ts";
import type { RepFacts } from "../gathering/facts.ts";

/** An absence that leaves something to catch up on. */
const longAbsenceMs = 2 * dayMs;
/** How long a return is gentle, and how many leads it brings. Ours. */
const gentleMs = 2 * dayMs;
const gentleLeads = 2;

type Return = {
  person: Pick<Person, "id">;
  absences: readonly Absence[];
  offers: readonly Pick<Assignment, "repId" | "decidedAt">[];
  now: number;
};

/** How many leads somebody may still get in the first two days after two days away or more; null: no such limit. */
export function gentleness({ person, absences, offers, now }: Return): number | null {
  const back = absences
    .filter(({ personId, from, to }) => personId === person.id && to - from >= longAbsenceMs)
    .map(({ to }) => to)
    .filter((to) => to <= now && to > now - gentleMs);
  if (back.length === 0) return null;
  const since = Math.max(...back);
  const got = offers.filter(({ repId, decidedAt }) => repId === person.id && decidedAt >= since);
  return Math.max(0, gentleLeads - got.length);
}

/** Leads somebody may still get now: free places, fewer where they have just come back. */
export function placesOf({ person, open, gentle }: RepFacts): number {
  return Math.max(0, Math.min(person.capacity - open, gentle ?? Number.POSITIVE_INFINITY));
}
