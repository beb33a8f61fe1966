// Whose records somebody may ask about: a manager about those under them, a rep about themselves, nobody else.
import { Refused } from "../errors.ts";
import type { Person } from "../model.ts";
import { createOrg } from "../people/org.ts";
import { may } from "../people/permissions.ts";
import type { Reader } from "../ports.ts";
import type { AskData, Scope } from "./counting.ts";
import { toVocabulary, type Vocabulary } from "./vocabulary.ts";

/** `names`: what people and teams within reach are called. */
export type Reach = {
  scope: Scope;
  vocabulary: Vocabulary;
  names: ReadonlyMap<string, string>;
};

/** Whether somebody may ask anything at all. */
export function mayAsk({ role, active }: Person): boolean {
  return active && (role === "rep" || role === "manager");
}

/** Reads it anew for every question: who belongs to whom may have changed. */
export async function readReach(
  { read, data }: { read: Pick<Reader, "people" | "teams">; data: AskData },
  asker: Person,
): Promise<Reach> {
  if (!mayAsk(asker)) throw new Refused("forbidden", `${asker.role} asked the data`);
  const all = await read.people.find({});
  const teams = await read.teams.find({});
  const org = createOrg(all, teams);
  const people = all.filter(({ id }) => may(asker, "deal.read", { ownerIds: [id] }, org));
  const inReach = new Set(people.flatMap(({ teamId }) => teamId ?? []));
  const ownTeams = teams.filter(({ id }) => inReach.has(id));
  const values = await data.values(people.map(({ id }) => id));
  return {
    scope: people.map(({ id, teamId }) => ({ id, teamId })),
    vocabulary: toVocabulary({ people, teams: ownTeams, values }),
    names: new Map([...people, ...ownTeams].map(({ id, name }) => [id, name])),
  };
}
