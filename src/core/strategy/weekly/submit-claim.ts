// The ways a claim comes in: words, the form, or a candidate of the weekly question. Each is read back first (read-back.ts).
import { sentence } from "../../blocks.ts";
import type { Card, Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { type Claim, claimSchema } from "../claim.ts";
import { type ReadClaim, readClaim } from "../read-claim.ts";
import type { StrategyServices } from "../services.ts";
import { claimForm, readForm } from "./claim-form.ts";
import { assertMayClaim } from "./own-week.ts";
import { readBack } from "./read-back.ts";
import { sayNothing } from "./say-nothing.ts";
import { readWords, type Words } from "./vocabulary.ts";

const nothingWords = /^(?:nothing this week|(?:本周|这周)(?:没有|无)(?:策略)?)[.。!！]?$/i;

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
  return async (unit) => readBack(unit, { person, claim, said, words, read });
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
      ...lacks.map(sentence),
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
