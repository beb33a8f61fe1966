// Whose figures a manager sees by name.
import type { Person } from "../model.ts";
import type { Reader } from "../ports.ts";
import { createOrg } from "./org.ts";

/** Themselves, those who report to them, and the teams at or below theirs. */
export async function peopleUnder(
  read: Pick<Reader, "people" | "teams">,
  manager: Person,
): Promise<Person[]> {
  const people = await read.people.find({});
  const org = createOrg(people, await read.teams.find({}));
  return people.filter(({ id }) => org.isUnder(manager.id, id));
}
