// Before a rule is switched on: it runs over the history as a job, its card says how far it is, and then what it found.
import type { Card } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { type BacktestOptions, backtest } from "../backtest/backtest.ts";
import { moveSlider } from "../rules/sliders.ts";
import { nameCustomers } from "./customer-names.ts";
import { type Draft, fromParams, ruleOf } from "./draft.ts";
import { assertMayPublish, findRule, ruleName } from "./known-rules.ts";
import type { RuleServices } from "./services.ts";
import { testCard } from "./test-card.ts";

export const backtestJob = "rules.backtest";

/** What the job of a preview carries. */
export type BacktestPayload = { personId: string; cardKey: string; draft: Draft };

/** Progress is told at most this often. */
const tellEveryMs = 2_000;

/** Previews the rule as it counts now. */
export async function previewRule(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayPublish(person);
  const { rule, source, stored } = await findRule(store.read, ruleFiles, params.ruleId);
  const draft = { ruleId: rule.id, source, basedOn: stored?.versionId ?? "" };
  return async (unit) => startPreview(unit, person, draft);
}

/** Previews the slider that a back-test suggested. */
export function previewSuggestion({ person, params }: Ask): Effect {
  assertMayPublish(person);
  return async (unit) => {
    const { draft, test } = fromParams(params);
    const { suggestion = null } = test ?? {};
    const slider = ruleOf(draft).sliders.find(({ id }) => id === suggestion?.sliderId);
    if (!slider || !suggestion) throw new NotFound("gone", "The suggestion is gone.");
    const source = moveSlider(slider, draft.source, suggestion.value);
    return startPreview(unit, person, { ...draft, source });
  };
}

/** Puts a draft to the test, on a card of its own. */
export function startPreview(unit: Unit, person: Person, draft: Draft): Record<string, never> {
  const cardKey = `rule_test:${unit.newId("message")}`;
  const payload: BacktestPayload = { personId: person.id, cardKey, draft };
  unit.post({ to: person.id, card: runningCard(payload, person, { read: 0, ratio: 0 }) });
  unit.schedule({ kind: backtestJob, key: `${backtestJob}:${cardKey}`, payload });
  return {};
}

/** The job: tries the draft, then shows what it found. */
export async function runBacktest(
  payload: BacktestPayload,
  services: RuleServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { store, events, clock, pause, ruleFiles } = services;
  const { draft, cardKey, personId } = payload;
  const person = await store.read.people.get(personId);
  if (!person) throw new NotFound("gone", `The preview ${cardKey} has lost its person.`);
  const tell = createTeller(services, (progress) => runningCard(payload, person, progress), person);
  const rule = ruleOf(draft);
  const test = await backtest(
    { rule, source: draft.source },
    { read: store.read, events, now: clock(), pause, onProgress: tell.hear },
  );
  const whom = await nameCustomers(store.read, person, { ...test.customers, scope: rule.scope });
  const known = await findRule(store.read, ruleFiles, draft.ruleId);
  await tell.done();
  return async (unit) => {
    const isOn = known.state === "on";
    const tested = { person, cardKey, draft, test, whom, isOn, before: known.source };
    const card = testCard(unit, tested);
    unit.post({ to: person.id, card });
  };
}

/** The job was given up: says so on its card. */
export async function tellBacktestLost(
  { personId, cardKey, draft }: BacktestPayload,
  { store }: RuleServices,
): Promise<(unit: Unit) => Promise<void>> {
  const person = await store.read.people.get(personId);
  return async (unit) => {
    if (!person) return;
    const { test } = readingOf(person).texts.rules;
    const title = test.failed({ name: ruleName(ruleOf(draft), person) });
    const blocks: Card["blocks"] = [{ t: "text", text: [{ t: "text", text: test.failedBody }] }];
    unit.post({
      to: personId,
      card: { key: cardKey, title, tone: "warn", summary: title, blocks },
    });
  };
}

type Progress = Parameters<NonNullable<BacktestOptions["onProgress"]>>[0];

function runningCard(
  { cardKey, draft }: BacktestPayload,
  person: Person,
  { read, ratio }: Progress,
): Card {
  const { texts, format } = readingOf(person);
  const title = texts.rules.test.running({ name: ruleName(ruleOf(draft), person) });
  const label = texts.rules.test.read({ count: format.number(read) });
  return {
    ...{ key: cardKey, title, tone: "info", summary: title },
    blocks: [{ t: "progress", label, ratio }],
  };
}

/** Passes on the latest progress, one message at a time and not too often. */
function createTeller(
  { store, clock }: RuleServices,
  toCard: (progress: Progress) => Card,
  { id }: Person,
) {
  let last = clock();
  let telling: Promise<void> = Promise.resolve();
  return {
    hear(progress: Progress): void {
      const now = clock();
      if (now - last < tellEveryMs) return;
      last = now;
      const post = () => store.write(async (unit) => unit.post({ to: id, card: toCard(progress) }));
      // Progress that cannot be told is no reason to stop.
      telling = telling.then(post).catch(() => {});
    },
    done: () => telling,
  };
}
