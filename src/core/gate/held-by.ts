// Whose a record is beyond its owner field, for the rights to change it.
import type { Unit } from "../ports.ts";
import type { Change } from "./gate.ts";

/**
 * Who holds records besides their owner field: a lead is also the rep's it is offered to; an account and a contact
 * are also theirs whose open lead or deal is with them.
 */
export async function findHolders(
  unit: Unit,
  changes: readonly Change[],
): Promise<Map<string, string[]>> {
  const ids = (kind: Change["kind"]) =>
    changes.filter((change) => change.kind === kind && !change.create).map(({ id }) => id);
  const holders = new Map<string, string[]>();
  const add = (recordId: string | null, personId: string | null) => {
    if (recordId && personId) holders.set(recordId, [...(holders.get(recordId) ?? []), personId]);
  };

  const offers = await unit.assignments.find({ leadId: ids("lead"), state: "offered" });
  for (const { leadId, repId } of offers) add(leadId, repId);
  const open = ["offered", "accepted"] as const;
  for (const lead of await unit.leads.find({ contactId: ids("contact"), status: open })) {
    add(lead.contactId, lead.ownerId);
  }
  for (const lead of await unit.leads.find({ accountId: ids("account"), status: open })) {
    add(lead.accountId, lead.ownerId);
  }
  for (const deal of await unit.deals.find({ accountId: ids("account"), status: "open" })) {
    add(deal.accountId, deal.ownerId);
  }
  return holders;
}
