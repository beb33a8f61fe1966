// Accounts and their contacts, with what the generating model knows about each and nobody else does.
import { dayMs } from "../core/durations.ts";
import type { Account, Contact, Language } from "../core/model.ts";
import { toNameKey } from "../core/records/names.ts";
import { createNamer, type Namer } from "./namer.ts";
import { createRandom, itemAt, type Random } from "./random.ts";
import { sampleId } from "./sample-id.ts";
import { type AccountRow, accountTable } from "./tables/account-table.ts";
import { titles } from "./tables/name-table.ts";
import { type Industry, type Size, type Style, sizeOf, styles } from "./traits.ts";

/** An account, its contacts, and its latent traits. */
export type Customer = {
  account: Account;
  contacts: Contact[];
  short: string;
  industry: Industry;
  size: Size;
  language: Language;
  currency: "GBP" | "USD" | "CNY";
  territory: string;
  offsetHours: number;
  fresh: boolean;
  /** How these people like to find out. */
  style: Style;
  /** How keen they are in general: standard normal, half of the variance of every deal's interest. */
  eagerness: number;
  /** How happy they are once they are customers: standard normal. */
  contentment: number;
};

const currencies = { GB: "GBP", US: "USD", CN: "CNY" } as const;
const offsets: Record<string, number> = { UK: 0, "US East": -5, "US West": -8 };
const chinaOffset = 8;

/** The sixty customers with two or three contacts each. */
export function createCustomers(now: number, seed: number): Customer[] {
  const random = createRandom(seed, "customers");
  const namer = createNamer(random);
  const spread = random.shuffled(accountTable.map((_, index) => itemAt(styles, index % 3)));
  return accountTable.map((row, index) => {
    const createdAt = now - Math.round(random.between(...knownForDays(row)) * dayMs);
    const account = toAccount(row, createdAt);
    return {
      account,
      contacts: createContacts(account, { row, count: index % 4 === 0 ? 3 : 2, namer, random }),
      short: row.short,
      industry: row.industry,
      size: sizeOf(row.employees),
      language: languageOf(row),
      currency: currencies[row.country],
      territory: row.territory,
      offsetHours: offsets[row.territory] ?? chinaOffset,
      fresh: row.fresh,
      style: itemAt(spread, index),
      eagerness: random.normal(),
      contentment: random.normal(),
    };
  });
}

function toAccount(row: AccountRow, createdAt: number): Account {
  return {
    id: sampleId("account", row.key),
    name: row.name,
    nameKey: toNameKey(row.name),
    domain: `${row.key}.example`,
    industry: row.industry,
    segment: sizeOf(row.employees),
    employees: row.employees,
    revenue: row.revenue,
    currency: currencies[row.country],
    country: row.country,
    territory: row.territory,
    foundedYear: row.founded,
    creditCode: null,
    vatId: null,
    parentId: null,
    ownerId: null,
    createdAt,
    updatedAt: createdAt,
  };
}

/** Some phones and titles are missing, as everywhere. */
function createContacts(
  account: Account,
  options: { row: AccountRow; count: number; namer: Namer; random: Random },
): Contact[] {
  const { row, count, namer, random } = options;
  const language = languageOf(row);
  return Array.from({ length: count }, (_, index) => {
    const { name, mailbox } = namer.name(language);
    return {
      id: sampleId("contact", `${row.key}_${index + 1}`),
      accountId: account.id,
      name,
      title: random.chance(0.08) ? null : itemAt(titles[language][row.industry], index),
      email: `${mailbox}@${account.domain}`,
      phone: random.chance(0.12) ? null : namer.phone(row.country),
      language,
      createdAt: account.createdAt,
      updatedAt: account.createdAt,
    };
  });
}

function knownForDays(row: AccountRow): [number, number] {
  return row.fresh ? [12, 24] : [700, 1000];
}

function languageOf(row: AccountRow): Language {
  return row.country === "CN" ? "zh" : "en";
}
