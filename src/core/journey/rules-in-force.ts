// The rules that act now: those switched on, each in the version published last. Files are only where rules begin; what
// is in force lies in the records, so that a changed file changes nothing until somebody publishes it.
import type { Reader, Unit } from "../ports.ts";
import type { Rule } from "./rules/rule.ts";
import { ruleSchema } from "./rules/schema.ts";

/** A rule that acts. Matches from before `activatedAt` start nothing: no burst of history when it is switched on. */
export type RuleInForce = {
  rule: Rule;
  /** As it was written, for sliders and for the next version. */
  source: unknown;
  versionId: string;
  activatedAt: number;
  holdOut: number;
  holdOutUpTo: number | null;
  holdOutCurrency: string | null;
};

/** Every rule in force, by id. One that an older Ringside wrote and this one cannot read is left out. */
export async function rulesInForce(read: Pick<Reader, "rules" | "ruleVersions">) {
  const on = await read.rules.find({ state: "on" }, { order: { by: "id" } });
  const versions = await read.ruleVersions.find({ id: on.flatMap((each) => each.versionId ?? []) });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return on.flatMap(({ versionId, holdOut, holdOutUpTo, holdOutCurrency }): RuleInForce[] => {
    const version = byId.get(versionId ?? "");
    const parsed = ruleSchema.safeParse(version?.body);
    if (!version || !parsed.success) return [];
    const { id, body, createdAt } = version;
    const written = { source: body, versionId: id, activatedAt: createdAt };
    return [{ rule: parsed.data, ...written, holdOut, holdOutUpTo, holdOutCurrency }];
  });
}

/** What changes whenever the rules in force do; cheap enough to ask before every batch. */
export async function rulesSignature(read: Pick<Reader, "rules">): Promise<string> {
  const on = await read.rules.find({ state: "on" }, { order: { by: "id" } });
  return JSON.stringify(on.map(({ createdAt: _, updatedAt: __, ...said }) => said));
}

/** A version to publish: how the rule is written, by whom and why. */
export type NewVersion = {
  ruleId: string;
  source: unknown;
  authorId: string | null;
  reason: string | null;
  backtest?: unknown;
  /** Since when it acts; now, unless history is to count as well (the sample's last day). */
  activatedAt?: number;
};

/** Publishes a version and switches its rule on with it. The caller has checked the source and who may. */
export async function publishRule(unit: Unit, version: NewVersion): Promise<string> {
  const { ruleId, source, authorId, reason, backtest = null, activatedAt = unit.now } = version;
  const [last] = await unit.ruleVersions.find(
    { ruleId },
    { order: { by: "number", descending: true }, limit: 1 },
  );
  const known = await unit.rules.get(ruleId);
  const id = unit.newId("ruleVersion");
  await unit.ruleVersions.put({
    ...{ id, ruleId, number: (last?.number ?? 0) + 1, body: source },
    ...{ authorId, reason, backtest, createdAt: activatedAt },
  });
  await unit.rules.put({
    ...{ id: ruleId, state: "on", versionId: id, holdOut: known?.holdOut ?? 0 },
    ...{ holdOutUpTo: known?.holdOutUpTo ?? null, holdOutCurrency: known?.holdOutCurrency ?? null },
    ...{ createdAt: known?.createdAt ?? unit.now, updatedAt: unit.now },
  });
  return id;
}
