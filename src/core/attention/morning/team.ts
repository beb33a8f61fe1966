// The people of one manager.
import type { Person } from "../../model.ts";
import { createOrg, type Org } from "../../people/org.ts";
import type { Reader } from "../../ports.ts";

export type Team = {
  manager: Person;
  /** Everybody, by id. */
  people: ReadonlyMap<string, Person>;
  /** Whoever is under them. */
  ids: string[];
  org: Org;
};

/** Everybody under this manager, however far below. */
export async function readTeam(read: Reader, manager: Person): Promise<Team> {
  const people = await read.people.find({});
  const org = createOrg(people, await read.teams.find({}));
  const under = people.filter(({ id }) => id !== manager.id && org.isUnder(manager.id, id));
  const byId = new Map(people.map((person) => [person.id, person]));
  return { manager, people: byId, ids: under.map(({ id }) => id), org };
}

/** What people call one of them. */
export function nameIn({ people }: Team, id: string | null): string {
  return people.get(id ?? "")?.name ?? "–";
}
