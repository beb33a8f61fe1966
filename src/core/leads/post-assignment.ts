import type { Card } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Assignment } from "./assignment.ts";
import { assignmentKey, renderAssignmentCard } from "./cards/assignment-card.ts";
import { viewLead } from "./customer.ts";

/** Sends the card of an assignment to its rep, or edits the one they have; returns it. */
export async function postAssignment(
  unit: Unit,
  assignment: Assignment,
): Promise<Card | undefined> {
  const rep = await unit.people.get(assignment.repId);
  const view = await viewLead(unit, assignment.leadId);
  if (!rep || !view) return undefined;
  const author = assignment.authorId ? await unit.people.get(assignment.authorId) : undefined;
  const card = renderAssignmentCard(
    { ...view, assignment, ...(author ? { authorName: author.name } : {}) },
    readingOf(rep),
    (action, params) =>
      unit.arm({ action, params, personId: rep.id, cardKey: assignmentKey(assignment.id) }),
  );
  unit.post({ to: rep.id, card });
  await remember(unit, rep, assignment.leadId);
  return card;
}

/** "why?" without a name means the lead that was last shown. */
async function remember(unit: Unit, person: Person, leadId: string): Promise<void> {
  const known = await unit.conversations.get(person.id);
  await unit.conversations.put({
    id: person.id,
    state: { ...known?.state, lastLeadId: leadId },
    updatedAt: unit.now,
  });
}
