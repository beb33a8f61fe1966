// A contact who was two people: what the second is known by goes to a contact of their own, and can come back.
import { Refused } from "../../errors.ts";
import type { Change, Gate } from "../../gate/gate.ts";
import type { Contact } from "../../model.ts";
import { type Actor, actorId } from "../../people/actor.ts";
import type { Unit } from "../../ports.ts";
import { mayMerge, ownersOf } from "../may-merge.ts";
import { mergeRecords } from "../merge-records.ts";
import type { Merge, MergeReason } from "../merge-row.ts";
import type { LinkReason, Visitor } from "../visitor.ts";
import type { KnownBy } from "./known-by.ts";

type Services = { unit: Unit; gate: Gate };

type SplitOrder = {
  contactId: string;
  /** What is the other person's. */
  theirs: readonly KnownBy[];
  /** What the other person is called. */
  name: string;
  reasons: MergeReason[];
  by: Actor;
};

/**
 * Moves what is said to be somebody else's to a new contact at the same account. It is kept as a merge that has been
 * taken back: joining the two again is a merge like any other. Touches that name the contact itself stay. Throws
 * Refused `merge_gone` or `forbidden`, or what the gate refuses; nothing is changed then.
 */
export async function splitContact({ unit, gate }: Services, order: SplitOrder): Promise<Merge> {
  const { contactId, theirs, name, reasons, by } = order;
  const contact = await unit.contacts.get(contactId);
  if (!contact) throw new Refused("merge_gone", `${contactId} is not there any more.`);
  await requireRight(unit, by, [contactId]);
  const newId = unit.newId("contact");
  const batch = { by, via: "chat", source: "split", reason: "split", whole: true } as const;
  const changes = toChanges(contact, { newId, name, theirs });
  const [refusal] = await gate.apply(unit, { ...batch, changes });
  if (refusal) throw new Refused(refusal.code, refusal.message);
  const merge: Merge = {
    ...{ id: unit.newId("merge"), kind: "contact", keptId: contactId, mergedId: newId, reasons },
    before: {
      ...{ merged: (await unit.contacts.get(newId)) as object as Record<string, unknown> },
      fields: [],
      externalIds: await moveOutside(unit, order, newId),
      visitors: await moveVisitors(unit, order, newId),
    },
    ...{ actorId: actorId(by), at: unit.now, undoneAt: unit.now },
  };
  await unit.merges.put(merge);
  await keepApart(unit, merge);
  return merge;
}

/**
 * The split was a mistake: the two are one contact again. Throws Refused `merge_gone` where either is not there any
 * more, or `forbidden`.
 */
export async function joinAgain(
  services: Services,
  { mergeId, reasons, by }: { mergeId: string; reasons: MergeReason[]; by: Actor },
): Promise<Merge> {
  const { unit } = services;
  const split = await unit.merges.get(mergeId);
  if (!split) throw new Refused("merge_gone", `There is no split ${mergeId}.`);
  const { keptId, mergedId } = split;
  // The new contact is nobody's until it has a lead: whoever holds the old one may take it back.
  const held = (await ownersOf(unit, { kind: "contact", ids: [mergedId] })).get(mergedId) ?? [];
  await requireRight(unit, by, held.length > 0 ? [keptId, mergedId] : [keptId]);
  const merge = await mergeRecords(services, {
    ...{ kind: "contact", keptId, mergedId, reasons, by, isAllowed: true },
  });
  const back = await unit.visitors.find({ id: merge.before.visitors, contactId: keptId });
  await unit.visitors.put(
    ...back.map((one) => ({ ...one, rejected: one.rejected.filter((id) => id !== keptId) })),
  );
  return merge;
}

async function requireRight(unit: Unit, by: Actor, ids: string[]): Promise<void> {
  if (by.kind !== "person" || (await mayMerge(unit, by.person, { kind: "contact", ids }))) return;
  throw new Refused("forbidden", `${by.person.id} may not write ${ids.join(" and ")}.`);
}

type Making = { newId: string; name: string; theirs: readonly KnownBy[] };

function toChanges(contact: Contact, { newId, name, theirs }: Making): Change[] {
  const { id, accountId, language } = contact;
  const moved = (["email", "phone"] as const).filter((field) =>
    theirs.some(({ kind, id: value }) => kind === field && value === contact[field]),
  );
  const taken = Object.fromEntries(moved.map((field) => [field, contact[field]]));
  const left = Object.fromEntries(moved.map((field) => [field, null]));
  const made = { kind: "contact", id: newId, create: true } as const;
  return [
    { ...made, set: { name, accountId, language, ...taken } },
    ...(moved.length > 0 ? [{ kind: "contact", id, set: left } as const] : []),
  ];
}

const idsOf = (theirs: readonly KnownBy[], wanted: KnownBy["kind"]) =>
  theirs.filter(({ kind }) => kind === wanted).map(({ id }) => id);

async function moveOutside(unit: Unit, order: SplitOrder, newId: string): Promise<string[]> {
  const { contactId, theirs } = order;
  const ids = idsOf(theirs, "outside");
  const rows = await unit.externalIds.find({ id: ids, kind: "contact", recordId: contactId });
  await unit.externalIds.put(...rows.map((row) => ({ ...row, recordId: newId })));
  return rows.map(({ id }) => id);
}

async function moveVisitors(unit: Unit, order: SplitOrder, newId: string): Promise<string[]> {
  const { contactId, theirs, by } = order;
  const rows = await unit.visitors.find({ id: idsOf(theirs, "visitor"), contactId });
  const moved = rows.map((row) => ({
    ...row,
    ...{ contactId: newId, claimId: null, rejected: [...row.rejected, contactId] },
    ...{ linkedAt: unit.now, updatedAt: unit.now, reason: saidBy(row, by, unit.now) },
  }));
  await unit.visitors.put(...moved);
  return rows.map(({ id }) => id);
}

function saidBy({ id, reason }: Visitor, by: Actor, at: number): LinkReason {
  const unnamed = { name: { kind: "visitor", value: id }, touchId: "", source: "chat", at };
  return { ...(reason ?? unnamed), personId: actorId(by) };
}

/** Two that a person told apart are not proposed as one. */
async function keepApart(unit: Unit, { keptId, mergedId, actorId, before }: Merge): Promise<void> {
  const line = { at: unit.now, actorId, via: "chat", kind: "contact" } as const;
  const detail = { keptId, mergedId };
  const pair = [keptId, mergedId].sort().join("+");
  const apart = { action: "merge.apart", recordId: pair, detail };
  const visitors = before.visitors.length;
  const split = { action: "contact.split", recordId: keptId, detail: { mergedId, visitors } };
  await unit.audits.put(
    { id: unit.newId("audit"), ...line, ...apart },
    { id: unit.newId("audit"), ...line, ...split },
  );
}
