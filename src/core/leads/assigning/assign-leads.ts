// New leads -> the reps who fit best. Runs as a job; safe to run again.
import type { Gate } from "../../gate/gate.ts";
import type { Lead } from "../../model.ts";
import { ringside } from "../../people/actor.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, EventLog, Store, Unit } from "../../ports.ts";
import type { Library } from "../../training/library.ts";
import { assignedEvent } from "../../webhooks/action-events.ts";
import { announce } from "../../webhooks/announce.ts";
import { decideBatch } from "../batch/decide-batch.ts";
import type { LeadFacts, TeamFacts } from "../gathering/facts.ts";
import { countOpen, gatherLeads, gatherTeam } from "../gathering/gather.ts";
import { withDeadline } from "../ownership/offer-deadline.ts";
import type { OwnershipTimes } from "../ownership/times.ts";
import { type WeightsOf, weightsBySegment } from "../weighing/weights.ts";
import type { Assignment } from "./assignment.ts";
import { type Choice, decideLead, type LeadDecision } from "./decide.ts";
import { postAssignment } from "./post-assignment.ts";
import { type AssignPayload, scheduleAssignment } from "./schedule-assignment.ts";
import { tellUnassigned } from "./tell-unassigned.ts";

export type LeadServices = {
  store: Store;
  events: EventLog;
  gate: Gate;
  clock: Clock;
  workdays: Workdays;
  ownership: OwnershipTimes;
  /** For what a kind of customer objects to; throws RetryLater while it is being read. */
  library?: (() => Library) | undefined;
};

/**
 * Gathers facts outside the transaction and returns what to do inside it: one assignment per lead that is still
 * nobody's, decided with the load that the assignments before it leave.
 */
export async function assignLeads(
  { leadIds }: AssignPayload,
  services: LeadServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { store, events, clock, library } = services;
  if (leadIds.length > maxBatch) return async (unit) => splitUp(unit, leadIds);
  const sources = { read: store.read, events, now: clock(), library };
  const team = await gatherTeam(sources);
  const leads = await gatherLeads(leadIds, sources);

  return async (unit) => {
    const weightsOf = await weightsBySegment(unit);
    await refreshLoad(unit, team);
    const open = await stillAssignable(unit, leads);
    for (const [index, decision] of decide(open, team, weightsOf).entries()) {
      const facts = open[index];
      if (!facts) continue;
      if (!decision.choice) {
        await tellUnassigned(unit, facts, decision);
        continue;
      }
      const assignment = freeze(unit, {
        ...{ facts, decision, choice: decision.choice, batch: open.length },
        weightVersionId: weightsOf(facts.account).id,
      });
      await offer(unit, services, assignment);
    }
  };
}

/** Leads divided at once: more would hold up the bot for longer than a second. */
const maxBatch = 500;

function splitUp(unit: Unit, leadIds: string[]): void {
  for (let from = 0; from < leadIds.length; from += maxBatch) {
    const part = leadIds.slice(from, from + maxBatch);
    scheduleAssignment(unit, part, `${part[0]} to ${part.at(-1)}`);
  }
}

/** One lead goes to whoever fits best; several are divided so that the team as a whole does. */
function decide(leads: LeadFacts[], team: TeamFacts, weightsOf: WeightsOf): LeadDecision[] {
  const [only] = leads;
  if (leads.length === 1 && only) {
    return [decideLead(only, team, weightsOf(only.account).weights)];
  }
  return decideBatch(leads, team, weightsOf);
}

/** Facts were gathered before the transaction: another job or person may have been quicker. */
async function stillAssignable(unit: Unit, leads: LeadFacts[]): Promise<LeadFacts[]> {
  const now = await unit.leads.find({ id: leads.map(({ lead }) => lead.id) });
  const free = new Set(now.filter(isAssignable).map(({ id }) => id));
  return leads.filter(({ lead }) => free.has(lead.id));
}

function isAssignable(lead: Lead): boolean {
  return lead.status === "new" && lead.ownerId === null;
}

/** Facts were gathered before the transaction; load is the one that another assignment may have changed since. */
async function refreshLoad(unit: Unit, team: TeamFacts): Promise<void> {
  const open = await countOpen(
    unit,
    team.reps.map((rep) => rep.person.id),
  );
  for (const rep of team.reps) rep.open = open.get(rep.person.id) ?? 0;
}

type Frozen = {
  facts: LeadFacts;
  decision: LeadDecision;
  choice: Choice;
  weightVersionId: string;
  /** Leads it was decided together with, itself included. */
  batch: number;
};

/** The decision as it will always be told, whatever changes later. */
function freeze(
  unit: Unit,
  { facts, decision, choice, weightVersionId, batch }: Frozen,
): Assignment {
  return {
    id: unit.newId("assignment"),
    leadId: facts.lead.id,
    repId: choice.repId,
    state: "offered",
    fit: choice.fit,
    contributions: choice.contributions,
    alternatives: decision.alternatives,
    runnerUpId: decision.alternatives.find(({ blockedBy }) => blockedBy === null)?.repId ?? null,
    rank: choice.rank,
    weightVersionId,
    batch,
    authorId: null,
    reason: null,
    declineReason: null,
    deadlineAt: null,
    decidedAt: unit.now,
    closedAt: null,
  };
}

/** Stores an assignment with its deadline, marks its lead and sends the card. */
export async function offer(
  unit: Unit,
  services: Pick<LeadServices, "gate" | "workdays" | "ownership">,
  assignment: Assignment,
): Promise<void> {
  const rep = await unit.people.get(assignment.repId);
  const offered = rep ? withDeadline(unit, services, { rep, assignment }) : assignment;
  await unit.assignments.put(offered);
  await services.gate.apply(unit, {
    by: ringside,
    via: "job",
    source: "assignment",
    changes: [{ kind: "lead", id: assignment.leadId, set: { status: "offered" } }],
  });
  await announce(unit, [assignedEvent(offered)]);
  await postAssignment(unit, offered);
}
