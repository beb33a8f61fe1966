// A button with a customer's name that shows the card of their lead.
import type { Action } from "../../card.ts";
import { customerName, type LeadView } from "../gathering/customer.ts";
import type { Arm } from "./assignment-card.ts";

/** Letters a platform shows on a button. */
const mostLetters = 70;

/** Opens the card of a lead. */
export function leadButton(lead: LeadView, arm: Arm): Action {
  return {
    id: "lead.show",
    label: customerName(lead).slice(0, mostLetters),
    ref: arm("lead.show", { leadId: lead.lead.id }),
  };
}
