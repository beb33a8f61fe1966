// "Accept" on a lead's card.
import type { Outcome } from "../../card.ts";
import type { Gate } from "../../gate/gate.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { Assignment } from "../assigning/assignment.ts";
import { postAssignment } from "../assigning/post-assignment.ts";
import { ownAssignment } from "./own-assignment.ts";

/** The rep takes the lead: from now on it is theirs. Pressed twice, it says so and changes nothing. */
export function acceptLead({ gate }: { gate: Gate }, { person, params }: Ask): Effect {
  return async (unit) => {
    const { leads } = readingOf(person).texts;
    const assignment = await ownAssignment(unit, person, params.assignmentId);
    if (assignment.state === "accepted") return answer(unit, assignment, leads.alreadyYours);
    if (assignment.state !== "offered") return answer(unit, assignment, leads.noLongerOffered);
    const lead = await unit.leads.get(assignment.leadId);
    if (lead?.ownerId && lead.ownerId !== person.id) {
      // Somebody changed the owner first, as in the CRM: that stands, and the card closes.
      return close(unit, assignment, { state: "withdrawn", toast: leads.noLongerOffered });
    }
    await gate.apply(unit, {
      by: { kind: "person", person },
      via: "chat",
      source: "chat",
      reason: "accepted",
      changes: [
        { kind: "lead", id: assignment.leadId, set: { ownerId: person.id, status: "accepted" } },
      ],
    });
    return close(unit, assignment, { state: "accepted", toast: leads.acceptedToast });
  };
}

async function close(
  unit: Unit,
  assignment: Assignment,
  { state, toast }: { state: "accepted" | "withdrawn"; toast: string },
): Promise<Outcome> {
  const closed = { ...assignment, state, closedAt: unit.now };
  await unit.assignments.put(closed);
  return answer(unit, closed, toast);
}

/** The card as it stands, in place of the one that was pressed. */
async function answer(unit: Unit, assignment: Assignment, toast: string): Promise<Outcome> {
  const card = await postAssignment(unit, assignment);
  return { toast, ...(card ? { card } : {}) };
}
