// Who is under whom. Teams form a tree; a manager sees the teams below theirs and whoever reports to them.
import type { Person, Team } from "../model.ts";
import type { Reader } from "../ports.ts";

export type Org = {
  /** True when `personId` is this manager, reports to them, or belongs to a team at or below one they manage. */
  isUnder(managerId: string, personId: string): boolean;
};

/** As it is now. */
export async function readOrg(read: Pick<Reader, "people" | "teams">): Promise<Org> {
  return createOrg(await read.people.find({}), await read.teams.find({}));
}

/** Loops in what was imported end the climb; they never hang. */
export function createOrg(people: readonly Person[], teams: readonly Team[]): Org {
  const parentOf = new Map(teams.map((team) => [team.id, team.parentId]));
  const personOf = new Map(people.map((person) => [person.id, person]));

  return {
    isUnder(managerId, personId) {
      const manager = personOf.get(managerId);
      const person = personOf.get(personId);
      if (!manager || !person) return false;
      if (manager.id === person.id) return true;
      if (manager.role !== "manager") return false;
      return (
        chain(person.managerId, (id) => personOf.get(id)?.managerId ?? null).includes(manager.id) ||
        isTeamUnder(person, manager)
      );
    },
  };

  function isTeamUnder(person: Person, manager: Person): boolean {
    if (!manager.teamId || person.role === "operator") return false;
    const above = chain(person.teamId, (id) => parentOf.get(id) ?? null);
    if (!above.includes(manager.teamId)) return false;
    // Two managers of one team are peers: neither sees the other.
    return person.role !== "manager" || person.teamId !== manager.teamId;
  }
}

/** Ids from the first upwards; a cycle in dirty data ends it. */
function chain(first: string | null, next: (id: string) => string | null): string[] {
  const seen: string[] = [];
  for (let id = first; id && !seen.includes(id); id = next(id)) seen.push(id);
  return seen;
}

/** The nearest manager of a person: whom they report to, else a manager of their team or of one above it. */
export function managerOf(
  person: Person,
  people: readonly Person[],
  teams: readonly Team[],
): Person | undefined {
  const managers = people.filter(
    ({ role, active, id }) => role === "manager" && active && id !== person.id,
  );
  const named = managers.find(({ id }) => id === person.managerId);
  if (named) return named;
  const parentOf = new Map(teams.map((team) => [team.id, team.parentId]));
  for (const teamId of chain(person.teamId, (id) => parentOf.get(id) ?? null)) {
    const manager = managers.find((candidate) => candidate.teamId === teamId);
    if (manager) return manager;
  }
  return undefined;
}
