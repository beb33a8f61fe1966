// A rep disputes a decision: in their words, once, to their manager.
import type { Card } from "../../card.ts";
import { text } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg, managerOf } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import type { Assignment } from "../assigning/assignment.ts";
import { customerName, viewLead } from "../gathering/customer.ts";

export type Dispute = {
  id: string;
  assignmentId: string;
  personId: string;
  text: string;
  decision: "upheld" | "given" | null;
  /** The manager's. */
  reason: string | null;
  deciderId: string | null;
  at: number;
  decidedAt: number | null;
};

/** The form: what is wrong. */
export function askDispute({ person, params }: Ask): Effect {
  return async (unit) => {
    const { dispute: words } = readingOf(person).texts.ownership;
    const assignment = await disputable(unit, person, params.assignmentId);
    if (await disputeOf(unit, person, assignment)) return { toast: words.again };
    const key = `dispute_form:${assignment.id}:${person.id}`;
    const action = "lead.dispute.submit";
    const carried = { assignmentId: assignment.id };
    const ref = unit.arm({ action, params: carried, personId: person.id, cardKey: key });
    const view = await viewLead(unit, assignment.leadId);
    const title = words.title({ customer: view ? customerName(view) : "" });
    const open: Card = {
      ...{ key, title, tone: "info", summary: title },
      blocks: [
        {
          ...{ t: "form", id: "dispute" },
          fields: [{ kind: "multiline", name: "text", label: words.why, required: true }],
          submit: { id: action, label: words.submit, ref, style: "primary" },
        },
      ],
    };
    return { open };
  };
}

/** Sends the dispute to the manager; the lead waits for their word. */
export function submitDispute({ person, params, values }: Answer): Effect {
  return async (unit) => {
    const { dispute: words } = readingOf(person).texts.ownership;
    const assignment = await disputable(unit, person, params.assignmentId);
    const said = textOf(values, "text").slice(0, 1000);
    if (!said) return { errors: { text: words.why } };
    if (await disputeOf(unit, person, assignment)) return { toast: words.again };
    const manager = await deciderOf(unit, person);
    if (!manager) return { toast: words.noManager };
    const dispute: Dispute = {
      ...{
        id: unit.newId("dispute"),
        assignmentId: assignment.id,
        personId: person.id,
        text: said,
      },
      ...{ decision: null, reason: null, deciderId: null, at: unit.now, decidedAt: null },
    };
    await unit.disputes.put(dispute);
    const card = await managerCard(unit, manager, { dispute, assignment, person });
    unit.post({ to: manager.id, card });
    return { toast: words.sent };
  };
}

/** A decision is disputable by whoever it gave the lead to, and by those it was decided between. */
async function disputable(
  unit: Unit,
  person: Person,
  assignmentId: string | undefined,
): Promise<Assignment> {
  const assignment = await unit.assignments.get(assignmentId ?? "");
  const ownerIds = assignment
    ? [assignment.repId, ...assignment.alternatives.map(({ repId }) => repId)]
    : [];
  if (assignment && may(person, "lead.dispute", { ownerIds }, createOrg([], []))) return assignment;
  throw new NotFound("gone", `No assignment ${assignmentId} for ${person.id} to dispute.`);
}

async function disputeOf(
  unit: Unit,
  { id }: Person,
  assignment: Assignment,
): Promise<Dispute | undefined> {
  const [known] = await unit.disputes.find({ assignmentId: assignment.id, personId: id });
  return known;
}

async function deciderOf(unit: Unit, person: Person): Promise<Person | undefined> {
  const people = await unit.people.find({});
  return (
    managerOf(person, people, await unit.teams.find({})) ??
    people.find(({ role, active }) => role === "manager" && active)
  );
}

type Disputed = { dispute: Dispute; assignment: Assignment; person: Person };

/** What a dispute's cards are called. */
export function disputeKey({ id }: Pick<Dispute, "id">): string {
  return `dispute:${id}`;
}

async function managerCard(unit: Unit, manager: Person, disputed: Disputed): Promise<Card> {
  const { dispute, assignment, person } = disputed;
  const { dispute: words } = readingOf(manager).texts.ownership;
  const view = await viewLead(unit, assignment.leadId);
  const holder = await unit.people.get(assignment.repId);
  const customer = view ? customerName(view) : "";
  const title = words.forManager({ name: person.name, customer });
  const isHolder = person.id === assignment.repId;
  const rank = isHolder
    ? assignment.rank
    : assignment.alternatives.find(({ repId }) => repId === person.id)?.rank;
  const key = disputeKey(dispute);
  const button = (decision: "upheld" | "given", label: string) => ({
    id: `lead.dispute.decide.${decision}`,
    label,
    ref: unit.arm({
      ...{ action: "lead.dispute.decide", params: { disputeId: dispute.id, decision } },
      ...{ personId: manager.id, cardKey: key },
    }),
  });
  return {
    ...{ key, title, tone: "warn", summary: title },
    blocks: [
      { t: "text", text: [text(`“${dispute.text}”`)] },
      {
        t: "fields",
        items: [
          { label: words.holder, value: [text(holder?.name ?? "")] },
          { label: words.rank, value: [text(String(rank ?? ""))] },
        ],
      },
      {
        t: "actions",
        actions: [
          button("upheld", words.uphold),
          button("given", isHolder ? words.giveElse : words.giveTo({ name: person.name })),
        ],
      },
    ],
  };
}
