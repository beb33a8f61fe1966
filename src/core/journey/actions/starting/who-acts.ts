// Who acts: whoever the rule names, or whom the customer belongs to; their manager while they are away or gone.
import type { Absence } from "../../../facts.ts";
import type { Person, Team } from "../../../model.ts";
import { managerOf } from "../../../people/org.ts";
import type { Reader } from "../../../ports.ts";
import type { Stand } from "../next-action.ts";

/** Everybody there is, and who of them is away now. */
export type Company = { people: Person[]; teams: Team[]; absences: Absence[] };

/** Who acts, and, where that is not the owner, why not. */
export type Actor = { person: Person; stand?: Stand; ownerName?: string };

/** Read once for a batch of matches. */
export async function readCompany(
  read: Pick<Reader, "people" | "teams" | "absences">,
  now: number,
): Promise<Company> {
  const people = await read.people.find({});
  const teams = await read.teams.find({});
  const absences = await read.absences.find({ from: { lte: now }, to: { gt: now } });
  return { people, teams, absences };
}

/** Undefined where there is nobody to tell: no owner, and no manager either. */
export function whoActs(
  { ownerId, assignTo }: { ownerId: string | null; assignTo: string },
  company: Company,
): Actor | undefined {
  const { people } = company;
  const named = people.find(({ email, active }) => active && isSameEmail(email, assignTo));
  if (named) return named.id === ownerId ? { person: named } : { person: named, stand: "rule" };
  const owner = people.find(({ id }) => id === ownerId);
  if (!owner) {
    const manager = people.find(({ role, active }) => role === "manager" && active);
    return manager && { person: manager, stand: "nobody" };
  }
  if (assignTo === "manager") return above(owner, company, "rule") ?? stillHere(owner);
  if (!owner.active) return above(owner, company, "owner_left");
  const isAway = company.absences.some(({ personId }) => personId === owner.id);
  return (isAway ? above(owner, company, "owner_away") : undefined) ?? { person: owner };
}

const stillHere = (person: Person) => (person.active ? { person } : undefined);

function above(owner: Person, { people, teams }: Company, stand: Stand): Actor | undefined {
  const manager =
    managerOf(owner, people, teams) ??
    people.find(({ role, active, id }) => role === "manager" && active && id !== owner.id);
  return manager && { person: manager, stand, ownerName: owner.name };
}

function isSameEmail(email: string | null, other: string): boolean {
  return email !== null && email.toLowerCase() === other.toLowerCase();
}
