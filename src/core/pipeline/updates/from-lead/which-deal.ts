// The deals a lead may be already: made in the CRM, imported, or there before it. Asked, so that nothing is doubled.
import type { LeadView } from "../../../leads/gathering/customer.ts";
import type { Deal, Person } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import { mentionsIn } from "../../reading/deal-names.ts";
import { fold } from "../../reading/folded.ts";
import { nameDeals, type OpenDeal } from "../deals.ts";
import { asReadable } from "./new-deal.ts";

/** Their own open deals with this customer that came from no lead; one without an account counts by its name. */
export async function dealsItMayBe(
  read: Reader,
  person: Person,
  view: LeadView,
): Promise<OpenDeal[]> {
  const open = await read.deals.find({ ownerId: person.id, status: "open", leadId: null });
  const found = open.filter((deal) => isSameCustomer(deal, view));
  return nameDeals(
    read,
    found.toSorted((one, other) => other.updatedAt - one.updatedAt),
  );
}

function isSameCustomer({ accountId, name }: Deal, view: LeadView): boolean {
  if (accountId !== null) return accountId === view.lead.accountId;
  return mentionsIn(fold(name).text, [asReadable(view)]).length > 0;
}
