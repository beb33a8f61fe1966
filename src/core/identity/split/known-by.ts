// Everything a contact is known by that can turn out to be somebody else's: addresses, visitors, ids elsewhere.
import { longestLabel } from "../../card.ts";
import type { Contact } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Reading } from "../../text/format.ts";
import type { Visitor } from "../visitor.ts";

/** One thing a contact is known by. */
export type KnownBy = { kind: "email" | "phone" | "visitor" | "outside"; id: string };

/** As many as every platform's list holds. */
const mostListed = 90;

/** What can be moved, with what to call it: addresses first, then visitors, the latest linked first. */
export async function knownBy(
  unit: Unit,
  contact: Contact,
  reading: Reading,
): Promise<{ known: KnownBy; label: string }[]> {
  const { email, phone, id } = contact;
  const { names } = reading.texts.customers;
  const order = { by: "linkedAt", descending: true } as const;
  const visitors = await unit.visitors.find({ contactId: id }, { limit: mostListed, order });
  const outside = await unit.externalIds.find({ kind: "contact", recordId: id });
  const all = [
    ...(email ? [{ known: { kind: "email" as const, id: email }, label: email }] : []),
    ...(phone ? [{ known: { kind: "phone" as const, id: phone }, label: phone }] : []),
    ...visitors.map((one) => ({
      known: { kind: "visitor" as const, id: one.id },
      label: labelOf(one, names),
    })),
    ...outside.map((row) => ({
      known: { kind: "outside" as const, id: row.id },
      label: `${row.source.replace(/^import:/, "")} ${row.externalId}`,
    })),
  ];
  return all
    .slice(0, mostListed)
    .map(({ known, label }) => ({ known, label: label.slice(0, longestLabel) }));
}

/** The visitor's own key, and the name that linked it where that says more. */
function labelOf({ id, reason }: Visitor, names: Record<string, string>): string {
  const key = id.length > 40 ? `${id.slice(0, 36)}…` : id;
  if (!reason || reason.personId || id.endsWith(reason.name.value)) return key;
  return `${key} · ${names[reason.name.kind] ?? reason.name.kind} ${reason.name.value}`;
}
