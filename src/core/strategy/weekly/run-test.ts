// The test of a registered claim, as a job. Its verdict goes to the author alone; claims tested before in the same quarter
// are judged anew, for each further one makes a chance finding likelier.
import { dayMs } from "../../durations.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Claim } from "../claim.ts";
import { gatherCourses } from "../gather-courses.ts";
import type { StrategyServices } from "../services.ts";
import {
  type Method,
  quarterOf,
  registeredStates,
  type StoredVerdict,
  type Strategy,
} from "../stored.ts";
import { isFirstHalf } from "../suggest.ts";
import { type Judgement, judge } from "../testing/judge.ts";
import { testClaim } from "../testing/test-claim.ts";
import { verdictCard } from "./verdict-card.ts";
import { readWords, type Words } from "./vocabulary.ts";

export const testJob = "strategy.test";
export type TestPayload = { strategyId: string };

/** How far back deals are looked at: a year, so that every season is in it once. */
export const lookBackMs = 365 * dayMs;

/** Has a claim tested. */
export function scheduleTest(unit: Unit, strategyId: string): void {
  const payload: TestPayload = { strategyId };
  unit.schedule({ kind: testJob, key: `${testJob}:${strategyId}`, payload });
}

/** The job. */
export async function runTest(
  { strategyId }: TestPayload,
  services: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = services.store;
  const strategy = await read.strategies.get(strategyId);
  const author = await read.people.get(strategy?.authorId ?? "");
  if (!strategy?.claim || strategy.registeredAt === null || !author) {
    throw new NotFound("gone", `There is no registered strategy ${strategyId}.`);
  }
  const method = await testNow(services, strategy.claim, { author, now: strategy.registeredAt });
  const words = await readWords(services, author);
  const family = await familyOf(read, strategy);
  return async (unit) => {
    await keepVerdict(unit, { strategy, method, family, author, words, isNew: true });
    for (const other of family)
      await judgeAnew(unit, services, { other, family, strategy, method });
  };
}

async function testNow(
  services: StrategyServices,
  claim: Claim,
  { author, now }: { author: Person; now: number },
): Promise<Method> {
  const from = now - lookBackMs;
  const courses = await gatherCourses(services, claim, { managerId: author.id, now });
  const asked = claim.isSuggested ? courses.filter((course) => !isFirstHalf(course)) : courses;
  return { tested: testClaim(asked, claim, { from, to: now }), from, to: now };
}

type Member = { strategy: Strategy; verdict: StoredVerdict | undefined };

/** The other claims registered in the same quarter, each with its latest verdict. */
async function familyOf(read: Reader, strategy: Strategy): Promise<Member[]> {
  const registeredAt = quarterOf(strategy.registeredAt ?? 0);
  const all = await read.strategies.find({ registeredAt, state: [...registeredStates] });
  const others = all.filter(({ id }) => id !== strategy.id);
  const verdicts = await read.verdicts.find(
    { strategyId: others.map(({ id }) => id) },
    { order: { by: "at", descending: true } },
  );
  return others.map((one) => ({
    strategy: one,
    verdict: verdicts.find(({ strategyId }) => strategyId === one.id),
  }));
}

const pValueOf = (method: Method | undefined) => method?.tested.estimate?.pValue ?? 1;

type Keeping = {
  strategy: Strategy;
  method: Method;
  family: readonly Member[];
  author: Person;
  words: Words;
  isNew: boolean;
};

async function keepVerdict(unit: Unit, keeping: Keeping): Promise<void> {
  const { strategy, method, family, author, words, isNew } = keeping;
  if (!strategy.claim) return;
  const others = family.map(({ verdict }) => pValueOf(verdict?.method));
  const effect: Judgement = judge(strategy.claim, method.tested, others);
  const verdict: StoredVerdict = {
    ...{ id: unit.newId("verdict"), strategyId: strategy.id, code: effect.code },
    ...{ effect, method, at: unit.now },
  };
  await unit.verdicts.put(verdict);
  const state = strategy.state === "registered" ? "tested" : strategy.state;
  await unit.strategies.update(strategy.id, { state, updatedAt: unit.now });
  const shown = { ...strategy, state };
  const card = verdictCard(unit, { strategy: shown, verdict, reader: author, author, words });
  const { changed } = readingOf(author).texts.strategy.verdict;
  unit.post({ to: author.id, card: isNew ? card : { ...card, subtitle: changed } });
}

type Again = { other: Member; family: readonly Member[]; strategy: Strategy; method: Method };

/** A verdict that one more claim changes is kept and shown; what stays the same is left alone. */
async function judgeAnew(
  unit: Unit,
  services: StrategyServices,
  { other, family, strategy, method }: Again,
): Promise<void> {
  const { claim } = other.strategy;
  if (!claim || !other.verdict) return;
  const rest: Member[] = family.filter((one) => one !== other);
  const others = [...rest.map(({ verdict }) => pValueOf(verdict?.method)), pValueOf(method)];
  const anew = judge(claim, other.verdict.method.tested, others);
  if (anew.code === other.verdict.code) return;
  const author = await unit.people.get(other.strategy.authorId);
  if (!author) return;
  const newcomer: Member = { strategy, verdict: { ...other.verdict, method } };
  await keepVerdict(unit, {
    ...{ strategy: other.strategy, method: other.verdict.method, family: [...rest, newcomer] },
    ...{ author, words: await readWords(services, author), isNew: false },
  });
}

/** The job was given up: its author hears of it, and may say the strategy again. */
export async function tellTestLost(
  { strategyId }: TestPayload,
  { store }: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const strategy = await store.read.strategies.get(strategyId);
  const author = await store.read.people.get(strategy?.authorId ?? "");
  return async (unit) => {
    if (!strategy || !author) return;
    const open = { state: "draft" as const, claimHash: null, registeredAt: null };
    await unit.strategies.update(strategy.id, { ...open, updatedAt: unit.now });
    const { lost } = readingOf(author).texts.strategy.verdict;
    const key = `strategy_lost:${strategy.id}:${unit.now}`;
    unit.post({
      to: author.id,
      card: { key, title: lost, tone: "warn", summary: lost, blocks: [] },
    });
  };
}
