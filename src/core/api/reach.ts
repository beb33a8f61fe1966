// Whose records a key may see: everybody's, or those of the person or team it is tied to.
import { groupBy } from "../group-by.ts";
import type { Contact, Deal, Lead, Person, Team } from "../model.ts";
import { createOrg } from "../people/org.ts";
import type { Reader } from "../ports.ts";

/** `seesUnowned`: what is nobody's yet is every manager's to place. `person`: whom the key is tied to. */
export type Reach =
  | { kind: "all" }
  | { kind: "people"; ids: ReadonlySet<string>; seesUnowned: boolean; person: Person | null };

type Tie = { personId: string | null; teamId: string | null };

/** Roles whose rights a key can have: the others see fields, or connections. */
export const tieableRoles = ["rep", "manager"] as const;

/** How far a key or webhook reaches; undefined: whom it is tied to is gone, and it reaches nothing. */
export async function reachOf(
  read: Pick<Reader, "people" | "teams">,
  { personId, teamId }: Tie,
): Promise<Reach | undefined> {
  if (personId === null && teamId === null) return { kind: "all" };
  const [people, teams] = [await read.people.find({}), await read.teams.find({})];
  if (teamId !== null) return reachOfTeam(teamId, people, teams);
  const person = people.find(({ id }) => id === personId);
  if (!person?.active || !tieableRoles.some((role) => role === person.role)) return undefined;
  const org = createOrg(people, teams);
  const ids = people.filter(({ id }) => org.isUnder(person.id, id)).map(({ id }) => id);
  return { kind: "people", ids: new Set(ids), seesUnowned: person.role === "manager", person };
}

function reachOfTeam(
  teamId: string,
  people: readonly Person[],
  teams: readonly Team[],
): Reach | undefined {
  if (!teams.some(({ id }) => id === teamId)) return undefined;
  const below = groupBy(teams, ({ parentId }) => parentId);
  const inside = new Set<string>();
  const open = [teamId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (inside.has(id)) continue;
    inside.add(id);
    open.push(...(below.get(id) ?? []).map((team) => team.id));
  }
  const members = people.filter((one) => one.teamId !== null && inside.has(one.teamId));
  const ids = new Set(members.map(({ id }) => id));
  return { kind: "people", ids, seesUnowned: true, person: null };
}

/** Whether somebody who reaches so far may see what these people own; none: it is nobody's yet. */
export function sees(reach: Reach, ownerIds: readonly string[]): boolean {
  if (reach.kind === "all") return true;
  if (ownerIds.length === 0) return reach.seesUnowned;
  return ownerIds.some((id) => reach.ids.has(id));
}

/** Whether a record may be given to this person: reps keep their own, managers and teams place with theirs. */
export function mayGiveTo(reach: Reach, personId: string): boolean {
  if (reach.kind === "all") return true;
  if (reach.person?.role === "rep") return personId === reach.person.id;
  return reach.ids.has(personId);
}

type Reads = Pick<Reader, "leads" | "deals" | "assignments" | "accounts">;

/** A lead is its owner's, and whom it is offered to now. */
export async function seesLead(read: Reads, reach: Reach, lead: Lead): Promise<boolean> {
  if (reach.kind === "all") return true;
  const offers = await read.assignments.find({ leadId: lead.id, state: "offered" });
  return sees(reach, [...(lead.ownerId ? [lead.ownerId] : []), ...offers.map((one) => one.repId)]);
}

/** A deal is its owner's. */
export function seesDeal(reach: Reach, { ownerId }: Deal): boolean {
  return sees(reach, ownerId ? [ownerId] : []);
}

/** An account is whose it says, and theirs who have a lead or deal there. */
export async function seesAccount(read: Reads, reach: Reach, accountId: string): Promise<boolean> {
  if (reach.kind === "all") return true;
  const account = await read.accounts.get(accountId);
  if (account?.ownerId && reach.ids.has(account.ownerId)) return true;
  const deals = await read.deals.find({ accountId });
  if (deals.some((deal) => seesDeal(reach, deal))) return true;
  return seesSome(read, reach, await read.leads.find({ accountId }));
}

/** A contact is theirs who have a lead with it, and theirs who may see its account. */
export async function seesContact(read: Reads, reach: Reach, contact: Contact): Promise<boolean> {
  if (reach.kind === "all") return true;
  if (await seesSome(read, reach, await read.leads.find({ contactId: contact.id }))) return true;
  return contact.accountId !== null && seesAccount(read, reach, contact.accountId);
}

async function seesSome(read: Reads, reach: Reach, leads: readonly Lead[]): Promise<boolean> {
  for (const lead of leads) if (await seesLead(read, reach, lead)) return true;
  return false;
}
