// Leads that are not deals: accepted ones being worked on, the public pool, lost ones, and the new ones to assign.
import { dayMs, hourMs } from "../core/durations.ts";
import type { Contact, Lead, LeadStatus } from "../core/model.ts";
import type { Customer } from "./customers.ts";
import { pickProduct } from "./deal-records.ts";
import type { Rep } from "./people.ts";
import { createRandom, type Random } from "./random.ts";
import { sampleId } from "./sample-id.ts";
import { type LooseContact, type NewLeadRow, newLeadTable } from "./tables/new-lead-table.ts";
import { leadSources, needs } from "./tables/word-table.ts";
import { createCustomerPicker } from "./territory.ts";
import type { Style } from "./traits.ts";

/** A lead and what its touches depend on. */
export type LeadPlan = {
  lead: Lead;
  contact: Contact;
  customer: Customer | null;
  style: Style;
  interest: number;
  touches: number;
  rep: Rep | null;
};

const lostLeads = 6;
const pooledLeads = 4;

/** Leads that reps have accepted, lost, or (in China) given back to the pool. */
export function planOldLeads(parts: {
  reps: Rep[];
  customers: Customer[];
  now: number;
  seed: number;
}): LeadPlan[] {
  const { reps, customers, now, seed } = parts;
  const random = createRandom(seed, "old leads");
  const nextCustomer = createCustomerPicker(customers, random);
  const veterans = random.shuffled(reps.filter((rep) => rep.closed > 0));
  const slots: [LeadStatus, Rep][] = [
    ...reps.flatMap((rep) => Array<[LeadStatus, Rep]>(rep.accepted).fill(["accepted", rep])),
    ...veterans.slice(0, lostLeads).map((rep): [LeadStatus, Rep] => ["lost", rep]),
    ...veterans
      .filter((rep) => rep.language === "zh")
      .slice(0, pooledLeads)
      .map((rep): [LeadStatus, Rep] => ["pool", rep]),
  ];
  return slots.map(([status, rep], index) => {
    return planOldLead({
      status,
      rep,
      customer: nextCustomer(rep),
      number: index + 1,
      now,
      random,
    });
  });
}

/** The leads nobody has yet, with the contacts that no account listed before. */
export function planNewLeads(customers: Customer[], now: number): LeadPlan[] {
  return newLeadTable.map((row) => {
    const customer = customers.find(
      ({ account }) => account.id === sampleId("account", row.account ?? ""),
    );
    const createdAt = now - Math.round(row.hoursAgo * hourMs);
    const contact = row.contact ? toContact(row, row.contact, createdAt) : customer?.contacts[0];
    if (!contact) throw new Error(`New lead ${row.key} has neither an account nor a contact.`);
    return {
      lead: toNewLead(row, contact, createdAt),
      contact,
      customer: customer ?? null,
      style: customer?.style ?? row.style ?? "reader",
      interest: row.interest,
      touches: row.touches,
      rep: null,
    };
  });
}

function planOldLead(parts: {
  status: LeadStatus;
  rep: Rep;
  customer: Customer;
  number: number;
  now: number;
  random: Random;
}): LeadPlan {
  const { status, rep, customer, number, now, random } = parts;
  const recent = status === "accepted";
  const daysAgo = recent ? random.between(1, 10) : random.between(30, 80);
  const createdAt = now - Math.round(daysAgo * dayMs);
  const closedAt = status === "lost" ? createdAt + random.whole(5, 20) * dayMs : null;
  const updatedAt = status === "pool" ? createdAt + 15 * dayMs : (closedAt ?? createdAt);
  const contact = random.pick(customer.contacts);
  const product = pickProduct(customer, random);
  const lead: Lead = {
    id: sampleId("lead", `old_${String(number).padStart(2, "0")}`),
    contactId: contact.id,
    accountId: customer.account.id,
    productId: sampleId("product", product.key),
    title: `${customer.short}${customer.language === "zh" ? " " : ": "}${product.name}`,
    source: random.pick(leadSources),
    status,
    outcome: status === "lost" ? "lost" : null,
    language: customer.language,
    territory: customer.territory,
    need: random.pick(needs[customer.language][customer.industry]),
    budget: null,
    currency: customer.currency,
    budgetStatus: null,
    ownerId: status === "pool" ? null : rep.id,
    selfSourced: false,
    createdAt,
    updatedAt,
    closedAt,
  };
  const { style } = customer;
  const owner = recent ? rep : null;
  return { lead, contact, customer, style, interest: 0, touches: recent ? 4 : 0, rep: owner };
}

function toContact(row: NewLeadRow, loose: LooseContact, createdAt: number): Contact {
  return {
    id: sampleId("contact", `new_${row.key}`),
    accountId: row.account ? sampleId("account", row.account) : null,
    ...loose,
    language: row.language,
    createdAt,
    updatedAt: createdAt,
  };
}

function toNewLead(row: NewLeadRow, contact: Contact, createdAt: number): Lead {
  const [budget, currency, budgetStatus] = row.budget ?? [null, null, null];
  return {
    id: sampleId("lead", `new_${row.key}`),
    contactId: contact.id,
    accountId: contact.accountId,
    productId: row.product ? sampleId("product", row.product) : null,
    title: row.title,
    source: row.source,
    status: "new",
    outcome: null,
    language: row.language,
    territory: row.territory,
    need: row.need,
    budget,
    currency,
    budgetStatus,
    ownerId: null,
    selfSourced: false,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
  };
}
