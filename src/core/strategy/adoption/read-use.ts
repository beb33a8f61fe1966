// What became of a published strategy, read once for its card: who took it on, as what, and what it changed since.
import { groupBy } from "../../group-by.ts";
import { ruleSchema } from "../../journey/rules/schema.ts";
import { type Lift, liftOf } from "../../journey/rules-in-chat/rule-use.ts";
import type { Person, Team } from "../../model.ts";
import type { StrategyServices } from "../services.ts";
import type { Adoption } from "../stored.ts";
import { findStrategy } from "../weekly/board.ts";
import { readWords } from "../weekly/vocabulary.ts";

/** Those of one team, or of none. */
export type TeamUse = { team: Team | undefined; adoptions: Adoption[] };

/** Everything the card shows. */
export type Use = Awaited<ReturnType<typeof readUse>>;

/** Reads it. Throws NotFound for who may not see the strategy. */
export async function readUse(services: StrategyServices, person: Person, strategyId = "") {
  const { read } = services.store;
  const found = await findStrategy(read, person, strategyId);
  const adoptions = await read.adoptions.find(
    { strategyId: found.strategy.id, retiredAt: null },
    { order: { by: "at" } },
  );
  const teams = await read.teams.find({}, { order: { by: "name" } });
  const people = await read.people.find({
    id: adoptions.flatMap(({ personId }) => personId ?? []),
  });
  const byTeam = groupBy(adoptions, ({ teamId }) => teamId ?? "");
  return {
    ...found,
    adoptions,
    teams: [...byTeam].map(
      ([id, theirs]): TeamUse => ({ team: teams.find((one) => one.id === id), adoptions: theirs }),
    ),
    names: new Map(people.map(({ id, name }) => [id, name])),
    lift: await readLift(services, adoptions),
    words: await readWords(services, person),
  };
}

/** The effect against the rule's own hold-out, where one is kept. */
async function readLift(
  { store, events, clock }: StrategyServices,
  adoptions: readonly Adoption[],
): Promise<Lift | undefined> {
  const chain = adoptions.find(({ becomes }) => becomes === "chain");
  const stored = chain && (await store.read.rules.get(chain.targetId));
  const version = stored && (await store.read.ruleVersions.get(stored.versionId ?? ""));
  const rule = ruleSchema.safeParse(version?.body);
  if (!rule.success) return undefined;
  return liftOf({ read: store.read, events }, { rule: rule.data, stored, now: clock() });
}
