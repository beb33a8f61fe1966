// A confirmed update of a lead makes its deal: the deal and the end of the lead in one batch, so neither is without the other.
import type { Change } from "../../../gate/gate.ts";
import { postAssignment } from "../../../leads/assigning/post-assignment.ts";
import type { Deal, Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import type { StageUpdate } from "../stored.ts";
import { toDealSet } from "../values.ts";
import { nameByLead } from "./made-here.ts";

type Making = { person: Person; update: StageUpdate; deal: Deal };

/** The new deal with what was said of it, and its lead closed as converted. `deal`: as it would be, with its id. */
export function changesToMake({ person, update, deal }: Making, now: number): Change[] {
  const { values, evidence, unknownUntil } = update.understood;
  const { name, accountId, leadId, productId, ownerId } = deal;
  const said = toDealSet(values, { person, deal, now });
  const set = { name, accountId, leadId, productId, ownerId, openedAt: now, ...said };
  const proof = evidence.length > 0 ? { evidence } : {};
  return [
    { kind: "deal", id: deal.id, create: true, set, unknownUntil, ...proof },
    { kind: "lead", id: leadId ?? "", set: closedLead(now) },
  ];
}

/** What follows once it is made: it is known by its lead, and the lead's card says so. */
export async function keepMade(unit: Unit, deal: Deal): Promise<void> {
  await unit.externalIds.put(nameByLead(unit, deal));
  await showLeadAgain(unit, deal.leadId ?? "");
}

/** A lead that became a deal; whether it was won is the deal's to say. */
export function closedLead(now: number) {
  return { status: "converted", closedAt: now } as const;
}

/** A lead as it was before it became a deal. */
export const openLead = { status: "accepted", closedAt: null } as const;

/** Draws the card by which its rep accepted the lead again, as it is now. */
export async function showLeadAgain(unit: Unit, leadId: string): Promise<void> {
  for (const assignment of await unit.assignments.find({ leadId, state: "accepted" })) {
    await postAssignment(unit, assignment);
  }
}
