// The fact that something of a person was exported or deleted: who and when, never what it said.
import type { Via } from "../../facts.ts";
import type { Unit } from "../../ports.ts";

type Done = {
  personId: string;
  action: string;
  /** By default a person. */
  kind?: "person" | "contact";
  /** Numbers only. */
  detail: Record<string, number>;
  /** Who did it; by default the person themselves. */
  actorId?: string | null;
  via?: Via;
};

/** Writes the line. */
export async function auditPrivacy(
  unit: Unit,
  { personId, action, detail, kind = "person", actorId = personId, via = "chat" }: Done,
): Promise<void> {
  const id = unit.newId("audit");
  const about = { kind, recordId: personId, detail };
  await unit.audits.put({ id, at: unit.now, actorId, via, action, ...about });
}
