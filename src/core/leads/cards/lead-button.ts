// Buttons of a lead: one with its customer's name that shows its card, and one that makes it a deal.
import { type Action, longestLabel } from "../../card.ts";
import type { Lead } from "../../model.ts";
import { customerName, type LeadView } from "../gathering/customer.ts";
import type { Arm } from "./assignment-card.ts";

/** Makes a lead a deal, in a card of its own (core/pipeline/updates/from-lead). */
export function dealButton({ id: leadId }: Pick<Lead, "id">, label: string, arm: Arm): Action {
  return { id: "lead.to_deal", label, ref: arm("lead.to_deal", { leadId }), style: "primary" };
}

/** Opens the card of a lead. */
export function leadButton(lead: LeadView, arm: Arm): Action {
  return {
    id: "lead.show",
    label: customerName(lead).slice(0, longestLabel),
    ref: arm("lead.show", { leadId: lead.lead.id }),
  };
}
