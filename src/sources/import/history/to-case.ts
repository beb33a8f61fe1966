// One row as a case: only what was known when it arrived. What it was sold for, how far it got and why it was lost
// came later, and would tell the outcome.
import type { Case } from "../../../core/leads/backtest/history.ts";
import type { Account, Lead } from "../../../core/model.ts";
import { recordDefaults } from "../../../core/records/defaults.ts";
import { toLooseKey, toNameKey } from "../../../core/records/names.ts";
import type { Fields, Interpreted } from "../records/interpret.ts";
import type { Books, Found } from "./books.ts";

/** A row of leads or deals; accounts and products are looked up in the other files. */
export function toCase(row: Interpreted, kind: "leads" | "deals", books: Books): Case {
  const { set, raw } = row;
  const account = accountOf(row, books.find("accounts", raw.account));
  const product = books.find("products", raw.product);
  const at = timeOf(kind === "deals" ? (set.openedAt ?? set.createdAt) : set.createdAt);
  const closedAt = timeOf(set.closedAt);
  const labels = labelsOf(row, account, product);
  return {
    id: row.key,
    repId: raw.owner ? toNameKey(raw.owner) || null : null,
    // Without a beginning the end still puts cases in order.
    at: at ?? closedAt,
    closedAt,
    won: wonOf(kind === "deals" ? set.status : set.outcome),
    lead: toLead(row, { account, at: at ?? 0, product: labels.product ?? null }),
    account,
    labels,
    numbers: numbersOf(account, product),
  };
}

function wonOf(word: unknown): boolean | null {
  return word === "won" || word === "lost" ? word === "won" : null;
}

function timeOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function accountOf({ raw, account }: Interpreted, found: Found | undefined): Account | null {
  const known = { ...found?.set, ...withoutNothing(account) };
  const name = raw.account;
  if (!name && Object.keys(known).length === 0) return null;
  const key = found?.key ?? toLooseKey(name ?? "");
  return {
    ...(recordDefaults.account as Omit<
      Account,
      "id" | "name" | "nameKey" | "createdAt" | "updatedAt"
    >),
    ...withoutNothing(known),
    ...{ id: key, name: name ?? "", nameKey: key, createdAt: 0, updatedAt: 0 },
  };
}

function withoutNothing(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

function labelsOf(
  { set, raw, contact }: Interpreted,
  account: Account | null,
  product: Found | undefined,
): Record<string, string> {
  const said: Record<string, unknown> = {
    product: product?.key ?? raw.product,
    series: product?.set.series,
    source: set.source,
    territory: set.territory ?? account?.territory,
    country: account?.country,
    industry: account?.industry,
    segment: account?.segment,
    language: set.language,
    jobTitle: contact.title,
    self_sourced: set.selfSourced === true ? "yes" : null,
    account: raw.account ? account?.id : null,
  };
  const words = Object.entries(said).flatMap(([label, value]) => {
    const word = typeof value === "string" ? toLooseKey(value) : "";
    return word === "" ? [] : [[label, word]];
  });
  return Object.fromEntries(words);
}

function numbersOf(account: Account | null, product: Found | undefined): Record<string, number> {
  const said = {
    employees: account?.employees,
    revenue: account?.revenue,
    founded: account?.foundedYear,
    price: product?.set.price,
  };
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
}

type Beside = { account: Account | null; at: number; product: string | null };

function toLead({ key, set, raw }: Interpreted, { account, at, product }: Beside): Lead {
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    ...(recordDefaults.lead as Omit<Lead, "id" | "title" | "createdAt" | "updatedAt">),
    ...{ id: key, title: raw.id ?? key, accountId: account?.id ?? null, productId: product },
    ...{ source: text(set.source), territory: text(set.territory), language: text(set.language) },
    ...{ createdAt: at, updatedAt: at },
  };
}
