// What the gate remembers of a change beside the record itself.
import type { FieldValue, OwnerChange, StageChange } from "../facts.ts";
import { actorId } from "../people/actor.ts";
import type { Unit } from "../ports.ts";
import type { ChangeBatch, Draft } from "./gate.ts";

/** Writes down where every value came from, who changed what, and each move of owner and stage. `inCrm`: records whose new owner waits to be written there. */
export async function recordProvenance(
  unit: Unit,
  batch: ChangeBatch,
  { drafts, inCrm = new Set() }: { drafts: Draft[]; inCrm?: ReadonlySet<string> },
): Promise<void> {
  await unit.fieldValues.put(...drafts.flatMap((draft) => toFieldValues(unit, batch, draft)));
  await unit.ownerChanges.put(
    ...drafts.flatMap((draft) =>
      toOwnerChange(unit, batch, { draft, isPending: inCrm.has(draft.change.id) }),
    ),
  );
  await unit.stageChanges.put(...drafts.flatMap((draft) => toStageChange(unit, batch, draft)));
  await unit.audits.put(...toAudits(unit, batch, drafts));
}

function toFieldValues(
  unit: Unit,
  batch: ChangeBatch,
  { change, after, fields, statuses = {}, confirmed = [] }: Draft,
): FieldValue[] {
  const { original = {}, unknownUntil = {} } = change;
  const lost = Object.keys(original).filter((field) => !fields.includes(field));
  // Whoever verifies a value that is there already says something new of it.
  const isVerified = (field: string) =>
    batch.status === "verified" && ![...fields, ...lost, ...confirmed].includes(field);
  const verified = Object.keys(change.set).filter(isVerified);
  const toRow = (field: string, status: FieldValue["status"]): FieldValue => ({
    id: unit.newId("fieldValue"),
    kind: change.kind,
    recordId: change.id,
    field,
    value: after[field] ?? null,
    original: original[field] ?? null,
    status,
    source: batch.source,
    actorId: actorId(batch.by),
    evidence: change.evidence ?? null,
    at: unit.now,
    batchId: batch.batchId ?? null,
    until: status === "unknown" ? (unknownUntil[field] ?? null) : null,
  });
  const statusOf = (field: string) =>
    lost.includes(field) ? "unresolved" : (batch.status ?? statuses[field] ?? "stated");
  return [
    ...[...fields, ...lost, ...confirmed, ...verified]
      .filter((field) => after[field] !== null || original[field] !== undefined || !change.create)
      .map((field) => toRow(field, statusOf(field))),
    ...Object.keys(unknownUntil).map((field) => toRow(field, "unknown")),
  ];
}

function toOwnerChange(
  unit: Unit,
  batch: ChangeBatch,
  { draft, isPending }: { draft: Draft; isPending: boolean },
): OwnerChange[] {
  const { change, before, after, fields } = draft;
  if ((change.kind !== "lead" && change.kind !== "deal") || !fields.includes("ownerId")) return [];
  if (!before && after.ownerId === null) return [];
  return [
    {
      id: unit.newId("ownerChange"),
      kind: change.kind,
      recordId: change.id,
      fromId: (before?.ownerId as string | null | undefined) ?? null,
      toId: (after.ownerId as string | null) ?? null,
      authorId: actorId(batch.by),
      reason: batch.reason ?? batch.source,
      source: batch.source,
      at: unit.now,
      crmState: isPending ? "pending" : "none",
    },
  ];
}

function toStageChange(unit: Unit, batch: ChangeBatch, draft: Draft): StageChange[] {
  const { change, before, after, fields } = draft;
  if (change.kind !== "deal" || (before && !fields.includes("stage"))) return [];
  return [
    {
      id: unit.newId("stageChange"),
      dealId: change.id,
      from: (before?.stage as string | undefined) ?? null,
      to: String(after.stage),
      at: unit.now,
      actorId: actorId(batch.by),
      source: batch.source,
      evidence: change.evidence ?? null,
    },
  ];
}

/** One line per record; a batch of an import gets one line in all, its rows being in the field values. */
function toAudits(unit: Unit, batch: ChangeBatch, drafts: Draft[]) {
  const line = (action: string, kind: string, recordId: string, detail: unknown) => ({
    id: unit.newId("audit"),
    at: unit.now,
    actorId: actorId(batch.by),
    via: batch.via,
    action,
    kind,
    recordId,
    detail,
  });
  if (drafts.length === 0) return [];
  if (batch.batchId) return [line("import", "batch", batch.batchId, { records: drafts.length })];
  return drafts.map(({ change, before, fields }) =>
    line(before ? "change" : "create", change.kind, change.id, { fields }),
  );
}
