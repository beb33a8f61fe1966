// What an adoption switched on, switched off and back on again: exactly that, and nothing else.
import { auditRule } from "../../journey/rules-in-chat/audit-rule.ts";
import { everybody, liveWeights, publishWeights } from "../../leads/weighing/weights.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { sayAction } from "../say-claim.ts";
import type { Adoption, Strategy } from "../stored.ts";
import { factorOf } from "./kinds.ts";
import { setFactor, withMore } from "./weights.ts";

/** One adoption of a strategy, and whoever presses. */
export type Turning = { person: Person; strategy: Strategy; adoption: Adoption };

/** Switches off what it made, and puts that on record. */
export async function turnOff(unit: Unit, turning: Turning): Promise<void> {
  const { adoption } = turning;
  if (adoption.becomes === "chain") await setRule(unit, turning, "off");
  if (adoption.becomes === "weights") await setWeights(unit, turning, "off");
  if (adoption.becomes === "talk_track") await setScript(unit, turning, "retired");
  await unit.adoptions.update(adoption.id, { retiredAt: unit.now });
}

/** Takes that back. */
export async function turnOn(unit: Unit, turning: Turning): Promise<void> {
  const { adoption } = turning;
  if (adoption.becomes === "chain") await setRule(unit, turning, "on");
  const versionId = adoption.becomes === "weights" ? await setWeights(unit, turning, "on") : null;
  if (adoption.becomes === "talk_track") await setScript(unit, turning, "reviewed");
  const targetId = versionId ?? adoption.targetId;
  await unit.adoptions.update(adoption.id, { retiredAt: null, targetId });
}

async function setRule(
  unit: Unit,
  { person, adoption }: Turning,
  state: "on" | "off",
): Promise<void> {
  const { targetId: ruleId } = adoption;
  const stored = await unit.rules.get(ruleId);
  if (!stored || stored.state === state) return;
  await unit.rules.put({ ...stored, state, updatedAt: unit.now });
  await auditRule(unit, person, { action: `rule.${state}`, ruleId });
}

/** A version of its own, from whatever counts now: what others changed since stays changed. */
async function setWeights(
  unit: Unit,
  { person, strategy, adoption }: Turning,
  state: "on" | "off",
): Promise<string | null> {
  const factor = strategy.claim && factorOf(strategy.claim);
  const live = await liveWeights(unit);
  const version = await unit.weightVersions.get(adoption.targetId);
  if (!strategy.claim || !factor || !live || !version) return null;
  const base = await unit.weightVersions.get(version.basedOnId ?? "");
  const before = base?.weights[factor] ?? live.weights[factor] ?? 0;
  const isUntouched = live.id === version.id && base !== undefined;
  const less = isUntouched ? base.weights : setFactor(live.weights, factor, before);
  const weights = state === "off" ? less : withMore(live.weights, factor);
  const reading = readingOf(person);
  const names = { rules: new Map<string, string>(), teams: new Map<string, string>() };
  const action = sayAction(strategy.claim, names, reading);
  const author = await unit.people.get(strategy.authorId);
  const published = await publishWeights(unit, {
    ...{ weights, segment: everybody, authorId: person.id, backtest: null },
    reason: reading.texts.strategyUse.weights[state === "off" ? "ended" : "again"]({
      ...{ action, author: author?.name ?? "" },
    }),
  });
  return published.id;
}

async function setScript(
  unit: Unit,
  { person, adoption }: Turning,
  state: "retired" | "reviewed",
): Promise<void> {
  const asset = await unit.scriptAssets.get(adoption.targetId);
  if (!asset) return;
  await unit.scriptAssets.update(asset.id, { state, updatedAt: unit.now });
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
    ...{ action: `script.${state}`, kind: "script", recordId: asset.id, detail: {} },
  });
}
