// Whom a rule would have fired for, by name: a manager reads the customers of their own people, and how many others.
import type { Person } from "../../model.ts";
import { type Org, readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader } from "../../ports.ts";
import type { Watched } from "../backtest/outcomes.ts";
import type { Rule } from "../rules/rule.ts";

/** Names of the latest, how many are not the reader's to see, and how many there are in all. */
export type Whom = { names: string[]; others: number; count: number };

type Found = { latest: readonly Watched[]; count: number; scope: Rule["scope"] };
type Read = Pick<Reader, "people" | "teams" | "contacts" | "accounts" | "leads" | "deals">;

const mostNames = 10;

/** Names customers, latest first. Visitors nobody knows and strangers' customers are counted with the others. */
export async function nameCustomers(
  read: Read,
  person: Person,
  { latest, count, scope }: Found,
): Promise<Whom> {
  const org = await readOrg(read);
  const ids = latest.map(({ customer }) => customer);
  const customers = await (scope === "account" ? findAccounts(read, ids) : findContacts(read, ids));
  const seen = ids.flatMap((id) => {
    const customer = customers.get(id);
    return customer && isTheirs(customer, person, org) ? [customer.name] : [];
  });
  return { names: seen.slice(0, mostNames), others: count - seen.length, count };
}

type Customer = { name: string; ownerIds: string[] };

/** A customer of nobody may have become anybody's: their name waits until they are somebody's. */
function isTheirs({ ownerIds }: Customer, person: Person, org: Org): boolean {
  return ownerIds.length > 0 && may(person, "lead.read", { ownerIds }, org);
}

async function findAccounts(read: Read, ids: string[]): Promise<Map<string, Customer>> {
  const accounts = await read.accounts.find({ id: ids });
  const known = accounts.map(({ id }) => id);
  const held = [
    ...(await read.deals.find({ accountId: known, status: "open" })),
    ...(await read.leads.find({ accountId: known, status: ["offered", "accepted"] })),
  ];
  return new Map(
    accounts.map(({ id, name, ownerId }) => {
      const theirs = held.filter(({ accountId }) => accountId === id);
      return [id, { name, ownerIds: idsOf([{ ownerId }, ...theirs]) }];
    }),
  );
}

async function findContacts(read: Read, ids: string[]): Promise<Map<string, Customer>> {
  const contacts = await read.contacts.find({ id: ids });
  const accountIds = [...new Set(contacts.flatMap(({ accountId }) => accountId ?? []))];
  const accounts = await findAccounts(read, accountIds);
  const leads = await read.leads.find({
    contactId: contacts.map(({ id }) => id),
    status: ["offered", "accepted"],
  });
  return new Map(
    contacts.map(({ id, name, accountId }) => {
      const account = accounts.get(accountId ?? "");
      const own = leads.filter(({ contactId }) => contactId === id);
      const words = [name, account?.name].filter(Boolean).join(" · ");
      return [id, { name: words || "–", ownerIds: [...idsOf(own), ...(account?.ownerIds ?? [])] }];
    }),
  );
}

const idsOf = (held: readonly { ownerId: string | null }[]) =>
  held.flatMap(({ ownerId }) => ownerId ?? []);
