// The manager's decision about a dispute: as it is, or to somebody else; both hear it, and it stays as feedback.
import { sentence } from "../../blocks.ts";
import type { Card, Field, Outcome } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import type { LeadServices } from "../assigning/assign-leads.ts";
import type { Assignment } from "../assigning/assignment.ts";
import { customerName, viewLead } from "../gathering/customer.ts";
import { giveLead } from "../ownership/give-lead.ts";
import { latestOf } from "../ownership/own-assignment.ts";
import { type Dispute, disputeKey } from "./dispute.ts";

type Open = { dispute: Dispute; assignment: Assignment };

/** Asks for the reason, and for whom where the one who has it wants it gone. */
export function askDecision({ person, params }: Ask): Effect {
  return async (unit) => {
    const { texts } = readingOf(person);
    const { dispute: words } = texts.ownership;
    const open = await decidable(unit, person, params.disputeId);
    if (open.dispute.decision) return { toast: words.decidedAlready };
    const action = "lead.dispute.decide.submit";
    const carried = { disputeId: open.dispute.id, decision: params.decision ?? "" };
    const cardKey = disputeKey(open.dispute);
    const ref = unit.arm({ action, params: carried, personId: person.id, cardKey });
    const title = params.decision === "given" ? words.giveElse : words.uphold;
    const card: Card = {
      ...{ key: `${cardKey}:form`, title, tone: "info", summary: title },
      blocks: [
        {
          ...{ t: "form", id: "decide" },
          fields: [
            ...(asksForWhom(open, params.decision) ? [await repField(unit, person, open)] : []),
            { kind: "text", name: "reason", label: words.reason, required: true },
          ],
          submit: { id: action, label: words.decide, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** Decides once: given, to whom the form names or who disputed it; else upheld. Both hear of it. */
export async function decideDispute(
  services: LeadServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const { store } = services;
  const open = await decidable(store.read, person, params.disputeId);
  const isGiven = params.decision === "given";
  const reason = textOf(values, "reason").slice(0, 500);
  const repId = asksForWhom(open, params.decision) ? textOf(values, "rep") : open.dispute.personId;
  const give = isGiven
    ? await giveIfStanding(services, {
        ...{ person, params: { leadId: open.assignment.leadId } },
        values: { rep: repId, reason },
      })
    : undefined;
  return async (unit) => {
    const now = await decidable(unit, person, params.disputeId);
    const refused = refusal(person, now, reason);
    if (refused) return refused;
    const outcome = await give?.(unit, now);
    if (outcome?.errors || outcome?.toast === over(person)) return outcome;
    const decided: Dispute = {
      ...{ ...now.dispute, decision: isGiven ? "given" : "upheld", reason },
      ...{ deciderId: person.id, decidedAt: unit.now },
    };
    await unit.disputes.put(decided);
    const { assignment } = now;
    return tellBoth(unit, person, { dispute: decided, assignment, toId: isGiven ? repId : null });
  };
}

function refusal(person: Person, { dispute }: Open, reason: string): Outcome | undefined {
  const { dispute: words } = readingOf(person).texts.ownership;
  if (dispute.decision) return { toast: words.decidedAlready };
  return reason ? undefined : { errors: { reason: words.reason } };
}

const over = (person: Person) => readingOf(person).texts.ownership.dispute.over;

/** Gives the lead as a manager gives any, unless it was given anew since. */
async function giveIfStanding(
  services: LeadServices,
  answer: Answer,
): Promise<(unit: Unit, open: Open) => Promise<Outcome>> {
  const give = await giveLead(services, answer);
  return async (unit, { assignment }) =>
    (await stands(unit, assignment)) ? give(unit) : { toast: over(answer.person) };
}

function asksForWhom({ dispute, assignment }: Open, decision: string | undefined): boolean {
  return decision === "given" && dispute.personId === assignment.repId;
}

/** Nobody else was given the lead since, and it is no deal by now. */
async function stands(unit: Unit, { id, leadId }: Assignment): Promise<boolean> {
  if ((await unit.leads.get(leadId))?.status === "converted") return false;
  return (await latestOf(unit, leadId))?.id === id;
}

async function repField(unit: Unit, person: Person, { assignment }: Open): Promise<Field> {
  const org = await readOrg(unit);
  const reps = await unit.people.find({ role: "rep", active: true }, { order: { by: "name" } });
  const options = reps
    .filter(({ id }) => id !== assignment.repId && org.isUnder(person.id, id))
    .map(({ id, name }) => ({ value: id, label: name }));
  const label = readingOf(person).texts.leads.giveWho;
  return { kind: "person", name: "rep", label, required: true, options };
}

async function decidable(
  read: Pick<Reader, "disputes" | "assignments" | "people" | "teams">,
  person: Person,
  disputeId: string | undefined,
): Promise<Open> {
  const dispute = await read.disputes.get(disputeId ?? "");
  const assignment = dispute && (await read.assignments.get(dispute.assignmentId));
  const org = await readOrg(read);
  const subject = { ownerIds: assignment ? [assignment.repId] : [] };
  if (dispute && assignment && may(person, "lead.assign", subject, org))
    return { dispute, assignment };
  throw new NotFound("gone", `No dispute ${disputeId} for ${person.id} to decide.`);
}

type Decided = { dispute: Dispute; assignment: Assignment; toId: string | null };

/** Whoever disputed it and whoever has it hear the same; the manager's card says it is settled. */
async function tellBoth(
  unit: Unit,
  manager: Person,
  { dispute, assignment, toId }: Decided,
): Promise<Outcome> {
  const view = await viewLead(unit, assignment.leadId);
  const customer = view ? customerName(view) : "";
  const to = toId ? await unit.people.get(toId) : undefined;
  const cardFor = (reader: Person): Card => {
    const { dispute: words } = readingOf(reader).texts.ownership;
    const { name } = manager;
    const title = to
      ? words.given({ name, customer, to: to.name })
      : words.upheld({ name, customer });
    return {
      ...{ key: `${disputeKey(dispute)}:decided`, title, tone: "info", summary: title },
      blocks: [sentence(dispute.reason ?? "")],
    };
  };
  const ids = [...new Set([dispute.personId, assignment.repId])];
  for (const reader of await unit.people.find({ id: ids, active: true }))
    unit.post({ to: reader.id, card: cardFor(reader) });
  const card = { ...cardFor(manager), key: disputeKey(dispute) };
  return { toast: card.title, card };
}
