// Whose manager a report goes to, and who may read one that was sent.
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg, managerOf, type Org } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader, Unit } from "../../ports.ts";
import type { SentReport } from "./report.ts";

type Reads = Pick<Reader | Unit, "people" | "teams">;

/** Whom a report goes to; where there is nobody, the names of those who can change that. */
export type Recipient = { manager: Person | undefined; helpers: string[] };

const mostHelpers = 3;

/** The manager above somebody as things stand now; a manager beside them is none. */
export async function recipientOf(read: Reads, person: Person): Promise<Recipient> {
  const [people, teams] = [await read.people.find({}), await read.teams.find({})];
  const found = managerOf(person, people, teams);
  const isAbove = found && createOrg(people, teams).isUnder(found.id, person.id);
  const others = people.filter(({ id, active }) => active && id !== person.id);
  const who = [
    ...others.filter(({ role }) => role === "operator"),
    ...others.filter(({ role }) => role === "manager"),
  ];
  return {
    manager: isAbove ? found : undefined,
    helpers: who.slice(0, mostHelpers).map(({ name }) => name),
  };
}

/** Sent to them or to a manager below them, by somebody who is still below them. */
export function mayRead(viewer: Person, report: SentReport, org: Org): boolean {
  const isUnder = may(viewer, "report.read", { ownerIds: [report.personId] }, org);
  return isUnder && org.isUnder(viewer.id, report.managerId);
}

/** Reports are of those who sell, and their own. */
export function requireReporter(person: Person): void {
  const org: Org = { isUnder: (one, other) => one === other };
  if (may(person, "report.send", { ownerIds: [person.id] }, org)) return;
  throw new Refused("forbidden", `A ${person.role} wanted to write a report.`);
}
