// Switching a rule off, and retiring it. Its versions, matches and actions stay.
import type { Person } from "../../model.ts";
import { noteRuleOff } from "../../strategy/adoption/adopt.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { StoredRule } from "../stored.ts";
import { auditRule } from "./audit-rule.ts";
import { assertMayPublish, findRule, ruleName } from "./known-rules.ts";
import type { RuleServices } from "./services.ts";

/** Off: it starts nothing any more, and can be switched on again. */
export function switchOff(services: RuleServices, ask: Ask): Promise<Effect> {
  return endRule(services, ask, "off");
}

/** Retired: off, and at the end of the list. */
export function retireRule(services: RuleServices, ask: Ask): Promise<Effect> {
  return endRule(services, ask, "retired");
}

async function endRule(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
  state: Exclude<StoredRule["state"], "on">,
): Promise<Effect> {
  assertMayPublish(person);
  const { rule } = await findRule(store.read, ruleFiles, params.ruleId);
  return async (unit) => {
    const { rules } = readingOf(person).texts;
    const stored = await unit.rules.get(rule.id);
    if (!stored || stored.state === state) return { toast: rules.already };
    await unit.rules.put({ ...stored, state, updatedAt: unit.now });
    await auditRule(unit, person, { action: `rule.${state}`, ruleId: rule.id });
    await noteRuleOff(unit, rule.id);
    const title = rules[state]({ name: ruleName(rule, person) });
    const key = params.cardKey ?? `rule_end:${rule.id}`;
    return { toast: title, card: { key, title, tone: "info", summary: title, blocks: [] } };
  };
}

/** The proposal to retire is turned down. */
export async function keepRule(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayPublish(person);
  const { rule } = await findRule(store.read, ruleFiles, params.ruleId);
  return async (unit) => {
    await auditRule(unit, person, { action: "rule.kept", ruleId: rule.id });
    return { card: keptCard(person, params.cardKey ?? "", ruleName(rule, person)) };
  };
}

function keptCard(person: Person, key: string, name: string) {
  const title = readingOf(person).texts.rules.review.kept({ name });
  return { key, title, tone: "info" as const, summary: title, blocks: [] };
}
