// Taking a strategy on and letting it go: what is on record of it, and what the rules and weights it made tell of it.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Adoption } from "../stored.ts";
import { strategyOfRule } from "./chain.ts";

type Taking = Pick<Adoption, "strategyId" | "becomes" | "targetId">;

/** Puts it on record; the same thing taken on twice is one. */
export async function adopt(
  unit: Unit,
  person: Person,
  { strategyId, becomes, targetId }: Taking,
): Promise<Adoption> {
  const same = { strategyId, becomes, targetId, retiredAt: null };
  const which = becomes === "habit" ? { ...same, personId: person.id } : same;
  const [known] = await unit.adoptions.find(which, { limit: 1 });
  if (known) return known;
  const adoption: Adoption = {
    ...{ id: unit.newId("adoption"), strategyId, becomes, targetId },
    ...{ personId: person.id, teamId: person.teamId, at: unit.now, retiredAt: null },
  };
  await unit.adoptions.put(adoption);
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
    ...{ action: "strategy.adopted", kind: "strategy", recordId: strategyId },
    detail: { becomes, targetId },
  });
  return adoption;
}

/** A rule was switched on: where a published strategy made it, or is about it, that strategy was taken on. */
export async function noteRuleOn(unit: Unit, person: Person, ruleId: string): Promise<void> {
  const published = await unit.strategies.find({ state: "published" });
  const madeBy = strategyOfRule(ruleId);
  const theirs = published.filter(({ id, claim }) => {
    const isAbout = claim?.action.kind === "rule" && claim.action.ruleId === ruleId;
    return id === madeBy || isAbout;
  });
  for (const { id: strategyId } of theirs) {
    await adopt(unit, person, { strategyId, becomes: "chain", targetId: ruleId });
  }
}

/** A rule was switched off, wherever: so was what made it. */
export async function noteRuleOff(unit: Unit, ruleId: string): Promise<void> {
  const on = await unit.adoptions.find({ becomes: "chain", targetId: ruleId, retiredAt: null });
  for (const { id } of on) await unit.adoptions.update(id, { retiredAt: unit.now });
}

/** Weights that a strategy proposed were published. */
export async function noteWeightsOn(
  unit: Unit,
  person: Person,
  { strategyId, versionId }: { strategyId: string; versionId: string },
): Promise<void> {
  const strategy = await unit.strategies.get(strategyId);
  if (strategy?.state !== "published") return;
  const on = await unit.adoptions.find({ strategyId, becomes: "weights", retiredAt: null });
  for (const { id } of on) await unit.adoptions.update(id, { retiredAt: unit.now });
  await adopt(unit, person, { strategyId, becomes: "weights", targetId: versionId });
}
