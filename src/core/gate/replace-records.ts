// Records as they were: what takes a merge back, through the gate's own books. The use case has asked for the right.
import type { RecordKind, RecordTypes } from "../model.ts";
import { actorId } from "../people/actor.ts";
import type { Unit } from "../ports.ts";
import type { Change, ChangeBatch, Draft } from "./gate.ts";
import { recordProvenance } from "./provenance.ts";

/** A record, whole. */
export type Row = { kind: RecordKind; row: { id: string } };
type Books = Omit<ChangeBatch, "changes">;

/** Puts whole records exactly as given, times of change included, and writes down what differed. */
export async function restoreRecords(
  unit: Unit,
  batch: Books,
  rows: readonly (Row & { before: object | undefined })[],
): Promise<void> {
  const drafts = rows.map(({ kind, row, before }, index) => toDraft({ kind, row }, before, index));
  for (const { kind, row } of rows) {
    await unit.putRecords(kind, [row as RecordTypes[typeof kind]]);
  }
  await recordProvenance(
    unit,
    { ...batch, changes: drafts.map(({ change }) => change) },
    { drafts },
  );
}

function toDraft({ kind, row }: Row, before: object | undefined, index: number): Draft {
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
