// Who did what to a rule, beside its versions.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";

type Done = { action: string; ruleId: string; detail?: unknown };

/** Leaves the line. */
export async function auditRule(
  unit: Unit,
  person: Person,
  { action, ruleId, detail = {} }: Done,
): Promise<void> {
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat", action },
    ...{ kind: "rule", recordId: ruleId, detail },
  });
}
