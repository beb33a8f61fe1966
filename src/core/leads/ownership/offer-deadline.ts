// An offer has a deadline in the rep's working time: a reminder before it, the next best at it, one card to the manager.
import type { Gate } from "../../gate/gate.ts";
import type { Person } from "../../model.ts";
import { ringside } from "../../people/actor.ts";
import { addWorkingTime, type Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Assignment } from "../assigning/assignment.ts";
import { postAssignment, reminderKey } from "../assigning/post-assignment.ts";
import { scheduleAssignment } from "../assigning/schedule-assignment.ts";
import { renderAssignmentCard } from "../cards/assignment-card.ts";
import { viewLead } from "../gathering/customer.ts";
import { tellLate } from "./tell-late.ts";
import type { OwnershipTimes } from "./times.ts";

/** Reminds a rep of an offer. */
export const remindJob = "lead.remind";
/** Ends an offer nobody answered. */
export const expireJob = "lead.expire";

export type OfferPayload = { assignmentId: string };
type Write = (unit: Unit) => Promise<void>;
type Timing = { workdays: Workdays; ownership: OwnershipTimes };

/** The offer with its deadline, and the jobs that keep it. Hours are the rep's own, with their clock changes. */
export function withDeadline(
  unit: Unit,
  { workdays, ownership }: Timing,
  { rep, assignment }: { rep: Person; assignment: Assignment },
): Assignment {
  const worktime = { timeZone: rep.timeZone, workdays };
  const { acceptMs, remindMs } = ownership;
  const deadlineAt = addWorkingTime(unit.now, acceptMs, worktime);
  const payload: OfferPayload = { assignmentId: assignment.id };
  if (remindMs > 0 && remindMs < acceptMs) {
    const runAt = addWorkingTime(unit.now, acceptMs - remindMs, worktime);
    unit.schedule({ kind: remindJob, key: `${remindJob}:${assignment.id}`, runAt, payload });
  }
  const key = `${expireJob}:${assignment.id}`;
  unit.schedule({ kind: expireJob, key, runAt: deadlineAt, payload });
  return { ...assignment, deadlineAt };
}

/** The job: the card again, as a message of its own, with how long there is left. */
export async function remindOffer({ assignmentId }: OfferPayload): Promise<Write> {
  return async (unit) => {
    const assignment = await unit.assignments.get(assignmentId);
    const rep = assignment && (await unit.people.get(assignment.repId));
    const view = assignment && (await viewLead(unit, assignment.leadId));
    if (assignment?.state !== "offered" || !rep?.active || !view) return;
    if ((assignment.deadlineAt ?? 0) <= unit.now) return;
    const reading = readingOf(rep);
    const { ownership } = reading.texts;
    const by = { by: reading.format.time(assignment.deadlineAt ?? 0) };
    const key = reminderKey(assignment);
    const card = renderAssignmentCard({ ...view, assignment }, reading, (action, params) =>
      unit.arm({ action, params, personId: rep.id, cardKey: key }),
    );
    const customer = card.title;
    unit.post({
      to: rep.id,
      card: {
        ...{ ...card, key, tone: "warn" },
        subtitle: ownership.reminder(by),
        summary: ownership.reminderSummary({ customer, ...by }),
      },
    });
  };
}

/** The job: the lead goes to the next best, and never back. A clock that was set back is waited for. */
export async function expireOffer(
  { assignmentId }: OfferPayload,
  { gate, workdays }: { gate: Gate; workdays: Workdays },
): Promise<Write> {
  return async (unit) => {
    const assignment = await unit.assignments.get(assignmentId);
    if (assignment?.state !== "offered" || assignment.deadlineAt === null) return;
    const { deadlineAt } = assignment;
    if (deadlineAt > unit.now) {
      const key = `${expireJob}:${assignmentId}:${unit.now}`;
      unit.schedule({ kind: expireJob, key, runAt: deadlineAt, payload: { assignmentId } });
      return;
    }
    const expired = { ...assignment, state: "expired" as const, closedAt: unit.now };
    await endOffer(unit, gate, { ended: expired, reason: "not answered by the deadline" });
    await tellLate(unit, workdays, expired);
  };
}

/** Closes an offer and puts its lead back into the queue. */
export async function endOffer(
  unit: Unit,
  gate: Gate,
  { ended, reason }: { ended: Assignment; reason: string },
): Promise<void> {
  await unit.assignments.put(ended);
  await gate.apply(unit, {
    ...{ by: ringside, via: "job", source: "assignment", reason },
    changes: [{ kind: "lead", id: ended.leadId, set: { ownerId: null, status: "new" } }],
  });
  scheduleAssignment(unit, [ended.leadId], ended.id);
  await postAssignment(unit, ended);
}
