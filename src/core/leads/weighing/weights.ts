// Weights: how much each factor counts, their defaults and the version in force.
import { weekMs } from "../../durations.ts";
import type { Weights, WeightVersion } from "../../facts.ts";
import type { Account } from "../../model.ts";
import { ringside } from "../../people/actor.ts";
import type { Reader, Unit } from "../../ports.ts";
import { type FactorId, factors } from "../factors.ts";

/**
 * What a new installation starts with: outcomes first, then likeness, then who is free and quick. Signals that say
 * something about few customers, or are new, count little until a back-test says more.
 */
export const defaultWeights: Record<FactorId, number> = {
  won_deals: 24,
  profile: 12,
  behaviour: 12,
  communication: 6,
  usage: 4,
  service: 4,
  skill: 6,
  industry: 10,
  budget: 5,
  load: 11,
  speed: 6,
};

/** Points of all factors together: a weight is a percentage. */
export const allPoints = 100;

/** The segment of weights that count wherever a kind of customer has none of its own. */
export const everybody = "all";

/**
 * The weights a segment of accounts has in force; nothing where it follows those for everybody, nor before the first
 * assignment, when the defaults count.
 */
export async function liveWeights(
  reader: Pick<Reader, "weightVersions">,
  segment: string = everybody,
): Promise<WeightVersion | undefined> {
  const [latest] = await reader.weightVersions.find(
    { segment, state: "published" },
    { order: { by: "number", descending: true }, limit: 1 },
  );
  return latest;
}

/** The weights that count for an account. */
export type WeightsOf = (account: Pick<Account, "segment"> | null) => WeightVersion;

/** Those in force of every segment, read once. */
export async function weightsBySegment(unit: Unit): Promise<WeightsOf> {
  const forAll = await publishDefaults(unit);
  const live = await unit.weightVersions.find({ state: "published" });
  const own = new Map(live.map((version) => [version.segment, version]));
  return (account) => own.get(account?.segment ?? everybody) ?? forAll;
}

/** The highest number any version of a segment has, proposed ones too. */
export async function highestNumber(
  reader: Pick<Reader, "weightVersions">,
  segment: string = everybody,
): Promise<number> {
  const [last] = await reader.weightVersions.find(
    { segment },
    { order: { by: "number", descending: true }, limit: 1 },
  );
  return last?.number ?? 0;
}

/** Looks whether outcomes ask for other weights (learning/propose-weights.ts). */
export const learnJob = "weights.learn";

/** Has it looked at in the week to come, once. */
export function scheduleLearning(unit: Unit): void {
  const runAt = (Math.floor(unit.now / weekMs) + 1) * weekMs;
  unit.schedule({ kind: learnJob, key: `${learnJob}:${runAt}`, runAt, payload: {} });
}

/** Publishes the defaults, once, so that every assignment can name the version it was decided with. */
export async function publishDefaults(unit: Unit): Promise<WeightVersion> {
  const live = await liveWeights(unit);
  if (live) return live;
  const version: WeightVersion = {
    id: unit.newId("weights"),
    segment: everybody,
    number: 1,
    weights: defaultWeights,
    state: "published",
    authorId: null,
    reason: ringside.kind,
    basedOnId: null,
    backtest: null,
    createdAt: unit.now,
    publishedAt: unit.now,
  };
  await unit.weightVersions.put(version);
  return version;
}

/** What a change of a segment's weights begins from: its own, else those for everybody. */
export async function weightsToChange(unit: Unit, segment: string): Promise<WeightVersion> {
  return (await liveWeights(unit, segment)) ?? publishDefaults(unit);
}

type NewVersion = Pick<WeightVersion, "weights" | "authorId" | "reason" | "backtest" | "segment">;

/** Puts other weights in force, as the segment's next version. What was in force before is kept, retired. */
export async function publishWeights(unit: Unit, given: NewVersion): Promise<WeightVersion> {
  const { segment } = given;
  const before = await weightsToChange(unit, segment);
  if (before.segment === segment) {
    await unit.weightVersions.update(before.id, { state: "retired" });
  }
  const version: WeightVersion = {
    ...{ id: unit.newId("weights"), number: (await highestNumber(unit, segment)) + 1 },
    ...{ ...given, state: "published", basedOnId: before.id },
    ...{ createdAt: unit.now, publishedAt: unit.now },
  };
  await unit.weightVersions.put(version);
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: given.authorId, via: "chat" },
    ...{ action: "weights.published", kind: "weights", recordId: version.id },
    detail: { segment, number: version.number, reason: given.reason, weights: given.weights },
  });
  return version;
}

/** Whole points per factor that add up to 100 in proportion to what was given (largest remainder). Null: all zero. */
export function normaliseWeights(given: Weights): Weights | null {
  const entries = factors.map(({ id }) => [id, Math.max(0, given[id] ?? 0)] as const);
  const sum = entries.reduce((total, [, weight]) => total + weight, 0);
  if (!Number.isFinite(sum) || sum === 0) return null;
  const exact = entries.map(([id, weight]) => ({ id, exact: (weight / sum) * allPoints }));
  const whole = exact.map((entry) => ({ ...entry, points: Math.floor(entry.exact) }));
  const missing = allPoints - whole.reduce((total, { points }) => total + points, 0);
  const byRemainder = whole.toSorted((a, b) => b.exact - b.points - (a.exact - a.points));
  for (const entry of byRemainder.slice(0, missing)) entry.points += 1;
  return Object.fromEntries(whole.map(({ id, points }) => [id, points]));
}
