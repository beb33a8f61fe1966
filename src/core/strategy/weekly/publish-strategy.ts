// What becomes of a verdict: its author publishes it, others take it on, and look where to try it.
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { type DealCourse, gatherCourses } from "../gather-courses.ts";
import { sayAction } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import type { Adoption } from "../stored.ts";
import { findStrategy } from "./board.ts";
import { verdictCard } from "./verdict-card.ts";
import { readWords } from "./vocabulary.ts";

const mostDeals = 10;

/** Publishes: the author's to decide, whatever the verdict says. */
export async function publishStrategy(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  const found = await findStrategy(services.store.read, person, params.strategyId);
  const words = await readWords(services, person);
  const { strategy } = found;
  const subject = { ownerIds: [strategy.authorId] };
  if (!may(person, "strategy.publish", subject, createOrg([], []))) {
    throw new Refused("forbidden", `${person.id} may not publish ${strategy.id}.`);
  }
  return async (unit) => {
    const now = { state: "published" as const, publishedAt: unit.now, updatedAt: unit.now };
    if (strategy.state === "tested") {
      await unit.strategies.update(strategy.id, now);
      await audit(unit, { person, action: "strategy.published", strategyId: strategy.id });
    }
    const shown = { ...found, strategy: { ...strategy, ...now }, reader: person, words };
    const { publishedToast } = readingOf(person).texts.strategy.verdict;
    return { toast: publishedToast, card: verdictCard(unit, shown) };
  };
}

type Done = { person: Person; action: string; strategyId: string };

async function audit(unit: Unit, { person, action, strategyId }: Done): Promise<void> {
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat", action },
    ...{ kind: "strategy", recordId: strategyId, detail: {} },
  });
}

/** Somebody does it too. */
export async function adoptStrategy(
  { store }: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { strategy } = await findStrategy(store.read, person, params.strategyId);
  const subject = { published: strategy.state === "published" };
  if (!may(person, "strategy.adopt", subject, createOrg([], []))) {
    throw new Refused("forbidden", `${person.id} may not take on ${strategy.id}.`);
  }
  return async (unit) => {
    const { adopt } = readingOf(person).texts.strategy;
    const which = { strategyId: strategy.id, personId: person.id, retiredAt: null };
    if ((await unit.adoptions.count(which)) > 0) return { toast: adopt.already };
    const adoption: Adoption = {
      ...{ id: unit.newId("adoption"), ...which, teamId: person.teamId, becomes: "habit" },
      ...{ targetId: strategy.id, at: unit.now },
    };
    await unit.adoptions.put(adoption);
    return { toast: adopt.taken };
  };
}

/** The reader's own open deals that are among those meant and did not get it yet. */
export async function showMatchingDeals(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { strategy, author } = await findStrategy(services.store.read, person, params.strategyId);
  const { claim } = strategy;
  const now = services.clock();
  const { teamId: _, ...population } = claim?.population ?? { stages: [] };
  const all = claim
    ? await gatherCourses(services, { ...claim, population }, { managerId: person.id, now })
    : [];
  const words = await readWords(services, author);
  return async (unit) => {
    const reading = readingOf(person);
    const { adopt } = reading.texts.strategy;
    const deals = all.filter((course) => isWaiting(course, person, now));
    const action = claim ? sayAction(claim, words.names, reading) : "";
    const title = adopt.dealsTitle({ action });
    const stageName = (stage: string) => reading.texts.contracts.stages[stage] ?? stage;
    const lines = deals
      .slice(0, mostDeals)
      .map(({ deal }) => adopt.deal({ name: deal.name, stage: stageName(deal.stage) }));
    const rest = deals.length - lines.length;
    const said = [...lines, ...(rest > 0 ? [adopt.more({ count: rest })] : [])];
    const card: Card = {
      ...{ key: `strategy_deals:${unit.newId("message")}`, title, tone: "info", summary: title },
      blocks: (said.length > 0 ? said : [adopt.noDeals]).map(sentence),
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

function isWaiting({ deal, actedAt, spans }: DealCourse, person: Person, now: number): boolean {
  const isNow = spans.some(({ to }) => to >= now);
  return deal.status === "open" && deal.ownerId === person.id && actedAt === null && isNow;
}
