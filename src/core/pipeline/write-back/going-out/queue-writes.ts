// What the gate let in goes into the queue of every CRM that has the record: in the same transaction, so that neither
// is lost without the other.
import type { ChangeBatch, Draft } from "../../../gate/gate.ts";
import { actorId } from "../../../people/actor.ts";
import type { Unit } from "../../../ports.ts";
import { toCrmSource } from "../crm-source.ts";
import { type CrmKind, type CrmPlan, type MappedKind, sourcesOf } from "../mapping.ts";
import type { CrmWrite, FieldChange } from "../stored.ts";

/** Sends what waits for one CRM. */
export const sendJob = "crm.send";
export type SendPayload = { connector: string };

type Queueing = { drafts: readonly Draft[]; plans: readonly CrmPlan[] };

/** Queues the confirmed changes of a batch; returns the records whose new owner waits to be written. */
export async function queueWrites(
  unit: Unit,
  batch: ChangeBatch,
  { drafts, plans }: Queueing,
): Promise<Set<string>> {
  const inCrm = new Set<string>();
  // Files tell what some system says already.
  if (batch.via === "import") return inCrm;
  for (const plan of plans.filter(({ name }) => batch.source !== toCrmSource(name))) {
    const writes = await writesFor(unit, plan, { batch, drafts });
    await putWrites(unit, writes);
    for (const { recordId, change } of writes) {
      if (change.fields.ownerId) inCrm.add(recordId);
    }
  }
  return inCrm;
}

/** Puts writes into the queue and has them sent. */
export async function putWrites(unit: Unit, writes: readonly CrmWrite[]): Promise<void> {
  await unit.crmWrites.put(...writes);
  for (const connector of new Set(writes.map((write) => write.connector))) {
    const first = writes.find((write) => write.connector === connector);
    const payload: SendPayload = { connector };
    unit.schedule({ kind: sendJob, key: `${sendJob}:${first?.key}`, payload });
  }
}

type Writing = { batch: ChangeBatch; drafts: readonly Draft[] };

async function writesFor(
  unit: Unit,
  plan: CrmPlan,
  { batch, drafts }: Writing,
): Promise<CrmWrite[]> {
  const writes: CrmWrite[] = [];
  for (const [kind, mapped] of Object.entries(plan.mapping.records) as [CrmKind, MappedKind][]) {
    const changed = drafts
      .filter(({ change }) => change.kind === kind)
      .map((draft) => ({ draft, fields: fieldsOf(draft, mapped) }))
      .filter(({ fields }) => Object.keys(fields).length > 0);
    const known = await linkedOf(unit, changed, { kind, sources: sourcesOf(plan.name, mapped) });
    for (const { draft, fields } of changed.filter(({ draft }) => known.has(draft.change.id))) {
      const change = { fields, actorId: actorId(batch.by) };
      writes.push(
        newWrite(unit, { connector: plan.name, kind, recordId: draft.change.id, change }),
      );
    }
  }
  return writes;
}

/** A write that waits, from now on. */
export function newWrite(
  unit: Unit,
  write: Pick<CrmWrite, "connector" | "kind" | "recordId" | "change">,
): CrmWrite {
  const id = unit.newId("crmWrite");
  return {
    ...{ id, key: `${write.connector}:${write.kind}:${write.recordId}:${id}`, ...write },
    ...{ state: "queued", attempts: 0, nextAt: unit.now, error: null },
    ...{ createdAt: unit.now, writtenAt: null },
  };
}

/** The mapped fields that changed. Nobody's is not written: accepting a lead writes its owner. */
function fieldsOf({ fields, before, after }: Draft, { fields: mapped }: MappedKind) {
  const changed = fields.filter(
    (field) => mapped[field]?.write && !(field === "ownerId" && after[field] === null),
  );
  const entries = changed.map((field): [string, FieldChange] => [
    field,
    { from: before?.[field] ?? null, to: after[field] ?? null },
  ]);
  return Object.fromEntries(entries);
}

type Linking = { kind: CrmKind; sources: string[] };

async function linkedOf(
  unit: Unit,
  changed: readonly { draft: Draft }[],
  { kind, sources }: Linking,
): Promise<Set<string>> {
  const recordId = changed.map(({ draft }) => draft.change.id);
  if (recordId.length === 0) return new Set();
  const links = await unit.externalIds.find({ kind, recordId, source: sources });
  return new Set(links.map((link) => link.recordId));
}
