// Contacts and accounts as columns to compare, and what agreeing in each is worth.
import type { Account, Contact } from "../../model.ts";
import { freeMailDomains } from "../free-mail.ts";
import type { NameReaders } from "../names.ts";
import { codeColumn } from "./code-column.ts";
import type { Column } from "./column.ts";
import { companySpellings, type Spell } from "./company-name.ts";
import { mailboxOf } from "./email-name.ts";
import type { Weights } from "./fit-weights.ts";
import { nameColumn } from "./name-column.ts";
import { personSpellings } from "./person-name.ts";

/** Reads values as people and systems write them (src/sources/duplicates/readers.ts). Masked values are read as none. */
export type DuplicateReaders = NameReaders & {
  spell: Spell;
  isMasked(name: string): boolean;
};

/** What of a contact is compared. */
export type ComparedContact = Pick<Contact, "name" | "email" | "phone"> & {
  company: string | null;
};

/** What of an account is compared. */
export type ComparedAccount = Pick<Account, "name" | "domain" | "creditCode" | "vatId" | "country">;

/** What `findDuplicates` is given for customers; somebody is rarely there more than a few times. */
export type CustomerColumns = { columns: Column[]; weights: Weights; partners: number };

const partners = 5;

/** Contacts by mailbox, phone, name, company and domain. */
export function contactColumns(
  rows: readonly ComparedContact[],
  readers: DuplicateReaders,
): CustomerColumns {
  const emails = rows.map(({ email }) => (email && readers.email(email)) || "");
  const columns = [
    codeColumn(
      "email",
      emails.map((email) => email && mailboxOf(email)),
    ),
    codeColumn(
      "phone",
      rows.map(({ phone }) => (phone && readers.phone(phone)) || ""),
    ),
    nameColumn(
      "name",
      rows.map(({ name }) => spellingsOf(name, readers, personSpellings)),
    ),
    nameColumn(
      "company",
      rows.map(({ company }) => spellingsOf(company, readers, companySpellings)),
    ),
    codeColumn(
      "domain",
      emails.map((email) => companyDomain(email, readers)),
    ),
  ];
  return { columns, weights: contactWeights(columns), partners };
}

/** Accounts by name, domain, registration and country. */
export function accountColumns(
  rows: readonly ComparedAccount[],
  readers: DuplicateReaders,
): CustomerColumns {
  const columns = [
    nameColumn(
      "name",
      rows.map(({ name }) => spellingsOf(name, readers, companySpellings)),
    ),
    codeColumn(
      "domain",
      rows.map(({ domain }) => companyDomain(domain ?? "", readers)),
    ),
    codeColumn(
      "registration",
      rows.map(({ creditCode, vatId }) => fold(creditCode ?? vatId ?? "")),
    ),
    codeColumn(
      "country",
      rows.map(({ country }) => fold(country ?? "")),
    ),
  ];
  return { columns, weights: accountWeights(columns), partners };
}

const fold = (code: string) =>
  code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

function spellingsOf(
  name: string | null,
  readers: DuplicateReaders,
  spell: (name: string, spell: Spell) => string[],
): string[] {
  return name && !readers.isMasked(name) ? spell(name, readers.spell) : [];
}

/** Never that of a mail service, which says nothing about where somebody works. */
function companyDomain(text: string, { domain }: NameReaders): string {
  const found = text && domain(text);
  return found && !freeMailDomains.has(found) ? found : "";
}

/**
 * Bits, stated by us and not learned: an installation begins with too few records to learn from, and a new lead is
 * compared at once. In the order of Fellegi and Sunter's log2 (m/u): a mailbox is one person's (4,000 : 1), a phone may
 * be a switchboard's, people have several mailboxes, and another name outweighs what colleagues share.
 */
function contactWeights(columns: readonly Column[]): Weights {
  return {
    prior: -6,
    bits: bitsBySteps(columns, {
      email: { differ: -2, slip: 1, same: 12 },
      phone: { differ: -1.5, slip: 0, same: 6 },
      name: { differ: -8, somewhat: -3, near: 1, alike: 4.5, same: 5.5 },
      company: { differ: -3, somewhat: -1, near: 0, alike: 2.5, same: 3 },
      domain: { differ: -1, slip: 0, same: 2 },
    }),
  };
}

/** A name may be a namesake's abroad; companies of one group share a domain under names of their own. */
function accountWeights(columns: readonly Column[]): Weights {
  return {
    prior: -5,
    bits: bitsBySteps(columns, {
      name: { differ: -6, somewhat: -1, near: 2, alike: 5.5, same: 7 },
      domain: { differ: -3, slip: -1, same: 7 },
      registration: { differ: -8, slip: 2, same: 12 },
      country: { differ: -3, same: 0.5 },
    }),
  };
}

type Worth = Record<string, number>;

/** The levels of a column by name, from "they differ" to "the same"; one without a slip has none. */
function bitsBySteps(columns: readonly Column[], worths: Record<string, Worth>): number[][] {
  return columns.map(({ name, steps }) => {
    const bits = Object.values(worths[name] ?? {});
    const [first = 0, ...others] = bits;
    return steps.length === 1 ? [first, others.at(-1) ?? 0] : bits;
  });
}
