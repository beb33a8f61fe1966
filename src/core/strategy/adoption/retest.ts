// Once a month, each strategy that somebody uses is tested again on what happened since; one that fades is put to its
// author and those who switched it on.

import { offerNudge } from "../../attention/offer-nudge.ts";
import { sentence } from "../../blocks.ts";
import type { Action, Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { gatherCourses } from "../gather-courses.ts";
import { sayAction } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import type { Adoption, LaterEffect, Strategy } from "../stored.ts";
import { testClaim } from "../testing/test-claim.ts";
import { readWords } from "../weekly/vocabulary.ts";
import { laterLines } from "./effect-lines.ts";
import { expectedOf, judgeLater } from "./later-effect.ts";

export const retestJob = "strategy.retest";
export type RetestPayload = { strategyId: string };

const monthMs = 30 * dayMs;
const quarterMs = 91 * dayMs;
/** Above half of what competes for a manager's two messages: it stops others from wasting their time. */
const fadeValue = 0.6;

/** Has every strategy in use tested again that is due: a month after it was switched on, and each month from then. */
export async function planRetests(
  read: Reader,
  now: number,
): Promise<(unit: Pick<Unit, "schedule">) => void> {
  const published = await read.strategies.find({ state: "published" });
  const adoptions = await read.adoptions.find({
    ...{ strategyId: published.map(({ id }) => id), retiredAt: null },
  });
  const sinceOf = new Map<string, number>();
  for (const { strategyId, at } of adoptions) {
    sinceOf.set(strategyId, Math.min(at, sinceOf.get(strategyId) ?? at));
  }
  return (unit) => {
    for (const [strategyId, since] of sinceOf) {
      const months = Math.floor((now - since) / monthMs);
      if (months < 1) continue;
      const payload: RetestPayload = { strategyId };
      unit.schedule({ kind: retestJob, key: `${retestJob}:${strategyId}:${months}`, payload });
    }
  };
}

/** The job: tests it on the deals of its author's people and of those of whoever took it on. */
export async function retest(
  { strategyId }: RetestPayload,
  services: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = services.store;
  const strategy = await read.strategies.get(strategyId);
  const adoptions = await read.adoptions.find({ strategyId, retiredAt: null });
  if (strategy?.state !== "published" || !strategy.claim || adoptions.length === 0) {
    return async () => {};
  }
  const { claim } = strategy;
  const now = services.clock();
  const since = Math.min(...adoptions.map(({ at }) => at));
  const users = [...new Set(adoptions.flatMap(({ personId }) => personId ?? []))];
  const managerId = [strategy.authorId, ...users];
  const courses = await gatherCourses(services, claim, { managerId, now });
  const tested = testClaim(courses, claim, { from: since, to: now });
  const expected = await expectedFor(read, strategy);
  const code = judgeLater(claim, tested, expected);
  const told = code === "fading" ? await whoDecides(read, strategy, adoptions) : [];
  const cards = await Promise.all(told.map((person) => asking(services, person)));
  return async (unit) => {
    const method = { tested, from: since, to: now };
    const later: LaterEffect = {
      ...{ id: unit.newId("laterEffect"), strategyId, since, code, method, at: unit.now },
    };
    await unit.laterEffects.put(later);
    for (const { person, names } of cards) {
      const card = fadeCard(unit, { person, strategy, later, names, expected });
      if ((await unit.nudges.count({ personId: person.id, cardKey: card.key })) > 0) continue;
      const offer = { person, kind: "strategy", value: fadeValue, card } as const;
      await offerNudge(unit, services.workdays, offer);
    }
  };
}

async function expectedFor(read: Reader, { id, claim }: Strategy): Promise<number> {
  const order = { by: "at", descending: true } as const;
  const [verdict] = await read.verdicts.find({ strategyId: id }, { order, limit: 1 });
  if (!claim || !verdict) throw new NotFound("gone", `The strategy ${id} has no verdict.`);
  return expectedOf(claim, verdict.method.tested);
}

/** Its author, and whoever switched something on; a habit is its owner's to end, and nothing to be asked about. */
async function whoDecides(
  read: Reader,
  { authorId }: Strategy,
  adoptions: readonly Adoption[],
): Promise<Person[]> {
  const made = adoptions.filter(({ becomes }) => becomes !== "habit");
  const ids = [...new Set([authorId, ...made.flatMap(({ personId }) => personId ?? [])])];
  return read.people.find({ id: ids, active: true }, { order: { by: "id" } });
}

async function asking(services: StrategyServices, person: Person) {
  return { person, names: (await readWords(services, person)).names };
}

type Fading = {
  person: Person;
  strategy: Strategy;
  later: LaterEffect;
  names: Awaited<ReturnType<typeof asking>>["names"];
  expected: number;
};

/** At most one for each quarter: whoever keeps it is not asked every month. */
function fadeCard(unit: Unit, { person, strategy, later, names, expected }: Fading): Card {
  const reading = readingOf(person);
  const { fading } = reading.texts.strategyUse;
  const quarter = Math.floor(unit.now / quarterMs);
  const key = `strategy_fading:${strategy.id}:${quarter}`;
  const isAuthor = strategy.authorId === person.id;
  const button = (action: string, label: string): Action => {
    const params = { strategyId: strategy.id };
    const armed = { action, params, personId: person.id, cardKey: key };
    return { id: action, label, ref: unit.arm(armed) };
  };
  const action = strategy.claim ? sayAction(strategy.claim, names, reading) : "";
  const title = fading.title({ action });
  const points = reading.format.number(Math.round(expected * 1000) / 10);
  const lines = [...laterLines(strategy, later, reading), fading.body({ expected: points })];
  return {
    ...{ key, title, tone: "warn", summary: fading.summary },
    blocks: [
      ...lines.map(sentence),
      {
        t: "actions",
        actions: [
          isAuthor ? button("strategy.retire", fading.retire) : button("strategy.use", fading.off),
          button("strategy.keep", fading.keep),
        ],
      },
    ],
  };
}

/** The proposal is turned down. */
export function keepUse({ person, params }: Ask): Effect {
  return async (unit) => {
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat", detail: {} },
      ...{ action: "strategy.kept", kind: "strategy", recordId: params.strategyId ?? "" },
    });
    const { kept } = readingOf(person).texts.strategyUse.fading;
    const key = params.cardKey ?? "";
    return { toast: kept, card: { key, title: kept, tone: "info", summary: kept, blocks: [] } };
  };
}
