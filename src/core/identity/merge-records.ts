// Two records found to be one: the kept one takes over what the other has, and what pointed at the other points at it.
import { Refused } from "../errors.ts";
import type { Change, Gate } from "../gate/gate.ts";
import { removeRecord } from "../gate/replace-records.ts";
import { type Actor, actorId } from "../people/actor.ts";
import type { Unit } from "../ports.ts";
import { mayMerge } from "./may-merge.ts";
import type { Before, Merge, MergeKind, MergeReason, SetField } from "./merge-row.ts";
import { findReferences } from "./references.ts";

export type MergeOrder = {
  keptId: string;
  mergedId: string;
  reasons: MergeReason[];
  by: Actor;
  /** The use case has asked for the right by a rule of its own. */
  isAllowed?: boolean;
};

type Services = { unit: Unit; gate: Gate };

/** Makes two contacts one. Throws Refused `merge_gone`, `merge_same` or `forbidden`; nothing is changed then. */
export function mergeContacts(services: Services, order: MergeOrder): Promise<Merge> {
  return mergeRecords(services, { ...order, kind: "contact" });
}

/** Makes two accounts one. Throws Refused like `mergeContacts`. */
export function mergeAccounts(services: Services, order: MergeOrder): Promise<Merge> {
  return mergeRecords(services, { ...order, kind: "account" });
}

type KindOrder = MergeOrder & { kind: MergeKind };
type Fields = Record<string, unknown> & { id: string; updatedAt: number };

/** The same for either kind. */
export async function mergeRecords({ unit, gate }: Services, order: KindOrder): Promise<Merge> {
  const { kind, keptId, mergedId, by, reasons } = order;
  const { kept, merged } = await readBoth(unit, order);
  if (!order.isAllowed) await requireBoth(unit, order);

  const fields = [
    ...fillGaps(kind, kept, merged),
    ...(await findReferences(unit, kind, { from: mergedId, to: keptId })),
  ];
  const batch = { by, via: "chat", source: "merge", reason: "merged", whole: true } as const;
  const [refusal] = await gate.apply(unit, { ...batch, changes: toChanges(fields) });
  if (refusal) throw new Refused(refusal.code, refusal.message);
  const before: Before = {
    merged,
    fields,
    externalIds: await moveExternalIds(unit, order),
    visitors: await moveVisitors(unit, order),
  };
  await removeRecord(unit, batch, { kind, row: merged });
  const merge: Merge = {
    ...{ id: unit.newId("merge"), kind, keptId, mergedId, reasons, before },
    ...{ actorId: actorId(by), at: unit.now, undoneAt: null },
  };
  await unit.merges.put(merge);
  return merge;
}

async function requireBoth(unit: Unit, { kind, keptId, mergedId, by }: KindOrder): Promise<void> {
  if (by.kind !== "person") return;
  if (await mayMerge(unit, by.person, { kind, ids: [keptId, mergedId] })) return;
  throw new Refused("forbidden", `${by.person.id} may not write both ${keptId} and ${mergedId}.`);
}

async function readBoth(unit: Unit, { kind, keptId, mergedId }: KindOrder) {
  if (keptId === mergedId) throw new Refused("merge_same", `${keptId} is one record already.`);
  const table = kind === "contact" ? unit.contacts : unit.accounts;
  const [kept, merged] = [await table.get(keptId), await table.get(mergedId)];
  if (!kept || !merged) {
    throw new Refused("merge_gone", `${kept ? mergedId : keptId} is not there any more.`);
  }
  return { kept: kept as unknown as Fields, merged: merged as unknown as Fields };
}

const never = new Set(["id", "nameKey", "createdAt", "updatedAt"]);

/** What only the other record knows. What both know stays as the kept one has it. */
function fillGaps(kind: MergeKind, kept: Fields, merged: Fields): SetField[] {
  return Object.keys(merged)
    .filter((field) => !never.has(field) && merged[field] !== null && kept[field] === null)
    .filter((field) => merged[field] !== kept.id)
    .map((field) => ({
      ...{ kind, id: kept.id, field, from: null, to: merged[field] },
      updatedAt: kept.updatedAt,
    }));
}

/** One change per record, however many of its fields are set. */
function toChanges(fields: readonly SetField[]): Change[] {
  const sets = new Map<string, { kind: SetField["kind"]; id: string; set: object }>();
  for (const { kind, id, field, to } of fields) {
    const known = sets.get(`${kind} ${id}`);
    sets.set(`${kind} ${id}`, { kind, id, set: { ...known?.set, [field]: to } });
  }
  return [...sets.values()] as Change[];
}

async function moveExternalIds(unit: Unit, { kind, keptId, mergedId }: KindOrder) {
  const rows = await unit.externalIds.find({ kind, recordId: mergedId });
  await unit.externalIds.put(...rows.map((row) => ({ ...row, recordId: keptId })));
  return rows.map(({ id }) => id);
}

async function moveVisitors(unit: Unit, { kind, keptId, mergedId }: KindOrder): Promise<string[]> {
  const field = kind === "contact" ? "contactId" : "accountId";
  const rows = await unit.visitors.find({ [field]: mergedId });
  await unit.visitors.put(...rows.map((row) => ({ ...row, [field]: keptId })));
  return rows.map(({ id }) => id);
}
