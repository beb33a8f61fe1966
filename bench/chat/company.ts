// The company of the bench: one rep for each user, each with an account there and a lead that waits for them.
import type { Change } from "../../src/core/gate/gate.ts";
import type { Assignment, Contribution } from "../../src/core/leads/assigning/assignment.ts";
import { postAssignment } from "../../src/core/leads/assigning/post-assignment.ts";
import { defaultWeights, publishDefaults } from "../../src/core/leads/weighing/weights.ts";
import { operator } from "../../src/core/people/actor.ts";
import type { Unit } from "../../src/core/ports.ts";
import type { Ringside } from "../../src/main.ts";
import type { Platform } from "./wire.ts";

/** A rep of the bench, with what they are to accept. */
export type Member = {
  platform: string;
  user: string;
  personId: string;
  leadId: string;
  assignmentId: string;
};

/** Makes everybody and offers everybody their lead; the cards leave when the bot starts. */
export async function createCompany(ringside: Ringside, platforms: Platform[]): Promise<Member[]> {
  const members: Member[] = [];
  for (const platform of platforms) {
    for (const user of platform.users) {
      members.push(
        await ringside.records.write((unit) => addMember(unit, { ringside, platform, user })),
      );
    }
  }
  return members;
}

type Joining = { ringside: Ringside; platform: Platform; user: string };

async function addMember(unit: Unit, { ringside, platform, user }: Joining): Promise<Member> {
  const [personId, leadId] = [unit.newId("person"), unit.newId("lead")];
  const name = `Rep ${user}`;
  const person = { name, role: "rep", timeZone: "UTC", language: "en", capacity: 10 } as const;
  const changes: Change[] = [
    { kind: "person", id: personId, create: true, set: person },
    {
      kind: "lead",
      id: leadId,
      create: true,
      set: { title: `Customer of ${user}`, need: "20 seats", status: "offered" },
    },
  ];
  const batch = { by: operator, via: "import", source: "bench", changes, whole: true } as const;
  const [refusal] = await ringside.gate.apply(unit, batch);
  if (refusal) throw new Error(refusal.message);
  const { surface } = platform.app;
  const account = { surface, connection: platform.connection, externalId: user };
  const known = { verifiedBy: "email", createdAt: unit.now, lastSeenAt: unit.now } as const;
  await unit.identities.put({ id: unit.newId("identity"), personId, ...account, ...known });
  const assignment = await toAssignment(unit, { personId, leadId });
  await unit.assignments.put(assignment);
  await postAssignment(unit, assignment);
  return { platform: platform.name, user, personId, leadId, assignmentId: assignment.id };
}

async function toAssignment(
  unit: Unit,
  { personId, leadId }: { personId: string; leadId: string },
): Promise<Assignment> {
  const { id: weightVersionId } = await publishDefaults(unit);
  const nobody = { runnerUpId: null, batch: 1, authorId: null, reason: null, declineReason: null };
  const times = { deadlineAt: null, decidedAt: unit.now, closedAt: null };
  return {
    id: unit.newId("assignment"),
    ...{ leadId, repId: personId, state: "offered", fit: 6_000, rank: 1, weightVersionId },
    ...{ contributions: toContributions(), alternatives: [], ...nobody, ...times },
  };
}

/** Every factor at 60, so that cards are as long as real ones. */
function toContributions(): Contribution[] {
  const value = 60;
  const reason = { code: "load", params: { open: 4, capacity: 10 }, refs: [] };
  return Object.entries(defaultWeights).map(([factor, weight]) => ({
    ...{ factor, weight, value, known: true, points: weight * value, reason },
  }));
}
