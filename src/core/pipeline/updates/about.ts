// What an update is about: a deal, or a lead that becomes one when it is confirmed.
import { customerName, type LeadView } from "../../leads/gathering/customer.ts";
import type { Deal } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { labelOf } from "./deals.ts";
import { dealToBe } from "./from-lead/new-deal.ts";
import type { StageUpdate } from "./stored.ts";

/** `lead`: there is no deal yet, and `deal` is what it would be. */
export type About = { deal: Deal; label: string; lead?: LeadView };

/** The deal an update is about; undefined while none is chosen, and once it is gone. */
export async function aboutOf(read: Reader, update: StageUpdate): Promise<About | undefined> {
  if (update.dealId) {
    const deal = await read.deals.get(update.dealId);
    return deal && { deal, label: await labelOf(read, deal.id) };
  }
  const toBe = await dealToBe(read, update);
  return toBe && { deal: toBe.deal, label: customerName(toBe.view), lead: toBe.view };
}
