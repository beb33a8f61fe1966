// The manager hears once that a lead was left lying: one card per lead, edited should it happen again.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import type { Assignment } from "../assigning/assignment.ts";
import { customerName, viewLead } from "../gathering/customer.ts";

/** A lead grows cold by the hour: it does not wait for the next brief, but for the hours and the budget of its manager. */
const lateValue = 0.95;

/** Offers the card to the manager of the rep who let it lie, within what may disturb them. */
export async function tellLate(
  unit: Unit,
  workdays: Workdays,
  { leadId, repId }: Assignment,
): Promise<void> {
  const people = await unit.people.find({});
  const rep = people.find(({ id }) => id === repId);
  const manager = rep && managerOf(rep, people, await unit.teams.find({}));
  const view = await viewLead(unit, leadId);
  if (!manager || !view) return;
  const late = await unit.assignments.find(
    { leadId, state: "expired" },
    { order: { by: "decidedAt" } },
  );
  const key = `late:${leadId}`;
  const params = { leadId };
  const ref = unit.arm({ action: "lead.give", params, personId: manager.id, cardKey: key });
  const customer = customerName(view);
  const card = lateCard(manager, { key, customer, ref, late, people });
  await offerNudge(unit, workdays, { person: manager, kind: "escalation", value: lateValue, card });
}

type Late = { key: string; customer: string; ref: string; late: Assignment[]; people: Person[] };

function lateCard(manager: Person, { key, customer, ref, late, people }: Late): Card {
  const { texts, format } = readingOf(manager);
  const { ownership, leads } = texts;
  const title = ownership.late.title({ customer });
  const rows = late.map(({ repId, decidedAt, deadlineAt }) => [
    [text(people.find(({ id }) => id === repId)?.name ?? repId)],
    [dateInline(decidedAt, "both", format)],
    [dateInline(deadlineAt ?? decidedAt, "both", format)],
  ]);
  const columns = [leads.listColumns.rep, ownership.late.offered, ownership.late.deadline];
  const give = { id: "lead.give", label: leads.unassigned.give, ref };
  return {
    ...{ key, title, subtitle: ownership.late.subtitle, tone: "warn", summary: title },
    blocks: [
      { t: "table", columns, rows },
      { t: "actions", actions: [give] },
    ],
  };
}
