// The one door to an assignment for whoever pressed something on its card.
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg, readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader } from "../../ports.ts";
import type { Assignment } from "../assigning/assignment.ts";

/** The assignment a person may act on. Somebody else's looks as if it did not exist. */
export async function ownAssignment(
  read: Pick<Reader, "assignments">,
  person: Person,
  assignmentId: string | undefined,
): Promise<Assignment> {
  const assignment = await read.assignments.get(assignmentId ?? "");
  const subject = { ownerIds: assignment ? [assignment.repId] : [] };
  if (assignment && may(person, "lead.act", subject, createOrg([], []))) return assignment;
  throw new NotFound("gone", `No assignment ${assignmentId} of ${person.id}.`);
}

/** The assignment a person may read: their own, or of somebody under them. */
export async function readableAssignment(
  read: Pick<Reader, "assignments" | "people" | "teams">,
  person: Person,
  assignmentId: string | undefined,
): Promise<Assignment> {
  const assignment = await read.assignments.get(assignmentId ?? "");
  const org = await readOrg(read);
  if (assignment && may(person, "lead.read", { ownerIds: [assignment.repId] }, org)) {
    return assignment;
  }
  throw new NotFound("gone", `No assignment ${assignmentId} for ${person.id}.`);
}

/** The decision about a lead that was made last. */
export async function latestOf(
  read: Pick<Reader, "assignments">,
  leadId: string,
): Promise<Assignment | undefined> {
  // Of two in one millisecond the id says which came later.
  const all = await read.assignments.find({ leadId }, { order: { by: "decidedAt" } });
  return all.at(-1);
}
