// A manager gives a lead to anyone under them, with a reason, whatever the fit says.
import type { Card } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Weights } from "../../facts.ts";
import type { Gate } from "../../gate/gate.ts";
import type { Lead, Person } from "../../model.ts";
import { type Org, readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { type LeadServices, offer } from "../assigning/assign-leads.ts";
import type { Assignment } from "../assigning/assignment.ts";
import { rankReps } from "../assigning/decide.ts";
import { postAssignment } from "../assigning/post-assignment.ts";
import { scheduleAssignment } from "../assigning/schedule-assignment.ts";
import { unassignedKey } from "../assigning/tell-unassigned.ts";
import { fitOf } from "../fit.ts";
import { customerName, viewLead } from "../gathering/customer.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { gatherLeads, gatherTeam } from "../gathering/gather.ts";
import { weightsBySegment } from "../weighing/weights.ts";

/** Asks to whom of their people, and why. */
export function askGive({ person, params }: Ask): Effect {
  return async (unit) => {
    const { texts } = readingOf(person);
    const { lead, org } = await assignable(unit, person, params.leadId);
    const view = await viewLead(unit, lead.id);
    const customer = view ? customerName(view) : lead.title;
    const reps = await unit.people.find({ role: "rep", active: true }, { order: { by: "name" } });
    const options = reps
      .filter((rep) => org.isUnder(person.id, rep.id))
      .map((rep) => ({ value: rep.id, label: rep.name }));
    const cardKey = unassignedKey(lead.id);
    const ref = unit.arm({ action: "lead.give.submit", params, personId: person.id, cardKey });
    const title = texts.leads.giveTitle({ customer });
    const card: Card = {
      key: `give:${lead.id}`,
      title,
      tone: "info",
      summary: title,
      blocks: [
        {
          t: "form",
          id: "give",
          fields: [
            { kind: "person", name: "rep", label: texts.leads.giveWho, required: true, options },
            { kind: "text", name: "reason", label: texts.leads.giveReason, required: true },
          ],
          submit: { id: "lead.give.submit", label: texts.leads.giveSubmit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** The fit and its rank are computed all the same: the card says "assigned by …, fit rank 4". */
export async function giveLead(
  services: LeadServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const { texts } = readingOf(person);
  const repId = textOf(values, "rep");
  const reason = textOf(values, "reason").slice(0, 500);
  const { store, events, clock, library } = services;
  const sources = { read: store.read, events, now: clock(), library };
  const team = await gatherTeam(sources);
  const [facts] = await gatherLeads([params.leadId ?? ""], sources);
  const rep = team.reps.find((candidate) => candidate.person.id === repId);

  return async (unit) => {
    const { lead, org } = await assignable(unit, person, params.leadId);
    if (!rep || !facts || !org.isUnder(person.id, repId))
      return { errors: { rep: texts.leads.giveWho } };
    if (!reason) return { errors: { reason: texts.leads.giveReason } };
    await withdraw(unit, lead.id);
    const weights = (await weightsBySegment(unit))(facts.account);
    const assignment = {
      ...decideFor(rep, { facts, team, weights: weights.weights }),
      id: unit.newId("assignment"),
      weightVersionId: weights.id,
      batch: 1,
      authorId: person.id,
      reason,
      decidedAt: unit.now,
    };
    await handOver(services.gate, unit, { person, lead, reason });
    await offer(unit, services, assignment);
    return { toast: texts.leads.given({ name: rep.person.name }) };
  };
}

/** What a choice by hand is made from. */
type Chosen = { facts: LeadFacts; team: TeamFacts; weights: Weights };
type Decided = Omit<
  Assignment,
  "id" | "weightVersionId" | "batch" | "authorId" | "reason" | "decidedAt"
>;

/** The assignment a manager makes by hand: the rep's fit and true rank, with everybody else as alternatives. */
export function decideFor(rep: RepFacts, { facts, team, weights }: Chosen): Decided {
  // By fit alone: a manager may choose whom a limit keeps out.
  const ranked = rankReps(facts, team, weights)
    .sort((a, b) => b.fit - a.fit)
    .map((one, index) => ({ ...one, rank: index + 1 }));
  const chosen = ranked.find(({ repId }) => repId === rep.person.id);
  const rivals = ranked.filter((one) => one !== chosen);
  return {
    leadId: facts.lead.id,
    repId: rep.person.id,
    state: "offered",
    fit: chosen?.fit ?? 0,
    contributions: fitOf({ lead: facts, rep, team }, weights).contributions,
    rank: chosen?.rank ?? 0,
    alternatives: rivals,
    runnerUpId: rivals[0]?.repId ?? null,
    declineReason: null,
    deadlineAt: null,
    closedAt: null,
  };
}

/** Puts an unassigned lead back into the queue. */
export function retryLead({ person, params }: Ask): Effect {
  return async (unit) => {
    const { lead } = await assignable(unit, person, params.leadId);
    scheduleAssignment(unit, [lead.id], `${lead.id}:${unit.now}`);
    return { toast: readingOf(person).texts.leads.unassigned.tried };
  };
}

/** The manager's decision, written as theirs: until the rep accepts, the lead is nobody's. */
async function handOver(
  gate: Gate,
  unit: Unit,
  { person, lead, reason }: { person: Person; lead: Lead; reason: string },
): Promise<void> {
  await gate.apply(unit, {
    by: { kind: "person", person },
    via: "chat",
    source: "chat",
    reason,
    changes: [{ kind: "lead", id: lead.id, set: { ownerId: null, status: "new" } }],
  });
}

/** Takes a lead from whoever has it offered or accepted, and tells them by their card. */
async function withdraw(unit: Unit, leadId: string): Promise<void> {
  for (const held of await unit.assignments.find({ leadId, state: ["offered", "accepted"] })) {
    const withdrawn = { ...held, state: "withdrawn" as const, closedAt: unit.now };
    await unit.assignments.put(withdrawn);
    await postAssignment(unit, withdrawn);
  }
}

async function assignable(
  read: Pick<Reader, "leads" | "people" | "teams">,
  person: Person,
  leadId: string | undefined,
): Promise<{ lead: Lead; org: Org }> {
  const lead = await read.leads.get(leadId ?? "");
  const org = await readOrg(read);
  const ownerIds = lead?.ownerId ? [lead.ownerId] : [];
  // One that became a deal is closed: who works the deal is the deal's to say.
  const isOver = lead?.status === "converted";
  if (lead && !isOver && may(person, "lead.assign", { ownerIds }, org)) return { lead, org };
  throw new NotFound("gone", `No lead ${leadId} for ${person.id} to assign.`);
}
