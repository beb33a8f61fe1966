// A merge taken back: every row as it was, except what somebody has changed since.
import { NotFound, Refused } from "../errors.ts";
import type { Gate } from "../gate/gate.ts";
import type { RecordKind } from "../model.ts";
import type { Actor } from "../people/actor.ts";
import type { Unit } from "../ports.ts";
import { recordTables } from "../records/record-tables.ts";
import { mayMerge } from "./may-merge.ts";
import type { Merge, SetField } from "./merge-row.ts";

/**
 * Splits what a merge joined. What came to the kept record since stays there. Throws NotFound `gone`, or Refused
 * `merge_undone`, `forbidden`, or `merge_later` when the kept record went into a third one: that comes first.
 */
export async function undoMerge(
  { unit, gate }: { unit: Unit; gate: Gate },
  { mergeId, by }: { mergeId: string; by: Actor },
): Promise<Merge> {
  const merge = await unit.merges.get(mergeId);
  if (!merge) throw new NotFound("gone", `There is no merge ${mergeId}.`);
  if (merge.undoneAt !== null)
    throw new Refused("merge_undone", `${mergeId} is taken back already.`);
  await refuseLater(unit, merge);
  const subject = { kind: merge.kind, ids: [merge.keptId] };
  if (by.kind === "person" && !(await mayMerge(unit, by.person, subject)))
    throw new Refused("forbidden", `${by.person.id} may not write ${merge.keptId}.`);

  const rows = await rowsBefore(unit, merge);
  const merged = { kind: merge.kind, row: merge.before.merged as { id: string } };
  const batch = { by, via: "chat", source: "merge", reason: "split" } as const;
  await gate.restore(unit, batch, [...rows, { ...merged, before: undefined }]);
  await moveBack(unit, merge);
  const undone = { ...merge, undoneAt: unit.now };
  await unit.merges.put(undone);
  return undone;
}

async function refuseLater(unit: Unit, { kind, keptId, id }: Merge): Promise<void> {
  const kept = await unit[recordTables[kind]].get(keptId);
  if (!kept)
    throw new Refused("merge_later", `Take back what ${keptId} was merged into before ${id}.`);
}

/** Each record the merge set, with the fields nobody has touched since as they were. */
async function rowsBefore(unit: Unit, merge: Merge) {
  const rows: { kind: RecordKind; row: { id: string }; before: object }[] = [];
  for (const fields of byRecord(merge.before.fields)) {
    const [{ kind, id }] = fields;
    const before = await unit[recordTables[kind]].get(id);
    if (before) rows.push({ kind, row: asBefore(before, fields, merge.at), before });
  }
  return rows;
}

type Fields = [SetField, ...SetField[]];

function byRecord(all: readonly SetField[]): Fields[] {
  const groups = new Map<string, Fields>();
  for (const set of all) {
    const group = groups.get(`${set.kind} ${set.id}`);
    if (group) group.push(set);
    else groups.set(`${set.kind} ${set.id}`, [set]);
  }
  return [...groups.values()];
}

function asBefore(
  current: { id: string; updatedAt: number },
  fields: Fields,
  mergedAt: number,
): { id: string } {
  const row: Record<string, unknown> & { id: string } = { ...current };
  for (const { field, from, to } of fields) {
    if (JSON.stringify(row[field]) === JSON.stringify(to)) row[field] = from;
  }
  if (current.updatedAt === mergedAt) row.updatedAt = fields[0].updatedAt;
  return row;
}

async function moveBack(unit: Unit, { kind, keptId, mergedId, before }: Merge): Promise<void> {
  const ids = await unit.externalIds.find({ id: before.externalIds, recordId: keptId });
  await unit.externalIds.put(...ids.map((row) => ({ ...row, recordId: mergedId })));
  const field = kind === "contact" ? "contactId" : "accountId";
  const visitors = await unit.visitors.find({ id: before.visitors, [field]: keptId });
  await unit.visitors.put(...visitors.map((row) => ({ ...row, [field]: mergedId })));
}
