// Whom a match is about: the person, the company, and the deal or lead that is open with them.
import { customerName } from "../../../leads/gathering/customer.ts";
import type { Account, Contact, Deal, Lead } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";

/** A customer as an action needs them. `ownerId`: of the open deal, else of the open lead, else of the account. */
export type CustomerCase = {
  name: string;
  contact: Contact | null;
  account: Account | null;
  lead: Lead | null;
  /** The one that is spoken of, and all that are open with them. */
  deal: Deal | null;
  openDeals: Deal[];
  ownerId: string | null;
};

type Reading = Pick<Reader, "contacts" | "accounts" | "leads" | "deals" | "assignments">;
type Who = { contactId: string | null; accountId: string | null };

/** Undefined where neither is known: a visitor nobody has a name for. */
export async function readCase(read: Reading, who: Who): Promise<CustomerCase | undefined> {
  const contact = who.contactId ? ((await read.contacts.get(who.contactId)) ?? null) : null;
  const accountId = who.accountId ?? contact?.accountId ?? null;
  const account = accountId ? ((await read.accounts.get(accountId)) ?? null) : null;
  if (!contact && !account) return undefined;
  const leads = await leadsOf(read, { contact, account });
  const openDeals = await openDealsOf(read, leads, account);
  const deal = openDeals[0] ?? null;
  const lead = leads.find(({ status }) => status === "accepted" || status === "offered") ?? null;
  const ownerId = deal?.ownerId ?? (await holderOf(read, lead)) ?? account?.ownerId ?? null;
  return { name: nameOf({ contact, account }), contact, account, lead, deal, openDeals, ownerId };
}

type Known = { contact: Contact | null; account: Account | null };

const newest = { order: { by: "updatedAt", descending: true } } as const;

/** Of the person first, else of the company. */
async function leadsOf(read: Reading, { contact, account }: Known): Promise<Lead[]> {
  const own = contact ? await read.leads.find({ contactId: contact.id }, newest) : [];
  if (own.length > 0 || !account) return own;
  return read.leads.find({ accountId: account.id }, newest);
}

/** That of the person's own leads first. */
async function openDealsOf(
  read: Reading,
  leads: readonly Lead[],
  account: Account | null,
): Promise<Deal[]> {
  const open = account
    ? await read.deals.find({ accountId: account.id, status: "open" }, newest)
    : [];
  const ids = new Set(leads.map(({ id }) => id));
  const isOwn = ({ leadId }: Deal) => leadId !== null && ids.has(leadId);
  if (open.length > 0) return open.sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  const converted = leads.filter(({ status }) => status === "converted").map(({ id }) => id);
  if (converted.length === 0) return [];
  return read.deals.find({ leadId: converted, status: "open" }, newest);
}

/** Whose a lead is; one that waits for an answer is that of whoever it is offered to. */
async function holderOf(read: Reading, lead: Lead | null): Promise<string | null> {
  if (!lead || lead.ownerId) return lead?.ownerId ?? null;
  const [offer] = await read.assignments.find({ leadId: lead.id, state: "offered" });
  return offer?.repId ?? null;
}

function nameOf({ contact, account }: Known): string {
  const lead = { title: contact?.email ?? account?.domain ?? "?" } as Lead;
  return customerName({ lead, contact, account });
}
