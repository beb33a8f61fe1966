// Whose user in a CRM is which of our people: matched by e-mail, remembered for a few minutes.
import type { Clock, Reader } from "../../ports.ts";
import type { CrmConnection } from "./mapping.ts";
import type { Directory } from "./values.ts";

const freshMs = 600_000;

/** Answers who is who in a CRM. */
export type Directories = (connection: CrmConnection) => Promise<Directory>;

/** Asks a CRM again once what it said is older than a few minutes. */
export function createDirectories(services: {
  read: Pick<Reader, "people">;
  clock: Clock;
}): Directories {
  const { read, clock } = services;
  const known = new Map<string, { at: number; users: readonly User[] }>();
  return async (connection) => {
    const before = known.get(connection.name);
    const isFresh = before !== undefined && clock() - before.at < freshMs;
    const people = await read.people.find({ active: true });
    if (isFresh) return matchUsers(before.users, people);
    const users = await connection.connector.users(people.flatMap(({ email }) => email ?? []));
    known.set(connection.name, { at: clock(), users });
    return matchUsers(users, people);
  };
}

type User = { id: string; email: string | null };

/** Two users with one address: the first is theirs, and both are them. */
export function matchUsers(
  users: readonly User[],
  people: readonly { id: string; email: string | null }[],
): Directory {
  const byMail = new Map(people.map(({ id, email }) => [email?.toLowerCase(), id]));
  const userOf = new Map<string, string>();
  const personOf = new Map<string, string>();
  for (const { id, email } of users) {
    const person = email ? byMail.get(email.toLowerCase()) : undefined;
    if (!person) continue;
    personOf.set(id, person);
    if (!userOf.has(person)) userOf.set(person, id);
  }
  return { userOf, personOf };
}
