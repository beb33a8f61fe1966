// A supported strategy becomes a chain or weights: each by the preview that rules and weights have anyway.
import { Refused } from "../../errors.ts";
import { previewRule, startPreview } from "../../journey/rules-in-chat/preview-rule.ts";
import { saveRule } from "../../journey/rules-in-chat/save-rule.ts";
import type { RuleServices } from "../../journey/rules-in-chat/services.ts";
import { tryWeights } from "../../leads/weighing/change-weights.ts";
import { defaultWeights, everybody, liveWeights } from "../../leads/weighing/weights.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { Claim } from "../claim.ts";
import type { StrategyServices } from "../services.ts";
import type { Strategy } from "../stored.ts";
import { findStrategy } from "../weekly/board.ts";
import { chainOf } from "./chain.ts";
import { factorOf, kindsFor, type Made } from "./kinds.ts";
import { readUse } from "./read-use.ts";
import { useCard } from "./use-card.ts";
import { withMore } from "./weights.ts";

/** A strategy that may become something, with its claim. */
export type Switchable = { strategy: Strategy; claim: Claim; author: Person };

/** Shows what became of a strategy, and what it can become. */
export async function showUse(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  const use = await readUse(services, person, params.strategyId);
  return async (unit) => {
    unit.post({ to: person.id, card: useCard(unit, person, use) });
    return {};
  };
}

/** The strategy, for a manager who would switch it on as this. Throws Refused where it may not be. */
export async function switchable(
  { store }: Pick<StrategyServices, "store">,
  { person, params }: Ask,
  kind: Made,
): Promise<Switchable> {
  const { strategy, verdict, author } = await findStrategy(store.read, person, params.strategyId);
  const { claim, state } = strategy;
  const subject = { published: state === "published" };
  const isAllowed =
    person.role === "manager" && may(person, "strategy.adopt", subject, createOrg([], []));
  const isFit = claim !== null && verdict.code === "supported" && kindsFor(claim).includes(kind);
  if (isAllowed && isFit) return { strategy, claim, author };
  throw new Refused("forbidden", `${person.id} may not switch ${strategy.id} on as ${kind}.`);
}

/** As a chain: saved switched off where there is none yet, and tried on the history. */
export async function onAsChain(
  services: StrategyServices & RuleServices,
  ask: Ask,
): Promise<Effect> {
  const { strategy, claim, author } = await switchable(services, ask, "chain");
  const { person } = ask;
  const source = chainOf({ strategyId: strategy.id, claim, author: author.name });
  const ruleId = source?.id ?? (claim.action.kind === "rule" ? claim.action.ruleId : "");
  const stored = await services.store.read.rules.get(ruleId);
  const { isOn } = readingOf(person).texts.strategyUse.chain;
  if (stored?.state === "on") return async () => ({ toast: isOn });
  if (stored || !source) return previewRule(services, { person, params: { ruleId } });
  return async (unit) => {
    const basedOn = await saveRule(unit, person, source);
    return startPreview(unit, person, { ruleId, source, basedOn });
  };
}

/** As weights: its factor counts more, tried on past leads. */
export async function onAsWeights(
  services: Pick<StrategyServices, "store">,
  ask: Ask,
): Promise<Effect> {
  const { strategy, claim } = await switchable(services, ask, "weights");
  const { person } = ask;
  const factor = factorOf(claim);
  const live = await liveWeights(services.store.read);
  const now = live?.weights ?? defaultWeights;
  const weights = factor ? withMore(now, factor) : now;
  const isSame = factor !== undefined && weights[factor] === now[factor];
  const { highest } = readingOf(person).texts.strategyUse.weights;
  if (isSame) return async () => ({ toast: highest });
  const draft = { weights, basedOn: live?.id ?? "", segment: everybody, strategyId: strategy.id };
  return tryWeights(services, person, draft);
}
