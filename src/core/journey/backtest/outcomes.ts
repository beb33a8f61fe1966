// What happened with customers in the days after a moment: won, a meeting, or a deal that moved on.
import { groupBy } from "../../group-by.ts";
import { type Deal, stages } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { Rule } from "../rules/rule.ts";

/** A customer and the moment from which on they are watched. */
export type Watched = { customer: string; at: number };

/** How many of some customers came how far. `any`: at least one of the three. */
export type OutcomeCounts = {
  customers: number;
  won: number;
  met: number;
  moved: number;
  any: number;
};

export type OutcomeOptions = {
  read: Pick<Reader, "contacts" | "accounts" | "leads" | "deals" | "stageChanges">;
  scope: Rule["scope"];
  followUpMs: number;
  /** Meetings by customer. */
  meetings: ReadonlyMap<string, readonly number[]>;
};

/** Counts what followed. Who is no contact or account of ours has no deals to speak of, and is left out. */
export async function countOutcomes(
  watched: readonly Watched[],
  { read, scope, followUpMs, meetings }: OutcomeOptions,
): Promise<OutcomeCounts> {
  const counts = { customers: 0, won: 0, met: 0, moved: 0, any: 0 };
  const ids = watched.map(({ customer }) => customer);
  const dealsOf = await dealsOfCustomers(read, { scope, ids });
  const moves = await movesOf(read, [...dealsOf.values()].flat());
  for (const { customer, at } of watched) {
    const deals = dealsOf.get(customer);
    if (!deals) continue;
    const isAfter = (time: number | null) => time !== null && time > at && time <= at + followUpMs;
    const won = deals.some(({ status, closedAt }) => status === "won" && isAfter(closedAt));
    const met = (meetings.get(customer) ?? []).some(isAfter);
    const moved = won || deals.some(({ id }) => (moves.get(id) ?? []).some(isAfter));
    counts.customers += 1;
    counts.won += Number(won);
    counts.met += Number(met);
    counts.moved += Number(moved);
    counts.any += Number(met || moved);
  }
  return counts;
}

type DealsOf = Map<string, Deal[]>;

/** The deals of every contact or account of ours among some customers. */
export function dealsOfCustomers(
  read: DealReads,
  { scope, ids }: { scope: Rule["scope"]; ids: string[] },
): Promise<DealsOf> {
  return scope === "account" ? dealsOfAccounts(read, ids) : dealsOfContacts(read, ids);
}

type DealReads = Omit<OutcomeOptions["read"], "stageChanges">;

async function dealsOfAccounts(read: DealReads, ids: string[]): Promise<DealsOf> {
  const accounts = await read.accounts.find({ id: ids });
  const known = accounts.map(({ id }) => id);
  const deals = await read.deals.find({ accountId: known });
  const byAccount = groupBy(deals, ({ accountId }) => accountId);
  return new Map(known.map((id) => [id, byAccount.get(id) ?? []]));
}

/** Deals that came from a lead of the contact, or are with their company. */
async function dealsOfContacts(read: DealReads, ids: string[]): Promise<DealsOf> {
  const contacts = await read.contacts.find({ id: ids });
  const leads = await read.leads.find({ contactId: contacts.map(({ id }) => id) });
  const ofLeads = await read.deals.find({ leadId: leads.map(({ id }) => id) });
  const ofAccounts = await read.deals.find({
    accountId: [...new Set(contacts.flatMap(({ accountId }) => accountId ?? []))],
  });
  const contactOf = new Map(leads.map(({ id, contactId }) => [id, contactId]));
  const byContact = groupBy(ofLeads, ({ leadId }) => contactOf.get(leadId ?? ""));
  const byAccount = groupBy(ofAccounts, ({ accountId }) => accountId);
  return new Map(
    contacts.map(({ id, accountId }) => [
      id,
      [...(byContact.get(id) ?? []), ...(accountId ? (byAccount.get(accountId) ?? []) : [])],
    ]),
  );
}

/** When each deal moved forward: to a later stage than the one before, and not to lost. */
async function movesOf(
  read: OutcomeOptions["read"],
  deals: readonly Deal[],
): Promise<Map<string, number[]>> {
  const dealIds = [...new Set(deals.map(({ id }) => id))];
  const changes = await read.stageChanges.find({ dealId: dealIds });
  const forward = changes.filter(
    ({ from, to }) => to !== "lost" && placeOf(to) > placeOf(from ?? ""),
  );
  const moves = groupBy(forward, ({ dealId }) => dealId);
  return new Map([...moves].map(([id, list]) => [id, list.map(({ at }) => at)]));
}

const places: ReadonlyMap<string, number> = new Map(stages.map((stage, place) => [stage, place]));
const placeOf = (stage: string) => places.get(stage) ?? -1;
