// What of a check could be written, to which customer, and what it would count as.
import {
  type Customer,
  findCustomers,
  visibleCustomers,
} from "../../../customers/find-customers.ts";
import { companySpellings, type Spell } from "../../../identity/duplicates/company-name.ts";
import type { Account, Person } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import { checkCreditCode } from "../credit-code.ts";
import { type Checked, type Entry, holds } from "./checked.ts";

/** Fields of an account that a check can fill. */
export type Fill = Partial<
  Pick<Account, "name" | "creditCode" | "vatId" | "domain" | "country" | "foundedYear">
>;

/** What could be written. `source`: who says so; verified only where a register does, of a company of that name. */
export type Finding = {
  fill: Fill;
  /** Who found it, for people and for provenance. */
  source: { label: string; id: string; url: string | null };
  /** The company's names there; none where nobody said. */
  names: string[];
  isConfirmed: boolean;
};

/** A finding with the customer it may be of; without one a form asks. */
export type Offer = { finding: Finding; account?: Account };

/** What a check found that an account can hold; nothing where something is wrong or there is nothing to hold. */
export function findingOf(checked: Checked): Finding | undefined {
  if (!holds(checked)) return undefined;
  const [entry] = checked.entries;
  const main = mainOf(checked, entry);
  if (!main) return undefined;
  const more = {
    ...(checked.country === "CN" ? { country: "CN" } : {}),
    ...(entry?.country ? { country: entry.country } : {}),
    ...(entry?.foundedYear ? { foundedYear: entry.foundedYear } : {}),
  };
  return {
    fill: { ...main, ...more },
    source: entry
      ? { label: entry.register, id: `check:${entry.register.toLowerCase()}`, url: entry.url }
      : { label: "", id: "chat", url: null },
    names: entry ? [entry.name ?? "", ...entry.otherNames].filter(Boolean) : [],
    isConfirmed: entry !== undefined,
  };
}

function mainOf({ type, value, domain }: Checked, entry: Entry | undefined): Fill | undefined {
  if (type === "creditCode") return { creditCode: value };
  if (type === "vatId") return { vatId: value };
  if (type === "lei" && entry?.creditCode && checkCreditCode(entry.creditCode).problem === null) {
    return { creditCode: entry.creditCode };
  }
  return (type === "domain" || type === "email") && domain ? { domain } : undefined;
}

type Looking = { read: Reader; person: Person; finding: Finding; customer: string; spell: Spell };

/** The one customer it is of: named, or known by what was checked, or called as a register says. */
export async function findOffer(looking: Looking): Promise<Offer | undefined> {
  const { read, person, finding, customer } = looking;
  if (person.role !== "rep" && person.role !== "manager") return undefined;
  const customers = await visibleCustomers(read, person);
  const named = customer ? findCustomers(customers, customer) : [];
  const accounts = await accountsOf(read, named.length > 0 ? named : customers);
  const fitting = named.length > 0 ? accounts : accounts.filter((one) => isAlike(one, looking));
  const [account] = fitting;
  return account && fitting.length === 1 ? { finding, account } : { finding };
}

/** The accounts of customers. */
export async function accountsOf(read: Reader, customers: readonly Customer[]): Promise<Account[]> {
  const ids = customers.flatMap(({ accountId }) => accountId ?? []);
  return read.accounts.find({ id: [...new Set(ids)] });
}

function isAlike(account: Account, { finding, spell }: Looking): boolean {
  const { creditCode, vatId, domain } = finding.fill;
  const isKnown =
    (creditCode !== undefined && account.creditCode === creditCode) ||
    (vatId !== undefined && account.vatId === vatId) ||
    (domain !== undefined && account.domain === domain);
  return isKnown || namesAgree([account.name], finding.names, spell);
}

/** Whether two companies may be one by their names: legal forms and the place of registration aside. */
export function namesAgree(
  ours: readonly string[],
  theirs: readonly string[],
  spell: Spell,
): boolean {
  const known = new Set(ours.flatMap((name) => companySpellings(name, spell)));
  return theirs.some((name) => companySpellings(name, spell).some((one) => known.has(one)));
}

/** What would change of an account: the thing itself, and beside it only what is not known yet. */
export function changesOf(fill: Fill, account: Account): Fill {
  const isOpen = ([field, value]: [string, unknown]) =>
    identity.has(field) || (account[field as keyof Fill] === null && value !== null);
  return Object.fromEntries(Object.entries(fill).filter(isOpen));
}

const identity = new Set(["creditCode", "vatId", "domain"]);

/** A register's word counts as verification where it names this very company. */
export function statusFor(
  { isConfirmed, names }: Finding,
  account: Account,
  spell: Spell,
): "verified" | "stated" {
  return isConfirmed && namesAgree([account.name], names, spell) ? "verified" : "stated";
}
