// What the card of an update says differently while a lead is to become a deal.
import { type Block, type Field, text } from "../../../card.ts";
import type { Reading } from "../../../text/format.ts";
import { sayStage } from "../../contracts/say-contract.ts";
import type { About } from "../about.ts";
import type { FromLead } from "../stored.ts";

/** The card's title, what stands now, and what is said once it is written. */
export function wordsOf(
  { deal, label, lead }: About,
  reading: Reading,
): Record<"title" | "stands" | "done", string> {
  const { updates, fromLead } = reading.texts;
  if (lead) {
    const customer = { customer: label };
    return {
      title: fromLead.title(customer),
      stands: fromLead.stands,
      done: fromLead.done(customer),
    };
  }
  const stands = updates.stands({ stage: sayStage(deal.stage, reading) });
  return { title: updates.title({ deal: label }), stands, done: updates.done({ deal: label }) };
}

/** Which account the deal will be with, and what it will be called. */
export function leadBlocks({ deal, lead }: About, { texts }: Reading): Block[] {
  if (!lead) return [];
  const { account, noAccount, name } = texts.fromLead;
  const items = [
    { label: account, value: [text(lead.account?.name ?? noAccount)] },
    { label: name, value: [text(deal.name)] },
  ];
  return [{ t: "fields", items }];
}

/** The field in which its rep calls it something else. */
export function nameField({ name: value }: FromLead, { texts }: Reading): Field {
  return { kind: "text", name: "name", label: texts.fromLead.name, value };
}
