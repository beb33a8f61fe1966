// The customers somebody may see: those of their open leads and deals, and the accounts that are theirs.
import type { Account, Person } from "../model.ts";
import { createOrg } from "../people/org.ts";
import { may } from "../people/permissions.ts";
import { findSubjects, openSubjects, type Subject } from "../pipeline/subjects.ts";
import type { Reader } from "../ports.ts";

/** A company with what somebody has there; a person alone where no company is known. */
export type Customer = {
  /** The account's id, else the contact's, else the lead's or deal's own. */
  id: string;
  label: string;
  accountId: string | null;
  /** Contacts of the subjects; the account may have more. */
  contactIds: string[];
  /** Open leads and deals of it that this person may see. */
  subjects: Subject[];
};

/** Every customer of a person, the latest changed first. */
export async function visibleCustomers(read: Reader, person: Person): Promise<Customer[]> {
  const subjects = await openSubjects(read, person);
  const accounts = await ownAccounts(read, person);
  const names = await nameAccounts(read, subjects, accounts);
  const customers = new Map<string, Customer>();
  for (const subject of subjects) {
    const id = subject.accountId ?? subject.contactId ?? subject.id;
    const label = names.get(subject.accountId ?? "") ?? subject.label;
    const known = customers.get(id) ?? newCustomer(id, label, subject.accountId);
    customers.set(id, withSubject(known, subject));
  }
  const others = accounts.filter(({ id }) => !customers.has(id));
  return [...customers.values(), ...others.map(({ id, name }) => newCustomer(id, name, id))];
}

function newCustomer(id: string, label: string, accountId: string | null): Customer {
  return { id, label, accountId, contactIds: [], subjects: [] };
}

function withSubject(customer: Customer, subject: Subject): Customer {
  const contactIds = new Set(customer.contactIds);
  if (subject.contactId) contactIds.add(subject.contactId);
  const subjects = [...customer.subjects, subject];
  return { ...customer, contactIds: [...contactIds], subjects };
}

/** Those a person may see that somebody means by `name`: by company, lead or deal, else by who works there. */
export async function customersCalled(
  read: Reader,
  person: Person,
  name: string,
): Promise<Customer[]> {
  const all = await visibleCustomers(read, person);
  const called = findCustomers(all, name);
  return called.length > 0 || !name ? called : findByPerson(read, all, name);
}

/** Customers called something like `name`, by their company or by a person, lead or deal there; an exact name alone wins. */
export function findCustomers(customers: readonly Customer[], name: string): Customer[] {
  const labels = customers.flatMap((customer) => [
    toSubject(customer.id, customer.label),
    ...customer.subjects.map(({ label }) => toSubject(customer.id, label)),
  ]);
  const found = new Set(findSubjects(labels, name).map(({ id }) => id));
  return customers.filter(({ id }) => found.has(id));
}

/** Customers where somebody of this name works: asked only when no company, lead or deal is called so. */
export async function findByPerson(
  read: Pick<Reader, "contacts">,
  customers: readonly Customer[],
  name: string,
): Promise<Customer[]> {
  const accountId = customers.flatMap((customer) => customer.accountId ?? []);
  const others = customers.flatMap((customer) => customer.contactIds);
  const people = [
    ...(await read.contacts.find({ accountId })),
    ...(await read.contacts.find({ id: others })),
  ];
  const found = findSubjects(
    people.map((contact) => toSubject(contact.id, contact.name ?? "")),
    name,
  );
  const ids = new Set(found.map(({ id }) => id));
  const called = people.filter(({ id }) => ids.has(id));
  const places = new Set(called.flatMap((contact) => contact.accountId ?? []));
  return customers.filter(
    (one) => places.has(one.accountId ?? "") || one.contactIds.some((id) => ids.has(id)),
  );
}

function toSubject(id: string, label: string): Subject {
  return { kind: "lead", id, label, contactId: null, accountId: null, updatedAt: 0 };
}

async function ownAccounts(read: Reader, person: Person): Promise<Account[]> {
  if (person.role === "rep") return read.accounts.find({ ownerId: person.id });
  const people = await read.people.find({});
  const org = createOrg(people, await read.teams.find({}));
  const under = people.filter(({ id }) => may(person, "lead.read", { ownerIds: [id] }, org));
  return read.accounts.find({ ownerId: under.map(({ id }) => id) });
}

async function nameAccounts(
  read: Reader,
  subjects: readonly Subject[],
  accounts: readonly Account[],
): Promise<Map<string, string>> {
  const ids = [...new Set(subjects.flatMap(({ accountId }) => accountId ?? []))];
  const named = await read.accounts.find({ id: ids });
  return new Map([...named, ...accounts].map(({ id, name }) => [id, name]));
}
