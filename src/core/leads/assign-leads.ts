// New leads -> the reps who fit best. Runs as a job; safe to run again.
import type { Gate } from "../gate/gate.ts";
import type { Lead } from "../model.ts";
import { ringside } from "../people/actor.ts";
import type { Clock, EventLog, Store, Unit } from "../ports.ts";
import type { Alternative, Assignment } from "./assignment.ts";
import { decideLead, type LeadDecision } from "./decide.ts";
import type { LeadFacts, TeamFacts } from "./facts.ts";
import { countOpen, gatherLeads, gatherTeam } from "./gather.ts";
import { postAssignment } from "./post-assignment.ts";
import { tellUnassigned } from "./tell-unassigned.ts";
import { publishDefaults } from "./weights.ts";

export type LeadServices = { store: Store; events: EventLog; gate: Gate; clock: Clock };

/** What a job that assigns leads carries. */
export type AssignPayload = { leadIds: string[] };

export const assignJob = "lead.assign";

/** Queues the assignment of leads, in the transaction that made them assignable. */
export function scheduleAssignment(unit: Unit, leadIds: string[], key: string): void {
  if (leadIds.length === 0) return;
  unit.schedule({ kind: assignJob, key: `${assignJob}:${key}`, payload: { leadIds } });
}

/**
 * Gathers facts outside the transaction and returns what to do inside it: one assignment per lead that is still
 * nobody's, decided with the load that the assignments before it leave.
 */
export async function assignLeads(
  { leadIds }: AssignPayload,
  { store, events, gate, clock }: LeadServices,
): Promise<(unit: Unit) => Promise<void>> {
  const sources = { read: store.read, events, now: clock() };
  const team = await gatherTeam(sources);
  const leads = await gatherLeads(leadIds, sources);

  return async (unit) => {
    const weights = await publishDefaults(unit);
    await refreshLoad(unit, team);
    for (const facts of leads) {
      const lead = await unit.leads.get(facts.lead.id);
      if (!lead || !isAssignable(lead)) continue;
      const decision = decideLead(facts, team, weights.weights);
      if (!decision.choice) {
        await tellUnassigned(unit, facts, decision);
        continue;
      }
      const assignment = freeze(unit, {
        facts,
        decision,
        choice: decision.choice,
        weightVersionId: weights.id,
      });
      await offer(unit, gate, assignment);
      takePlace(team, assignment.repId);
    }
  };
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

function takePlace(team: TeamFacts, repId: string): void {
  const rep = team.reps.find(({ person }) => person.id === repId);
  if (!rep) return;
  rep.open += 1;
  rep.offered += 1;
}

type Frozen = {
  facts: LeadFacts;
  decision: LeadDecision;
  choice: Alternative;
  weightVersionId: string;
};

/** The decision as it will always be told, whatever changes later. */
function freeze(unit: Unit, { facts, decision, choice, weightVersionId }: Frozen): Assignment {
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
    authorId: null,
    reason: null,
    declineReason: null,
    deadlineAt: null,
    decidedAt: unit.now,
    closedAt: null,
  };
}

/** Stores an assignment, marks its lead and sends the card. */
export async function offer(unit: Unit, gate: Gate, assignment: Assignment): Promise<void> {
  await unit.assignments.put(assignment);
  await gate.apply(unit, {
    by: ringside,
    via: "job",
    source: "assignment",
    changes: [{ kind: "lead", id: assignment.leadId, set: { status: "offered" } }],
  });
  await postAssignment(unit, assignment);
}
