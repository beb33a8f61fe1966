// A new brief: for a scenario somebody named, for an entry of the library, once more, or for what their twin needs.
import type { Card } from "../../card.ts";
import { RetryLater } from "../../errors.ts";
import { ownLeads } from "../../leads/visible-leads.ts";
import type { Language, Person } from "../../model.ts";
import { standingConsent } from "../../people/consent.ts";
import type { Unit } from "../../ports.ts";
import { hashOf } from "../../statistics/hash.ts";
import { countUses } from "../../strategy/debrief/team-entries.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { Plan } from "../customer/model.ts";
import { toPlan } from "../customer/plan.ts";
import { findPlaybook, type Library } from "../library.ts";
import { oneMoment } from "../one-moment.ts";
import type { Entry } from "../playbook.ts";
import { createSession } from "../session/session.ts";
import { weakestSkill } from "../twin/twin.ts";
import { verticalNamed, verticalOf } from "../verticals.ts";
import { type Brief, briefCard } from "./brief-card.ts";
import {
  type Because,
  type Choice,
  chooseScenario,
  drillFor,
  scenarioNamed,
} from "./choose-scenario.ts";
import { scheduleRest } from "./clock.ts";
import { noneCard } from "./empty-cards.ts";
import { type Level, type PracticeSession, runningPractice } from "./practice-row.ts";
import type { PracticeServices } from "./services.ts";
import { runningCard } from "./turn-cards.ts";

/** What a brief is made of. */
type Opening = {
  plan: Plan;
  level: Level;
  because: Because;
  weak?: string | undefined;
  entryId?: string | undefined;
};

/**
 * "practice", and what followed it: a vertical, a scenario, or a customer's words to drill on; nothing: the scenario
 * that serves this person best. In the middle of a session they are offered to go on or to end it.
 */
export async function askPractice(
  services: PracticeServices,
  person: Person,
  words = "",
): Promise<Effect> {
  const running = await runningPractice(services.store.read, person.id);
  if (running) return postTo(person, (unit) => runningCard(unit, person, running));
  return newPractice(services, person, words);
}

/** The same where nothing runs any more. */
export async function newPractice(
  services: PracticeServices,
  person: Person,
  words: string,
): Promise<Effect> {
  const library = readLibrary(services);
  if (!library) return oneMoment(person, { asked: "practice", words });
  const opening = await chooseFor(services, { person, library, words: words.trim() });
  if (!opening) return postTo(person, (unit) => noneCard(unit, person));
  return openBrief(person, opening);
}

/** "Practise 2" of a card with lines: a drill on that objection, opened in the customer's own words. */
export async function drillEntry(
  services: PracticeServices,
  { person, params }: Ask,
): Promise<Effect> {
  const words = readingOf(person).texts.scripts.rehearse;
  const { vertical = "", language = "en", entryId } = params;
  const library = readLibrary(services);
  const place = { vertical, language: language as Language };
  const entry = library && findPlaybook(library, place)?.entries.find(({ id }) => id === entryId);
  if (!library || !entry) return async () => ({ toast: words.changed });
  return openDrill(services, person, { entry, ...place });
}

/** A drill on one entry, of the library or of the team, wherever its tactic comes up. */
export async function openDrill(
  services: PracticeServices,
  person: Person,
  drilling: Drilling,
): Promise<Effect> {
  const { entry } = drilling;
  const words = readingOf(person).texts.scripts.rehearse;
  const running = await runningPractice(services.store.read, person.id);
  if (running) return postTo(person, (unit) => runningCard(unit, person, running));
  const library = readLibrary(services);
  const opening = library && toDrill(library, drilling);
  if (!opening) return async () => ({ toast: words.changed });
  const open = openBrief(person, opening);
  return async (unit) => {
    await countUses(unit, person, { ids: [entry.id], use: "script.practised" });
    return open(unit);
  };
}

/** Again, easier or harder: the same scenario as the library has it now. */
export async function playAgain(
  services: PracticeServices,
  { person, params }: Ask,
): Promise<Effect> {
  const running = await runningPractice(services.store.read, person.id);
  if (running) return postTo(person, (unit) => runningCard(unit, person, running));
  const library = readLibrary(services);
  if (!library) return oneMoment(person, { asked: "practice", words: "" });
  const { scenario = "", vertical = "", language = "en", drill, level } = params;
  const asked = { scenario, vertical, language: language as Language, drill: drill || undefined };
  return openBrief(person, toOpening(library, { ...asked, because: "asked" }, toLevel(level)));
}

/** A level from a button. */
export function toLevel(level: string | undefined): Level {
  const value = Number(level ?? 0);
  return value === 1 || value === -1 ? value : 0;
}

/** The library, or nothing while it is being read. */
export function readLibrary({ library }: Pick<PracticeServices, "library">): Library | undefined {
  try {
    return library();
  } catch (error) {
    if (error instanceof RetryLater) return undefined;
    throw error;
  }
}

type Choosing = { person: Person; library: Library; words: string };

async function chooseFor(
  services: PracticeServices,
  { person, library, words }: Choosing,
): Promise<Opening | undefined> {
  const { store, clock, scripts } = services;
  const { language } = person;
  const verticals = [...new Set(library.playbooks.map((each) => each.vertical))];
  const asked = verticalNamed(words, verticals);
  const leads = asked ? [] : await ownLeads(store.read, person);
  const vertical = asked ?? verticalOf(person, { leads, verticals });
  if (words && !asked) {
    const named = scenarioNamed(library, { words, language, vertical });
    if (named) return toOpening(library, named);
    const drill = await drillOn(scripts, { words, language, library });
    if (drill) return drill;
  }
  const weak = await weakestSkill(store.read, { personId: person.id, now: clock() });
  const played = await playedBy(services, person);
  const choice = chooseScenario(library, { language, vertical, weak, played });
  return choice && { ...toOpening(library, choice), weak };
}

async function playedBy({ store }: PracticeServices, { id }: Person): Promise<string[]> {
  const order = { by: "startedAt", descending: true } as const;
  const rows = await store.read.practiceSessions.find(
    { personId: id, state: "closed" },
    { order, limit: 50 },
  );
  return [...new Set(rows.map(({ scenario }) => scenario))];
}

/** A customer's words: the nearest entry of the library, as a drill. */
async function drillOn(
  scripts: PracticeServices["scripts"],
  { words, language, library }: { words: string; language: Language; library: Library },
): Promise<Opening | undefined> {
  try {
    const [hit] = await scripts.search(words, { language }, 1);
    return hit && toDrill(library, hit);
  } catch (error) {
    if (error instanceof RetryLater) return undefined;
    throw error;
  }
}

/** A plan that somebody else made, as a brief; in the middle of a session they are offered to go on or to end it. */
export async function openPlan(
  services: PracticeServices,
  person: Person,
  plan: Plan,
): Promise<Effect> {
  const running = await runningPractice(services.store.read, person.id);
  if (running) return postTo(person, (unit) => runningCard(unit, person, running));
  return openBrief(person, { plan, level: 0, because: "asked" });
}

type Drilling = { entry: Entry; vertical: string; language: Language };

function toDrill(library: Library, drilling: Drilling): Opening | undefined {
  const choice = drillFor(library, drilling);
  if (!choice) return undefined;
  const opening = toOpening(library, choice);
  // They begin with what was asked about.
  const scenario = { ...opening.plan.scenario, opening: drilling.entry.customer };
  return { ...opening, plan: { ...opening.plan, scenario }, entryId: drilling.entry.id };
}

function toOpening(library: Library, choice: Choice, level: Level = 0): Opening {
  const { because, ...place } = choice;
  return { plan: toPlan(library, { ...place, level }), level, because };
}

/** A brief that was never started is replaced: nothing has happened in it. */
function openBrief(person: Person, { plan, level, ...about }: Opening): Effect {
  return async (unit) => {
    const open = await unit.practiceSessions.find({ personId: person.id, state: "brief" });
    await unit.practiceSessions.remove(...open.map(({ id }) => id));
    const row = newRow(unit, person, { plan, level });
    await unit.practiceSessions.put(row);
    scheduleRest(unit, row);
    const isKept = (await standingConsent(unit, person.id, "practice")) !== undefined;
    const brief: Brief = { ...about, isKept };
    unit.post({ to: person.id, card: briefCard(unit, person, { row, brief }) });
    return {};
  };
}

function newRow(
  unit: Unit,
  { id: personId }: Person,
  { plan, level }: { plan: Plan; level: Level },
): PracticeSession {
  const id = unit.newId("practice");
  // Another choice of words each time.
  const { plan: _, state, turns: __, ...play } = createSession({ plan, seed: hashOf(id) });
  return {
    ...{ id, personId, state, plan, startedAt: unit.now, closedAt: null },
    ...{ playbook: plan.vertical, scenario: plan.scenario.id, persona: plan.persona.id },
    ...{ language: plan.language, play: { ...play, level, restsSince: unit.now } },
  };
}

/** Posts a card, and nothing else. */
export function postTo(person: Person, make: (unit: Unit) => Card): Effect {
  return async (unit) => {
    unit.post({ to: person.id, card: make(unit) });
    return {};
  };
}
