// What points at a contact or an account: every field of every record, by kind.
import type { Unit } from "../ports.ts";
import { recordTables } from "../records/record-tables.ts";
import type { MergeKind, SetField } from "./merge-row.ts";

type Reference = Pick<SetField, "kind" | "field">;

const references: Record<MergeKind, readonly Reference[]> = {
  contact: [{ kind: "lead", field: "contactId" }],
  account: [
    { kind: "contact", field: "accountId" },
    { kind: "lead", field: "accountId" },
    { kind: "deal", field: "accountId" },
    { kind: "account", field: "parentId" },
  ],
};

/** Every field that points at one record, as it is to point at another; the other itself is left out. */
export async function findReferences(
  unit: Unit,
  kind: MergeKind,
  { from, to }: { from: string; to: string },
): Promise<SetField[]> {
  const found: SetField[] = [];
  for (const { kind: holder, field } of references[kind]) {
    const table = unit[recordTables[holder]];
    const rows: { id: string; updatedAt: number }[] = await table.find({ [field]: from });
    for (const { id, updatedAt } of rows) {
      // A daughter company that takes over its parent has no parent of its own any more.
      found.push({ kind: holder, id, field, from, to: id === to ? null : to, updatedAt });
    }
  }
  return found;
}
