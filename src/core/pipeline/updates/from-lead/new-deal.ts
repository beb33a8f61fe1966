// The deal a lead would become: what is known of it before anybody confirms.
import { customerName, type LeadView, viewLead } from "../../../leads/gathering/customer.ts";
import { budgetStatuses, type Deal } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import { recordDefaults } from "../../../records/defaults.ts";
import type { OpenDeal } from "../deals.ts";
import type { StageUpdate, UpdateValues } from "../stored.ts";

/** Where a deal begins of which nobody said how far it is: a lead worth a forecast. */
const firstStage = "qualified";

/** Letters the name of a record has at most (records/schemas.ts). */
export const longestName = 300;

/** What it is called until its rep says otherwise: by the account, else by the person, and by the product. */
export async function nameOf(read: Pick<Reader, "products">, view: LeadView): Promise<string> {
  const { lead, account, contact } = view;
  const product = lead.productId ? await read.products.get(lead.productId) : undefined;
  const customer = account?.name ?? contact?.name ?? lead.title;
  return [customer, product?.name].filter(Boolean).join(" · ").slice(0, longestName);
}

/** Whether words say more than that somebody spoke to a customer, which one does with any lead. */
export function isBeyondContact({ stage }: UpdateValues): boolean {
  return stage !== undefined && stage !== "new" && stage !== "contacted";
}

/** What was said, and for the rest what the lead says: its budget is the amount where nobody named a price. */
export function valuesFor({ lead, account }: LeadView, said: UpdateValues): UpdateValues {
  const { budget } = lead;
  const budgetStatus = budgetStatuses.find((one) => one === lead.budgetStatus);
  const amount = said.amount ?? (budget !== null && budget > 0 ? budget : undefined);
  const currency = said.currency ?? lead.currency ?? account?.currency ?? undefined;
  return {
    ...(amount === undefined ? {} : { amount, ...(currency ? { currency } : {}) }),
    ...(budgetStatus === undefined ? {} : { budgetStatus }),
    ...said,
    ...(isBeyondContact(said) ? {} : { stage: firstStage }),
  };
}

/** A lead as the reader of updates knows deals: people call it by the same names. */
export function asReadable(view: LeadView): OpenDeal {
  const { lead, account, contact } = view;
  return {
    ...{ id: lead.id, stage: "new", product: "", label: customerName(view) },
    ...{ account: account?.name ?? "", contact: contact?.name ?? undefined },
  };
}

/** The lead of an update that is to make a deal, with the deal as it is before anything is written: empty. */
export async function dealToBe(
  read: Pick<Reader, "leads" | "contacts" | "accounts">,
  { understood: { fromLead } }: StageUpdate,
): Promise<{ deal: Deal; view: LeadView } | undefined> {
  const view = fromLead && (await viewLead(read, fromLead.leadId));
  if (!fromLead || !view) return undefined;
  const { id: leadId, accountId, productId, ownerId } = view.lead;
  const known = { leadId, accountId, productId, ownerId, name: fromLead.name };
  const deal = { ...recordDefaults.deal, ...known, id: "", createdAt: 0, updatedAt: 0 } as Deal;
  return { deal, view };
}
