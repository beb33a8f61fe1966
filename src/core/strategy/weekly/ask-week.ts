// Asking each manager once a week, at the hour they chose (asking-hour.ts) or on the next day that is worked; one reminder.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note, sentence } from "../../blocks.ts";
import type { Action, Card } from "../../card.ts";
import { weekMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import { addWorkingTime, localTime, officeHours } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { planRetests } from "../adoption/retest.ts";
import { sayClaim } from "../say-claim.ts";
import type { StrategyServices } from "../services.ts";
import { planDigests } from "../spread/weekly-digest.ts";
import { isoWeek } from "../stored.ts";
import { type Suggestion, suggestClaims } from "../suggest.ts";
import { askingTime, type Hour, toStamp, usualHour } from "./asking-hour.ts";
import { ownWeek } from "./own-week.ts";
import { lookBackMs } from "./run-test.ts";
import { readWords, type Words } from "./vocabulary.ts";

export const weekJob = "strategy.week";
export const askJob = "strategy.ask";
export const remindJob = "strategy.remind";
/** What the jobs of one manager's week carry; `hour`: the one it was planned for. */
export type AskPayload = { personId: string; week: string; hour: string };

/** A working day after the question. */
const remindAfterMs = (officeHours.to - officeHours.from) * 60_000;
/** Worth a message of its own, below what is overdue. */
const askValue = 0.6;

/** Has the managers asked in the week to come. Weeks of milliseconds turn on Thursdays: the day before. */
export function scheduleAsking(unit: Unit): void {
  const runAt = (Math.floor(unit.now / weekMs) + 1) * weekMs;
  unit.schedule({ kind: weekJob, key: `${weekJob}:${runAt}`, runAt, payload: { runAt } });
}

/** The job of the week: a question for each manager, at their hour. */
export async function planWeek(
  { runAt }: { runAt: number },
  { store, workdays }: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = store;
  const managers = await read.people.find({ role: "manager", active: true });
  const hours = await read.askingHours.find({ id: managers.map(({ id }) => id) });
  const retests = await planRetests(read, runAt);
  const digests = await planDigests(read, { runAt, workdays });
  return async (unit) => {
    scheduleAsking(unit);
    retests(unit);
    digests(unit);
    for (const person of managers) {
      const hour = hours.find(({ id }) => id === person.id) ?? usualHour;
      const { timeZone } = person;
      const at = askingTime(hour, { from: runAt, timeZone, workdays });
      scheduleQuestion(unit, person, { hour, runAt: at });
    }
  };
}

/** Has somebody asked at that moment, once for its week. */
export function scheduleQuestion(
  unit: Pick<Unit, "schedule">,
  { id: personId, timeZone }: Person,
  { hour, runAt }: { hour: Hour; runAt: number },
): void {
  const week = isoWeek(localTime(runAt, timeZone).day);
  const payload: AskPayload = { personId, week, hour: toStamp(hour) };
  const key = `${askJob}:${personId}:${week}:${payload.hour}`;
  unit.schedule({ kind: askJob, key, runAt, payload });
}

/** Asks one manager, with two candidates where the data has any; who is away is not asked. */
export async function askManager(
  { personId, week, hour }: AskPayload,
  services: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = services.store;
  // They chose another hour since: the question of that one comes.
  if (hour !== toStamp((await read.askingHours.get(personId)) ?? usualHour)) return async () => {};
  const now = services.clock();
  const person = await read.people.get(personId);
  const absences = await read.absences.find({ personId, from: { lte: now }, to: { gte: now } });
  if (!person?.active || person.role !== "manager" || absences.length > 0) return async () => {};
  const period = { managerId: personId, from: now - lookBackMs, now };
  const hints = await suggestClaims(services, period);
  const words = await readWords(services, person);
  return async (unit) => {
    if ((await unit.strategies.count({ authorId: personId, week })) > 0) return;
    const own = await ownWeek(unit, person, week);
    await unit.strategies.put(own);
    const card = askCard(unit, { person, hints, words, key: `strategy_ask:${own.id}` });
    await offerNudge(unit, services.workdays, { person, kind: "strategy", value: askValue, card });
    const worktime = { timeZone: person.timeZone, workdays: services.workdays };
    const runAt = addWorkingTime(unit.now, remindAfterMs, worktime);
    const payload: AskPayload = { personId, week, hour };
    unit.schedule({ kind: remindJob, key: `${remindJob}:${personId}:${week}`, runAt, payload });
  };
}

/** The one reminder, for a week that nobody answered. */
export async function remindManager(
  { personId, week }: AskPayload,
  services: StrategyServices,
): Promise<(unit: Unit) => Promise<void>> {
  const person = await services.store.read.people.get(personId);
  if (!person?.active) return async () => {};
  const words = await readWords(services, person);
  return async (unit) => {
    const own = await ownWeek(unit, person, week);
    if (own.state !== "asked" && own.state !== "draft") return;
    const key = `strategy_remind:${own.id}`;
    const { reminder } = readingOf(person).texts.strategy.ask;
    const card = { ...askCard(unit, { person, hints: [], words, key }), title: reminder };
    await offerNudge(unit, services.workdays, { person, kind: "strategy", value: askValue, card });
  };
}

type Asking = { person: Person; hints: readonly Suggestion[]; words: Words; key: string };

function askCard(unit: Unit, { person, hints, words, key }: Asking): Card {
  const reading = readingOf(person);
  const { ask } = reading.texts.strategy;
  const button = (action: string, label: string, params: Record<string, string> = {}): Action => ({
    ...{ id: action, label },
    ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
  });
  const { number } = reading.format;
  const hintLines = hints.map(({ claim, points, matched, have, need }) =>
    sentence(
      ask.hint({
        claim: sayClaim(claim, words.names, reading),
        ...{ points: number(points), matched, have, need },
      }),
    ),
  );
  return {
    ...{ key, title: ask.title, tone: "info", summary: ask.summary },
    blocks: [
      sentence(ask.body),
      ...(hintLines.length > 0 ? [sentence(ask.hints), ...hintLines] : []),
      {
        t: "actions",
        actions: [
          ...hints.map(({ claim }, index) =>
            button("strategy.hint", ask.useHint({ number: index + 1 }), {
              claim: JSON.stringify(claim),
            }),
          ),
          button("strategy.form", ask.form),
          button("strategy.nothing", ask.nothing),
        ],
      },
      sentence(ask.example),
      note(ask.removes),
    ],
  };
}
