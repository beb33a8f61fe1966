// What was changed in the CRM comes in through the gate; whose lead it is now closes the cards of those whose it is not.
import type { Change } from "../../../gate/gate.ts";
import { postAssignment } from "../../../leads/assigning/post-assignment.ts";
import { operator } from "../../../people/actor.ts";
import type { Unit } from "../../../ports.ts";
import { recordTables } from "../../../records/record-tables.ts";
import { toCrmSource } from "../crm-source.ts";
import { newWrite, putWrites } from "../going-out/queue-writes.ts";
import type { CrmConnection, CrmKind } from "../mapping.ts";
import type { CrmServices } from "../services.ts";
import { isSame, isUnread } from "../values.ts";

export type TakenIn = { recordId: string; set: Record<string, unknown>; create?: true };
type Taking = {
  connection: CrmConnection;
  kind: CrmKind;
  changes: readonly TakenIn[];
  /** What a data contract keeps against the CRM is written there; not while everything is read for the first time. */
  writesBack: boolean;
};

/** Takes changes of one kind in; returns the records the gate let nothing of in. */
export async function takeIn(
  unit: Unit,
  { gate }: Pick<CrmServices, "gate">,
  { connection, kind, changes, writesBack }: Taking,
): Promise<string[]> {
  const over = kind === "lead" ? await endedLeads(unit, changes) : new Set();
  const taken = changes.map(({ recordId, set, create }) => {
    const read = Object.fromEntries(Object.entries(set).filter(([, value]) => !isUnread(value)));
    const whole = over.has(recordId) ? read : withCompanions(kind, read, unit.now);
    return { kind, id: recordId, set: whole, ...(create ? { create } : {}) } as Change;
  });
  const made = taken.filter(({ set }) => Object.keys(set).length > 0);
  const refusals = await gate.apply(unit, {
    ...{ by: operator, via: "source", source: toCrmSource(connection.name), changes: made },
  });
  if (kind === "lead") {
    for (const { id, set } of made) {
      if ("ownerId" in set && set.ownerId !== undefined) await closeCards(unit, id);
    }
  }
  if (writesBack) await writeBack(unit, connection, { kind, changes });
  return refusals.flatMap(({ index }) => made[index]?.id ?? []);
}

/** Leads that became deals, or were lost: another owner does not open them again. */
async function endedLeads(unit: Unit, changes: readonly TakenIn[]): Promise<Set<string>> {
  const id = changes.map(({ recordId }) => recordId);
  const ended = await unit.leads.find({ id, status: ["converted", "lost"] });
  return new Set(ended.map((lead) => lead.id));
}

/** What was kept out stands here with a reason: it is to stand there as well. */
async function writeBack(
  unit: Unit,
  { name: connector, mapping }: CrmConnection,
  { kind, changes }: Pick<Taking, "kind" | "changes">,
): Promise<void> {
  const known = changes.filter(({ create }) => !create);
  const rows = await unit[recordTables[kind]].find({ id: known.map(({ recordId }) => recordId) });
  const byId = new Map(rows.map((row) => [row.id, row as unknown as Record<string, unknown>]));
  const writes = known.flatMap(({ recordId, set }) => {
    const kept = Object.entries(set).filter(([field, theirs]) => {
      const ours = byId.get(recordId)?.[field] ?? null;
      const isWritten = mapping.records[kind]?.fields[field]?.write === true;
      return isWritten && ours !== null && !isUnread(theirs) && !isSame(ours, theirs);
    });
    if (kept.length === 0) return [];
    const fields = kept.map(([field, from]) => [field, { from, to: byId.get(recordId)?.[field] }]);
    const change = { fields: Object.fromEntries(fields), actorId: null, isDecided: true } as const;
    return [newWrite(unit, { connector, kind, recordId, change })];
  });
  await putWrites(unit, writes);
}

/** A field may say something about others: a deal that is won has a day on which it was. */
function withCompanions(kind: CrmKind, set: Record<string, unknown>, now: number) {
  const { stage } = set;
  if (kind === "deal" && typeof stage === "string") return { ...set, ...ofStage(stage, now) };
  if (kind !== "lead" || !("ownerId" in set) || set.status !== undefined) return set;
  return { ...set, status: set.ownerId === null ? "new" : "accepted" };
}

function ofStage(stage: string, now: number) {
  const isOver = stage === "won" || stage === "lost";
  return { status: isOver ? stage : "open", closedAt: isOver ? now : null };
}

/** Cards of the lead say what is: its owner's that it is theirs, everybody else's that it is not. */
async function closeCards(unit: Unit, leadId: string): Promise<void> {
  const lead = await unit.leads.get(leadId);
  const held = await unit.assignments.find({ leadId, state: ["offered", "accepted"] });
  for (const assignment of held) {
    const isTheirs = lead?.ownerId === assignment.repId;
    if (isTheirs && assignment.state === "accepted") continue;
    const state = isTheirs ? "accepted" : "withdrawn";
    const closed = { ...assignment, state, closedAt: unit.now } as const;
    await unit.assignments.put(closed);
    await postAssignment(unit, closed);
  }
}
