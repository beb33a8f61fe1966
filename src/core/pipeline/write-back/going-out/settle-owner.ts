// The state an owner's change has in the CRM, and the card that shows it.
import type { OwnerChange } from "../../../facts.ts";
import { postAssignment } from "../../../leads/assigning/post-assignment.ts";
import type { Unit } from "../../../ports.ts";
import type { PlannedRecord } from "./plan-writes.ts";
import type { EndedField } from "./settle-writes.ts";

/** Moves what is pending on; an owner who is asked about stays pending. */
export async function settleOwner(
  unit: Unit,
  { kind, recordId, rows }: PlannedRecord,
  ended: readonly EndedField[],
): Promise<void> {
  const owner = ended.find(({ name }) => name === "ownerId");
  if (!owner || owner.end.state === "asked" || (kind !== "lead" && kind !== "deal")) return;
  const crmState: OwnerChange["crmState"] = owner.end.state === "written" ? "written" : "refused";
  const at = { lte: Math.max(...rows.map((row) => row.createdAt)) };
  const pending = await unit.ownerChanges.find({ kind, recordId, crmState: "pending", at });
  await unit.ownerChanges.put(...pending.map((change) => ({ ...change, crmState })));
  if (kind !== "lead") return;
  for (const assignment of await unit.assignments.find({ leadId: recordId, state: "accepted" })) {
    await postAssignment(unit, assignment);
  }
}
