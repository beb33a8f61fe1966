// Who may say that two records are one: whoever may write both.
import { findHolders } from "../gate/held-by.ts";
import type { Person } from "../model.ts";
import { readOrg } from "../people/org.ts";
import { may } from "../people/permissions.ts";
import type { Unit } from "../ports.ts";
import type { MergeKind } from "./merge-row.ts";

/** Whether a person may write every one of these contacts, or of these accounts. */
export async function mayMerge(
  unit: Unit,
  person: Person,
  { kind, ids }: { kind: MergeKind; ids: readonly string[] },
): Promise<boolean> {
  const org = await readOrg(unit);
  const owners = await ownersOf(unit, { kind, ids });
  return ids.every((id) => may(person, `${kind}.write`, { ownerIds: owners.get(id) ?? [] }, org));
}

/** Whose each record is: an account its owner's, and theirs whose open lead or deal is with it. */
export async function ownersOf(
  unit: Unit,
  { kind, ids }: { kind: MergeKind; ids: readonly string[] },
): Promise<Map<string, string[]>> {
  const held = await findHolders(
    unit,
    ids.map((id) => ({ kind, id, set: {} })),
  );
  if (kind === "contact") return held;
  for (const { id, ownerId } of await unit.accounts.find({ id: ids })) {
    if (ownerId) held.set(id, [...new Set([ownerId, ...(held.get(id) ?? [])])]);
  }
  return held;
}
