// Every rule there is: those of the files, and those whose versions lie in the records, which win.
import { NotFound, Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Rule } from "../rules/rule.ts";
import { nameOfRule } from "../rules/say-rule.ts";
import { ruleSchema } from "../rules/schema.ts";
import type { RuleVersion, StoredRule } from "../stored.ts";
import type { RuleFiles } from "./rule-files.ts";

/** A rule as it counts now. */
export type KnownRule = {
  rule: Rule;
  source: unknown;
  /** chat: nobody's file has it. */
  origin: "shipped" | "own" | "chat";
  state: StoredRule["state"];
  stored: StoredRule | undefined;
  version: RuleVersion | undefined;
};

type Read = Pick<Reader, "rules" | "ruleVersions">;

/** All rules: on, off, retired, each by name. A version this Ringside cannot read gives way to the file. */
export async function listRules(read: Read, files: RuleFiles, reading: Reading) {
  const { rules: filed, problems } = await files.all();
  const stored = await read.rules.find({});
  const versions = await read.ruleVersions.find({
    id: stored.flatMap((one) => one.versionId ?? []),
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  const ids = new Set([...filed.map(({ rule }) => rule.id), ...stored.map(({ id }) => id)]);
  const rules = [...ids].flatMap((id) => {
    const row = stored.find((one) => one.id === id);
    const known = toKnown({
      file: filed.find(({ rule }) => rule.id === id),
      stored: row,
      version: byId.get(row?.versionId ?? ""),
    });
    return known ? [known] : [];
  });
  const name = (one: KnownRule) => nameOfRule(one.rule, reading);
  const order = ["on", "off", "retired"];
  rules.sort(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) || name(one).localeCompare(name(other)),
  );
  return { rules, problems };
}

/** One rule by its id. Throws NotFound. */
export async function findRule(read: Read, files: RuleFiles, id = ""): Promise<KnownRule> {
  const { rules: filed } = await files.all();
  const stored = await read.rules.get(id);
  const known = toKnown({
    file: filed.find(({ rule }) => rule.id === id),
    stored,
    version: stored?.versionId ? await read.ruleVersions.get(stored.versionId) : undefined,
  });
  if (known) return known;
  throw new NotFound("gone", `There is no rule ${id.slice(0, 100)}.`);
}

type Parts = {
  file: { rule: Rule; source: unknown; origin: "shipped" | "own" } | undefined;
  stored: StoredRule | undefined;
  version: RuleVersion | undefined;
};

function toKnown({ file, stored, version }: Parts): KnownRule | undefined {
  const parsed = version && ruleSchema.safeParse(version.body);
  const written = parsed?.success ? { rule: parsed.data, source: version?.body } : file;
  if (!written) return undefined;
  const { rule, source } = written;
  return {
    ...{ rule, source, origin: file?.origin ?? "chat" },
    ...{ state: stored?.state ?? "off", stored, version },
  };
}

/** Throws Refused unless this person may change rules. */
export function assertMayPublish(person: Person): void {
  if (may(person, "rules.publish", {}, createOrg([], []))) return;
  throw new Refused("forbidden", `${person.role} may not change rules.`);
}

/** A rule's name for this person. */
export function ruleName(rule: Rule, person: Person): string {
  return nameOfRule(rule, readingOf(person));
}
