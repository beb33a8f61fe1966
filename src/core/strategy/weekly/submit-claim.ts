// A strategy on its way: from words or the form to a claim that is read back, and, once its author says yes, fixed.
import { type Action, type Block, type Card, type Outcome, text } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import {
  type Claim,
  canonical,
  claimSchema,
  contradicts,
  fingerprint,
  isCircular,
} from "../claim.ts";
import { type ReadClaim, readClaim } from "../read-claim.ts";
import { sayClaim } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import { quarterOf, registeredStates, type Strategy } from "../stored.ts";
import { claimForm, readForm } from "./claim-form.ts";
import { assertMayClaim, isRegistered, ownWeek } from "./own-week.ts";
import { scheduleTest } from "./run-test.ts";
import { readWords, type Words } from "./vocabulary.ts";

const mostWords = 2_000;
const nothingWords = /^(?:nothing this week|(?:本周|这周)(?:没有|无)(?:策略)?)[.。!！]?$/i;

type Draft = { person: Person; claim: Claim; said: string; words: Words };

/** "strategy: …" and "nothing this week"; without words the form comes. */
export async function takeStrategy(
  services: StrategyServices,
  person: Person,
  said: string,
): Promise<Effect> {
  assertMayClaim(person);
  if (nothingWords.test(said)) return sayNothing({ person, params: {} });
  const words = await readWords(services, person);
  if (said === "") return async (unit) => postForm(unit, { person, words });
  const read = readClaim(said, words);
  if (!read.action || !read.outcome) {
    return async (unit) => postForm(unit, { person, words, read, said });
  }
  const claim: Claim = {
    ...{ action: read.action, outcome: read.outcome, population: read.population },
    ...{ direction: read.direction ?? "up", windowDays: read.windowDays ?? 30 },
    ...{ points: read.points ?? 10, isSuggested: false },
  };
  return async (unit) => readBack(unit, { person, claim, said, words });
}

/** The button that opens the form, empty or with the draft. */
export async function openForm(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayClaim(person);
  const words = await readWords(services, person);
  const draft = await services.store.read.strategies.get(params.strategyId ?? "");
  const own = draft?.authorId === person.id ? draft : undefined;
  return async (unit) => {
    const key = `strategy_form:${unit.newId("message")}`;
    const { form: texts } = readingOf(person).texts.strategy;
    const cardKey = params.cardKey ?? key;
    const form = claimForm(unit, {
      ...{ person, words, cardKey, why: own?.text ?? "" },
      ...(own?.claim ? { read: own.claim as ReadClaim } : {}),
    });
    const open: Card = {
      ...{ key, title: texts.title, subtitle: texts.about, tone: "info", summary: texts.title },
      blocks: [form],
    };
    return { open };
  };
}

/** The form, answered. */
export async function submitForm(services: StrategyServices, answer: Answer): Promise<Effect> {
  const { person, values } = answer;
  assertMayClaim(person);
  const words = await readWords(services, person);
  const read = readForm(values, person);
  if ("errors" in read) return async () => read;
  const said = textOf(values, "why");
  return async (unit) => readBack(unit, { person, claim: read.claim, said, words });
}

/** A candidate of the weekly question, taken up. */
export async function useHint(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayClaim(person);
  const words = await readWords(services, person);
  const claim = claimSchema.parse(JSON.parse(params.claim ?? "null"));
  return async (unit) => readBack(unit, { person, claim, said: "", words });
}

/** Nothing this week: an answer too. */
export function sayNothing({ person, params }: Ask): Effect {
  assertMayClaim(person);
  return async (unit) => {
    const { ask } = readingOf(person).texts.strategy;
    const own = await ownWeek(unit, person);
    if (isRegistered(own)) return tell(unit, { person, params, title: ask.already });
    await unit.strategies.put({ ...own, state: "nothing", updatedAt: unit.now });
    return tell(unit, { person, params, title: ask.nothingDone });
  };
}

type Telling = { person: Person; params: Ask["params"]; title: string };

/** In place of the card it was pressed on, or as a message where it was said. */
function tell(unit: Unit, { person, params, title }: Telling): Outcome {
  const key = params.cardKey ?? `strategy_said:${unit.newId("message")}`;
  const card: Card = { key, title, tone: "good", summary: title, blocks: [] };
  if (params.cardKey) return { toast: title, card };
  unit.post({ to: person.id, card });
  return {};
}

type Missing = { person: Person; words: Words; read?: ReadClaim; said?: string };

/** The form as a message, with what is still missing said above it. */
function postForm(unit: Unit, { person, words, read, said = "" }: Missing): Outcome {
  const { form, missing } = readingOf(person).texts.strategy;
  const key = `strategy_form:${unit.newId("message")}`;
  const title = read ? missing.title : form.title;
  const lacks = read ? whatLacks(read, missing) : [];
  const card: Card = {
    ...{ key, title, subtitle: form.about, tone: "info", summary: title },
    blocks: [
      ...lacks.map((line): Block => ({ t: "text", text: [text(line)] })),
      claimForm(unit, { person, words, cardKey: key, why: said, ...(read ? { read } : {}) }),
    ],
  };
  unit.post({ to: person.id, card });
  return {};
}

type MissingTexts = ReturnType<typeof readingOf>["texts"]["strategy"]["missing"];

function whatLacks(
  { action, outcome, unknownOutcome }: ReadClaim,
  missing: MissingTexts,
): string[] {
  const unnamed = unknownOutcome ? missing.metric({ words: unknownOutcome }) : missing.outcome;
  return [...(action ? [] : [missing.action]), ...(outcome ? [] : [unnamed])];
}

/** Says the claim back in the bot's words; a claim that cannot be tested is said so instead. */
async function readBack(unit: Unit, draft: Draft): Promise<Outcome> {
  const { person, claim, said, words } = draft;
  const reading = readingOf(person);
  const { readBack: texts, ask } = reading.texts.strategy;
  const own = await ownWeek(unit, person);
  if (isRegistered(own)) return tell(unit, { person, params: {}, title: ask.already });
  const quarter = await claimsOfQuarter(unit);
  const problem = findProblem(draft, quarter);
  if (problem) return tellProblem(unit, draft, problem);
  const kept: Strategy = {
    ...own,
    text: said.slice(0, mostWords),
    claim,
    state: "draft",
    updatedAt: unit.now,
  };
  await unit.strategies.put(kept);
  const key = `strategy_read:${unit.newId("message")}`;
  const opposite = quarter.find(
    (other) =>
      other.claim &&
      contradicts(claim, other.claim) &&
      isOpenTo(person, other) &&
      other.id !== own.id,
  );
  const lines = [
    ...(said ? [texts.why({ words: said.slice(0, mostWords) })] : []),
    ...(opposite
      ? [texts.opposite({ when: reading.format.day(opposite.registeredAt ?? unit.now) })]
      : []),
  ];
  const card: Card = {
    ...{ key, title: texts.title, tone: "info", summary: texts.title },
    blocks: [
      { t: "text", text: [text(sayClaim(claim, words.names, reading))] },
      ...lines.map((line): Block => ({ t: "text", text: [text(line)] })),
      { t: "context", text: [text(texts.fixed)] },
      { t: "actions", actions: readBackActions(unit, { person, strategyId: kept.id, key }) },
    ],
  };
  unit.post({ to: person.id, card });
  return {};
}

/** What is private to somebody else is not let on, not even that it is there. */
function isOpenTo({ id }: Person, { authorId, state }: Strategy): boolean {
  return authorId === id || state === "published";
}

function readBackActions(
  unit: Unit,
  { person, strategyId, key }: { person: Person; strategyId: string; key: string },
): Action[] {
  const { readBack: texts, ask } = readingOf(person).texts.strategy;
  const arm = (action: string) =>
    unit.arm({ action, params: { strategyId }, personId: person.id, cardKey: key });
  return [
    {
      id: "strategy.confirm",
      label: texts.confirm,
      ref: arm("strategy.confirm"),
      style: "primary",
    },
    { id: "strategy.form", label: texts.change, ref: arm("strategy.form") },
    { id: "strategy.nothing", label: ask.nothing, ref: arm("strategy.nothing") },
  ];
}

function claimsOfQuarter(unit: Unit): Promise<Strategy[]> {
  const registeredAt = quarterOf(unit.now);
  return unit.strategies.find({ registeredAt, state: [...registeredStates] });
}

function findProblem({ person, claim, words }: Draft, quarter: readonly Strategy[]): string | null {
  const { teamId } = claim.population;
  if (teamId !== undefined && !words.ownTeams.some(({ id }) => id === teamId)) return "team";
  if (isCircular(claim)) return "circular";
  const parsed = claimSchema.safeParse(claim);
  if (!parsed.success) return parsed.error.issues[0]?.path[0] === "points" ? "points" : "days";
  const isSame = ({ authorId, claim: other }: Strategy) =>
    authorId === person.id && other !== null && canonical(other) === canonical(claim);
  return quarter.some(isSame) ? "again" : null;
}

function tellProblem(unit: Unit, { person, claim, said, words }: Draft, problem: string): Outcome {
  const { problems, missing, form } = readingOf(person).texts.strategy;
  const key = `strategy_form:${unit.newId("message")}`;
  const card: Card = {
    ...{ key, title: missing.title, subtitle: form.about, tone: "warn", summary: missing.title },
    blocks: [
      { t: "text", text: [text(problems[problem] ?? problem)] },
      claimForm(unit, { person, words, cardKey: key, why: said, read: claim as ReadClaim }),
    ],
  };
  unit.post({ to: person.id, card });
  return {};
}

/** Yes: the claim is fixed with its moment and fingerprint, and put to the test. */
export async function confirmClaim(
  { store, clock }: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayClaim(person);
  const { strategyId = "" } = params;
  const draft = await store.read.strategies.get(strategyId);
  const at = clock();
  const hash = draft?.claim ? await fingerprint(draft.claim, at) : "";
  return async (unit) => {
    const { readBack: texts, ask } = readingOf(person).texts.strategy;
    const own = await unit.strategies.get(strategyId);
    if (!own?.claim || own.authorId !== person.id) throw new NotFound("gone", "No such draft.");
    if (own.state !== "draft") return tell(unit, { person, params, title: ask.already });
    // Changed while the fingerprint was made: it is read back again.
    if (canonical(own.claim) !== canonical(draft?.claim)) throw new NotFound("gone", "Changed.");
    const set = { state: "registered" as const, claimHash: hash, registeredAt: at, updatedAt: at };
    await unit.strategies.update(own.id, set);
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
      ...{ action: "strategy.registered", kind: "strategy", recordId: own.id, detail: { hash } },
    });
    scheduleTest(unit, own.id);
    return tell(unit, { person, params, title: texts.registered({ hash: hash.slice(0, 12) }) });
  };
}
