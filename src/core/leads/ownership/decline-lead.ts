// "Decline" on a lead's card: the reason, and the next rep.
import type { Card } from "../../card.ts";
import type { Gate } from "../../gate/gate.ts";
import { ringside } from "../../people/actor.ts";
import type { Store } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { postAssignment } from "../assigning/post-assignment.ts";
import { scheduleAssignment } from "../assigning/schedule-assignment.ts";
import { assignmentKey } from "../cards/assignment-card.ts";
import { customerName, viewLead } from "../gathering/customer.ts";
import { ownAssignment } from "./own-assignment.ts";

/** Asks why, before a lead goes to the next rep. */
export function askDecline({ store }: { store: Store }, { person, params }: Ask): Effect {
  return async (unit) => {
    const { texts } = readingOf(person);
    const assignment = await ownAssignment(store.read, person, params.assignmentId);
    if (!isOpen(assignment.state)) return { toast: texts.leads.noLongerOffered };
    const view = await viewLead(unit, assignment.leadId);
    if (view?.lead.status === "converted") return { toast: texts.fromLead.noLongerLead };
    const customer = view ? customerName(view) : "";
    const cardKey = assignmentKey(assignment.id);
    const submit = unit.arm({
      action: "lead.decline.submit",
      params,
      personId: person.id,
      cardKey,
    });
    const options = Object.entries(texts.leads.declineReasons).map(([value, label]) => ({
      value,
      label,
    }));
    const card: Card = {
      key: `decline:${assignment.id}`,
      title: texts.leads.declineTitle({ customer }),
      tone: "info",
      summary: texts.leads.declineTitle({ customer }),
      blocks: [
        {
          t: "form",
          id: "decline",
          fields: [
            {
              kind: "select",
              name: "reason",
              label: texts.leads.declineWhy,
              required: true,
              options,
            },
            { kind: "multiline", name: "note", label: texts.leads.declineNote },
          ],
          submit: {
            id: "lead.decline.submit",
            label: texts.leads.declineSubmit,
            ref: submit,
            style: "danger",
          },
        },
      ],
    };
    return { open: card };
  };
}

/** The lead goes back and to the next rep; this one is not asked again. */
export function declineLead({ gate }: { gate: Gate }, { person, params, values }: Answer): Effect {
  return async (unit) => {
    const { leads, fromLead } = readingOf(person).texts;
    const assignment = await ownAssignment(unit, person, params.assignmentId);
    if (!isOpen(assignment.state)) return { toast: leads.noLongerOffered };
    const lead = await unit.leads.get(assignment.leadId);
    if (lead?.status === "converted") return { toast: fromLead.noLongerLead };
    const reason = textOf(values, "reason");
    if (!(reason in leads.declineReasons)) return { errors: { reason: leads.declineWhy } };

    const declined = {
      ...assignment,
      state: "declined" as const,
      declineReason: [reason, textOf(values, "note")].filter(Boolean).join(": ").slice(0, 1000),
      closedAt: unit.now,
    };
    await unit.assignments.put(declined);
    // The rep's right was checked above; handing a lead on is Ringside's doing, with the rep's reason.
    await gate.apply(unit, {
      by: ringside,
      via: "chat",
      source: `declined by ${person.id}`,
      reason: `declined: ${reason}`,
      changes: [{ kind: "lead", id: assignment.leadId, set: { ownerId: null, status: "new" } }],
    });
    scheduleAssignment(unit, [assignment.leadId], assignment.id);
    const card = await postAssignment(unit, declined);
    return { toast: leads.declinedToast, ...(card ? { card } : {}) };
  };
}

function isOpen(state: string): boolean {
  return state === "offered" || state === "accepted";
}
