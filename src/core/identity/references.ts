// What points at a contact or an account: every field of every record, by kind.
import type { Unit } from "../ports.ts";
import type { MergeKind, SetField } from "./merge-row.ts";

type Reference = {
  kind: SetField["kind"];
  field: string;
  table: "accounts" | "contacts" | "leads" | "deals";
};

const references: Record<MergeKind, readonly Reference[]> = {
  contact: [{ kind: "lead", field: "contactId", table: "leads" }],
  account: [
    { kind: "contact", field: "accountId", table: "contacts" },
    { kind: "lead", field: "accountId", table: "leads" },
    { kind: "deal", field: "accountId", table: "deals" },
    { kind: "account", field: "parentId", table: "accounts" },
  ],
};

/** Every field that points at one record, as it is to point at another; the other itself is left out. */
export async function findReferences(
  unit: Unit,
  kind: MergeKind,
  { from, to }: { from: string; to: string },
): Promise<SetField[]> {
  const found: SetField[] = [];
  for (const { kind: holder, field, table } of references[kind]) {
    const rows: { id: string; updatedAt: number }[] = await unit[table].find({ [field]: from });
    for (const { id, updatedAt } of rows) {
      // A daughter company that takes over its parent has no parent of its own any more.
      found.push({ kind: holder, id, field, from, to: id === to ? null : to, updatedAt });
    }
  }
  return found;
}
