// Records as they were, and records that go: what takes a merge or an update back.
import type { RecordKind } from "../model.ts";
import { actorId } from "../people/actor.ts";
import type { Unit } from "../ports.ts";
import type { Change, ChangeBatch, Draft } from "./gate.ts";

/** A record, whole. */
type Row = { kind: RecordKind; row: { id: string } };
/** A record as it is to be again; `before`: as it is, undefined where it is gone. */
export type Restored = Row & { before: object | undefined };
/** Who puts records back or takes them out, and from where. */
export type Books = Omit<ChangeBatch, "changes">;

/** What differs once a record is put back. */
export function toDraft({ kind, row, before }: Restored, index: number): Draft {
  const was = before as Record<string, unknown> | undefined;
  const after = row as Record<string, unknown>;
  const isSame = (field: string) =>
    JSON.stringify(was?.[field] ?? null) === JSON.stringify(after[field] ?? null);
  const fields = Object.keys(after).filter((field) => !kept.has(field) && !isSame(field));
  const set = Object.fromEntries(fields.map((field) => [field, after[field]]));
  const change = { kind, id: row.id, create: was === undefined, set } as Change;
  return { index, change, before: was, after, fields };
}

const kept = new Set(["id", "nameKey", "createdAt", "updatedAt"]);

/** Takes one record out and leaves a line about it. */
export async function removeRecord(unit: Unit, batch: Books, { kind, row }: Row): Promise<void> {
  await unit.removeRecords(kind, [row.id]);
  await unit.audits.put({
    id: unit.newId("audit"),
    at: unit.now,
    actorId: actorId(batch.by),
    via: batch.via,
    action: "remove",
    kind,
    recordId: row.id,
    detail: { reason: batch.reason ?? batch.source },
  });
}
