// Taking back that a lead became a deal: the deal goes and the lead is its owner's again, unless somebody changed either.
import { removeRecord } from "../../../gate/replace-records.ts";
import type { Deal, Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import type { UpdateServices } from "../services.ts";
import { forgetByLead, madeHere } from "./made-here.ts";
import { openLead, showLeadAgain } from "./make-deal.ts";

type Unmaking = { person: Person; deal: Deal };

/** Whether nothing happened to the lead and the deal since the lead was closed. */
export async function isUntouched(unit: Unit, { leadId, updatedAt, id }: Deal): Promise<boolean> {
  const lead = await unit.leads.get(leadId ?? "");
  const isOurs = (await madeHere(unit, [leadId ?? ""])).get(leadId ?? "") === id;
  return lead?.status === "converted" && lead.updatedAt === updatedAt && isOurs;
}

/** Removes the deal with its moves, and opens the lead. */
export async function unmakeDeal(
  unit: Unit,
  { gate }: Pick<UpdateServices, "gate">,
  { person, deal }: Unmaking,
): Promise<void> {
  const leadId = deal.leadId ?? "";
  const by = { kind: "person", person } as const;
  const books = { by, via: "chat", source: "chat", reason: "undo" } as const;
  const moves = await unit.stageChanges.find({ dealId: deal.id });
  await unit.stageChanges.remove(...moves.map(({ id }) => id));
  await forgetByLead(unit, deal);
  await removeRecord(unit, books, { kind: "deal", row: deal });
  await gate.apply(unit, { ...books, changes: [{ kind: "lead", id: leadId, set: openLead }] });
  await showLeadAgain(unit, leadId);
}
