// Who a lead is about: its contact and account, and what people call them.
import type { Account, Contact, Lead } from "../../model.ts";
import type { Reader } from "../../ports.ts";

/** A lead with who it is about. */
export type LeadView = { lead: Lead; contact: Contact | null; account: Account | null };

/** Undefined for a lead that is not there. */
export async function viewLead(
  read: Pick<Reader, "leads" | "contacts" | "accounts">,
  leadId: string,
): Promise<LeadView | undefined> {
  const lead = await read.leads.get(leadId);
  if (!lead) return undefined;
  return {
    lead,
    contact: lead.contactId ? ((await read.contacts.get(lead.contactId)) ?? null) : null,
    account: lead.accountId ? ((await read.accounts.get(lead.accountId)) ?? null) : null,
  };
}

/** What a person calls this customer: "Chen Jing · Huaxin Precision". */
export function customerName({ lead, contact, account }: LeadView): string {
  const parts = [contact?.name, account?.name].filter(Boolean);
  return parts.length > 0 ? parts.join(" · ") : lead.title;
}
