// What happens to next actions and offers, as events.
import type { NextAction } from "../journey/actions/next-action.ts";
import type { Assignment } from "../leads/assigning/assignment.ts";
import type { WebhookEvent } from "./event.ts";

/** A next action that is new, or done. */
export function actionEvent(
  type: "action.created" | "action.done",
  { id, personId, contactId, accountId, dealId, action }: NextAction,
): WebhookEvent {
  // What an update calls a step is somebody's own words; a rule's kind of action is not.
  const kind = /^[a-z][a-z-]{0,40}$/.test(action) ? action : null;
  const about = { personId, contactId, accountId, dealId };
  return { type, ownerIds: [personId], data: { actionId: id, action: kind, ...about } };
}

/** A lead that is offered to a rep. */
export function assignedEvent({ id, leadId, repId }: Assignment): WebhookEvent {
  const data = { leadId, assignmentId: id, repId };
  return { type: "lead.assigned", ownerIds: [repId], data };
}
