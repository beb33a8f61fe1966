// The card of an assignment, on its way to its rep.
import type { Card } from "../../card.ts";
import type { OwnerChange } from "../../facts.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { assignmentKey, renderAssignmentCard } from "../cards/assignment-card.ts";
import { viewLead } from "../gathering/customer.ts";
import type { Assignment } from "./assignment.ts";

/** Sends the card of an assignment to its rep, or edits the one they have; returns it. */
export async function postAssignment(
  unit: Unit,
  assignment: Assignment,
): Promise<Card | undefined> {
  const rep = await unit.people.get(assignment.repId);
  const view = await viewLead(unit, assignment.leadId);
  if (!rep || !view) return undefined;
  const author = assignment.authorId ? await unit.people.get(assignment.authorId) : undefined;
  const ownerChange = await latestChange(unit, assignment);
  const card = renderAssignmentCard(
    {
      ...{ ...view, assignment },
      ...(author ? { authorName: author.name } : {}),
      ...(ownerChange ? { ownerChange } : {}),
    },
    readingOf(rep),
    (action, params) =>
      unit.arm({ action, params, personId: rep.id, cardKey: assignmentKey(assignment.id) }),
  );
  unit.post({ to: rep.id, card });
  await closeReminder(unit, assignment, card);
  await remember(unit, rep, assignment.leadId);
  return card;
}

/** How the lead got its present owner; of two in one millisecond the id says which came later. */
async function latestChange(
  unit: Unit,
  { leadId, state }: Assignment,
): Promise<OwnerChange | undefined> {
  if (state !== "accepted" && state !== "withdrawn") return undefined;
  const changes = await unit.ownerChanges.find({ kind: "lead", recordId: leadId });
  return changes.sort((a, b) => Number(a.id > b.id) - Number(a.id < b.id)).at(-1);
}

/** The card that reminds of an offer; as a copy ("show:") it follows what is pressed on it. */
export function reminderKey({ id }: Pick<Assignment, "id">): string {
  return `show:reminder:${id}`;
}

/** Once an offer is answered its reminder, if there was one, says so too. */
async function closeReminder(unit: Unit, assignment: Assignment, card: Card): Promise<void> {
  const key = reminderKey(assignment);
  if (assignment.state === "offered") return;
  if ((await unit.armedActions.count({ cardKey: key })) === 0) return;
  unit.post({ to: assignment.repId, card: { ...card, key } });
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
