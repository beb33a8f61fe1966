// A claim in plain words, made from its parts: whatever it asks for is said, and nothing else.
import { sayPattern } from "../journey/rules/say-rule.ts";
import type { Reading } from "../text/format.ts";
import type { Claim } from "./claim.ts";

/** Names of what a claim refers to by id. */
export type Names = { rules: ReadonlyMap<string, string>; teams: ReadonlyMap<string, string> };

/** One sentence. */
export function sayClaim(claim: Claim, names: Names, reading: Reading): string {
  const { claim: words } = reading.texts.strategy;
  const { population, outcome, direction, windowDays, points } = claim;
  return words.sentence({
    action: sayAction(claim, names, reading),
    whom: sayWhom(population, names, reading),
    outcome: words.outcomes[outcome] ?? outcome,
    effect: words.directions[direction]({ points: reading.format.number(points) }),
    days: windowDays,
  });
}

/** What was done, in a few words. */
export function sayAction({ action }: Claim, names: Names, reading: Reading): string {
  const { claim: words } = reading.texts.strategy;
  if (action.kind === "rule") {
    return words.rule({ name: names.rules.get(action.ruleId) ?? action.ruleId });
  }
  if (action.kind === "script") return words.script({ name: action.scriptId });
  const { type, part } = action;
  const named = words.moreTouches[type];
  if (named) return named;
  const prop = type.startsWith("page.") ? "page" : "kind";
  const where = part === undefined ? [] : [{ prop, op: "eq" as const, value: part }];
  return sayPattern({ touch: type, where }, reading);
}

function sayWhom(
  { stages, industry, teamId }: Claim["population"],
  names: Names,
  { texts }: Reading,
): string {
  const { claim: words } = texts.strategy;
  const parts = [
    ...(industry === undefined ? [] : [words.industry({ name: industry })]),
    ...(stages.length === 0
      ? []
      : [
          words.stages({
            names: stages.map((stage) => texts.contracts.stages[stage] ?? stage).join(words.or),
          }),
        ]),
    ...(teamId === undefined ? [] : [words.team({ name: names.teams.get(teamId) ?? teamId })]),
  ];
  return parts.length === 0 ? words.everybody : parts.join(words.and);
}
