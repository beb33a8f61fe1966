// A company's own rule, saved as its first version and switched off.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { auditRule } from "./audit-rule.ts";

/** Saves it; gives the id of its version. The caller has checked the rule, and that nobody has its id. */
export async function saveRule(
  unit: Unit,
  person: Person,
  source: { id: string },
): Promise<string> {
  const versionId = unit.newId("ruleVersion");
  await unit.ruleVersions.put({
    ...{ id: versionId, ruleId: source.id, number: 1, body: source },
    ...{ authorId: person.id, reason: null, backtest: null, createdAt: unit.now },
  });
  await unit.rules.put({
    ...{ id: source.id, state: "off", versionId },
    ...{ holdOut: 0, holdOutUpTo: null, holdOutCurrency: null },
    ...{ createdAt: unit.now, updatedAt: unit.now },
  });
  await auditRule(unit, person, { action: "rule.created", ruleId: source.id });
  return versionId;
}
