import type { Outcome } from "../card.ts";
import type { Gate } from "../gate/gate.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import type { Assignment } from "./assignment.ts";
import { ownAssignment } from "./own-assignment.ts";
import { postAssignment } from "./post-assignment.ts";

/** The rep takes the lead: from now on it is theirs. Pressed twice, it says so and changes nothing. */
export function acceptLead({ gate }: { gate: Gate }, { person, params }: Ask): Effect {
  return async (unit) => {
    const { leads } = readingOf(person).texts;
    const assignment = await ownAssignment(unit, person, params.assignmentId);
    if (assignment.state !== "offered") {
      const card = await postAssignment(unit, assignment);
      const toast = assignment.state === "accepted" ? leads.alreadyYours : leads.noLongerOffered;
      return { toast, ...(card ? { card } : {}) };
    }
    const lead = await unit.leads.get(assignment.leadId);
    if (lead?.ownerId && lead.ownerId !== person.id) return takenElsewhere(unit, assignment, leads);
    await gate.apply(unit, {
      by: { kind: "person", person },
      via: "chat",
      source: "chat",
      reason: "accepted",
      changes: [
        { kind: "lead", id: assignment.leadId, set: { ownerId: person.id, status: "accepted" } },
      ],
    });
    const accepted = { ...assignment, state: "accepted" as const, closedAt: unit.now };
    await unit.assignments.put(accepted);
    const card = await postAssignment(unit, accepted);
    return { toast: leads.acceptedToast, ...(card ? { card } : {}) };
  };
}

/** Somebody changed the owner first, as in the CRM: that stands, and the card closes. */
async function takenElsewhere(
  unit: Unit,
  assignment: Assignment,
  { noLongerOffered }: { noLongerOffered: string },
): Promise<Outcome> {
  const withdrawn = { ...assignment, state: "withdrawn" as const, closedAt: unit.now };
  await unit.assignments.put(withdrawn);
  const card = await postAssignment(unit, withdrawn);
  return { toast: noLongerOffered, ...(card ? { card } : {}) };
}
