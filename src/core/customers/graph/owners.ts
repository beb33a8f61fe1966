// Whose touches a customer's graph is made of, and which of its people each touch belongs to.
import { accountIdsOf, aliasesOf } from "../../identity/touches-of.ts";
import type { Contact, Lead } from "../../model.ts";
import type { Reader, TouchGroup, TouchOwners } from "../../ports.ts";
import type { Customer } from "../find-customers.ts";
import { contactsOf, strangersOf } from "../gather-customer.ts";

/** The person of touches nobody has named, and that of everybody a picture has no room for. */
export const strangersKey = "strangers";
export const othersKey = "others";

/** Everybody whose touches count, by the ids that touches lie under. */
export type Owners = {
  contacts: Contact[];
  /** Contacts that leads or touches still name and that are deleted. */
  deletedIds: string[];
  /** From each id a touch may carry to the contact it is now. */
  contactOf: ReadonlyMap<string, string>;
  visitorOf: ReadonlyMap<string, string>;
  all: TouchOwners;
};

/** Looks everybody up; `leads` say who was a contact here once. */
export async function findOwners(
  read: Reader,
  customer: Customer,
  leads: readonly Lead[],
): Promise<Owners> {
  const contacts = await contactsOf(read, customer);
  const known = new Set(contacts.map(({ id }) => id));
  const named = leads.flatMap(({ contactId }) => contactId ?? []).filter((id) => !known.has(id));
  const deletedIds = await missing(read, [...named, ...customer.contactIds]);
  const aliases = await aliasesOf(read, [...known, ...deletedIds]);
  const strangers = await strangersOf(read, customer);
  const { accountId, subjects } = customer;
  return {
    ...{ contacts, deletedIds, contactOf: aliases.contacts, visitorOf: aliases.visitors },
    all: {
      contactIds: [...aliases.contacts.keys()],
      // What is said about a lead that has neither contact nor company lies under its own id.
      visitorIds: [...aliases.visitors.keys(), ...strangers, ...subjects.map(({ id }) => id)],
      accountIds: accountId === null ? [] : await accountIdsOf(read, accountId),
    },
  };
}

/** Touches of the company name contacts that are no longer there: those are deleted people too. */
export async function addDeleted(
  read: Pick<Reader, "contacts">,
  owners: Owners,
  groups: readonly TouchGroup[],
): Promise<Owners> {
  const named = new Set(groups.flatMap(({ contactId }) => contactId ?? []));
  const unknown = [...named].filter((id) => !owners.contactOf.has(id));
  const gone = await missing(read, unknown);
  const contactOf = new Map([...owners.contactOf, ...gone.map((id) => [id, id] as const)]);
  return { ...owners, contactOf, deletedIds: [...new Set([...owners.deletedIds, ...gone])] };
}

async function missing(read: Pick<Reader, "contacts">, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const found = new Set((await read.contacts.find({ id: wanted })).map(({ id }) => id));
  return wanted.filter((id) => !found.has(id));
}

/** Which person a touch belongs to. */
export function personKeyOf(
  { contactId, anonymousId }: { contactId: string | null; anonymousId: string | null },
  { contactOf, visitorOf }: Pick<Owners, "contactOf" | "visitorOf">,
): string {
  if (contactId !== null) return contactOf.get(contactId) ?? strangersKey;
  return visitorOf.get(anonymousId ?? "") ?? strangersKey;
}

/** The ids that one person's touches lie under, among everybody's. */
export function ownersOf(key: string, owners: Owners, shownIds: ReadonlySet<string>): TouchOwners {
  const { contactOf, visitorOf, all } = owners;
  const known = (id: string) => shownIds.has(id);
  const isTheirs = (id: string | undefined) =>
    key === othersKey ? id !== undefined && !known(id) : id === key;
  if (key === strangersKey) {
    const visitorIds = all.visitorIds.filter((id) => !visitorOf.has(id));
    return { contactIds: [], visitorIds, accountIds: all.accountIds };
  }
  return {
    contactIds: [...contactOf].filter(([, id]) => isTheirs(id)).map(([id]) => id),
    visitorIds: [...visitorOf].filter(([, id]) => isTheirs(id)).map(([id]) => id),
    accountIds: [],
  };
}
