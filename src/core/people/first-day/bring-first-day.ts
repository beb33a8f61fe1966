// The first day, by itself and on request: looked for every hour; who has nothing yet is told so, and told when it is there.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { hourMs } from "../../durations.ts";
import { Refused } from "../../errors.ts";
import type { LeadServices } from "../../leads/assigning/assign-leads.ts";
import { offerFirstLeads } from "../../leads/assigning/newcomer-leads.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { managerOf } from "../org.ts";
import { firstDayCard } from "./first-day-card.ts";
import {
  type FirstDayFacts,
  type FirstDayServices,
  gatherFirstDay,
  mostCustomers,
} from "./gather-first-day.ts";
import type { FirstDay } from "./stored.ts";
import { firstDayOf, isFirstDay, isNewcomer } from "./when.ts";

const lookJob = "first_day.look";
/** Nothing matters more on a first day; a colleague's buddy, and a manager's line, can wait. */
const [ownValue, buddyValue, managerValue] = [1, 0.7, 0.4];

/** Has the next full hour looked at, once. */
export function scheduleFirstDays(unit: Unit): void {
  const runAt = (Math.floor(unit.now / hourMs) + 1) * hourMs;
  unit.schedule({ kind: lookJob, key: `${lookJob}:${runAt}`, runAt, payload: {} });
}

function lookAgain(unit: Unit): void {
  const key = `${lookJob}:again:${unit.now}`;
  unit.schedule({ kind: lookJob, key, runAt: unit.now, payload: {} });
}

type Run = () => Promise<(unit: Unit) => Promise<void>>;

/** The job, by its kind. */
export function firstDayJobs(
  services: FirstDayServices & LeadServices,
): Record<string, { run: Run; isSlow?: boolean }> {
  return { [lookJob]: { run: () => lookForNewcomers(services), isSlow: true } };
}

/** "day one", whenever a rep asks. */
export async function showFirstDay(services: FirstDayServices, person: Person): Promise<Effect> {
  if (person.role !== "rep") throw new Refused("forbidden", `${person.role} has no first day.`);
  const facts = await gatherFirstDay(services, person);
  return async (unit) => {
    const key = `first_day:${unit.newId("message")}`;
    unit.post({ to: person.id, card: firstDayCard(unit, { person, facts, key }) });
    const known = await unit.firstDays.get(person.id);
    // They have seen it: it does not come once more.
    if (known && facts.customers.length > 0)
      await unit.firstDays.put({ ...known, state: "shown", updatedAt: unit.now });
    return {};
  };
}

type Newcomer = { person: Person; facts: FirstDayFacts; manager: Person | undefined };

async function lookForNewcomers(services: FirstDayServices & LeadServices) {
  const { store, clock, workdays } = services;
  const { read } = store;
  const now = clock();
  const people = await read.people.find({});
  const teams = await read.teams.find({});
  const newcomers: Newcomer[] = [];
  const offers: ((unit: Unit) => Promise<void>)[] = [];
  for (const person of people.filter((one) => isNewcomer(one, now, workdays))) {
    const known = await read.firstDays.get(person.id);
    if (known?.state === "shown") continue;
    const facts = await gatherFirstDay(services, person);
    const had = facts.customers.length;
    // Later on whoever has some is served like everybody else.
    const isDue = had === 0 || isFirstDay(person, now, workdays);
    const offering = isDue && (await offerFirstLeads(services, person, mostCustomers - had));
    if (offering) offers.push(offering);
    // The next look has all of it.
    if (facts.isReading || offering) continue;
    newcomers.push({ person, facts, manager: managerOf(person, people, teams) });
  }
  return async (unit: Unit) => {
    scheduleFirstDays(unit);
    for (const offering of offers) await offering(unit);
    if (offers.length > 0) lookAgain(unit);
    for (const newcomer of newcomers) await bring(unit, services, newcomer);
  };
}

async function bring(unit: Unit, services: FirstDayServices, newcomer: Newcomer): Promise<void> {
  const { workdays } = services;
  const { person, facts } = newcomer;
  const { customers, buddy } = facts;
  const known = await unit.firstDays.get(person.id);
  const isEmpty = customers.length === 0;
  if (known?.state === "shown" || (known && isEmpty)) return;
  const key = `first_day:${person.id}:${isEmpty ? "waiting" : "ready"}`;
  const card = firstDayCard(unit, { person, facts, key });
  await offerNudge(unit, workdays, { person, kind: "coaching", value: ownValue, card });
  const row: FirstDay = {
    ...{ id: person.id, day: known?.day ?? firstDayOf(person, workdays) ?? "" },
    ...{ state: isEmpty ? "waiting" : "shown", updatedAt: unit.now },
    buddyId: buddy?.id ?? known?.buddyId ?? null,
  };
  await unit.firstDays.put(row);
  if (buddy && buddy.id !== known?.buddyId) await tellBuddy(unit, services, { person, buddy });
  if (!known) await tellManager(unit, services, newcomer);
}

async function tellBuddy(
  unit: Unit,
  { workdays }: FirstDayServices,
  { person, buddy }: { person: Person; buddy: Person },
): Promise<void> {
  const { firstDay } = readingOf(buddy).texts;
  const title = firstDay.toBuddy({ name: person.name });
  const card = plainCard(`first_day_buddy:${person.id}`, title, firstDay.buddyAbout);
  await offerNudge(unit, workdays, { person: buddy, kind: "coaching", value: buddyValue, card });
}

/** One line for what waits until their brief. */
async function tellManager(
  unit: Unit,
  { workdays }: FirstDayServices,
  { person, facts, manager }: Newcomer,
): Promise<void> {
  if (!manager) return;
  const { texts, format } = readingOf(manager);
  const { firstDay } = texts;
  const { customers, buddy } = facts;
  const said = { name: person.name, day: format.day(unit.now), customers: customers.length };
  const title = firstDay.toManager(said);
  const about = firstDay.managerAbout({
    customers: customers.map(({ name }) => name).join(firstDay.and) || null,
    buddy: buddy?.name ?? null,
  });
  const card = plainCard(`first_day_manager:${person.id}`, title, about);
  await offerNudge(unit, workdays, {
    person: manager,
    kind: "team_news",
    value: managerValue,
    card,
  });
}

function plainCard(key: string, title: string, words: string): Card {
  return { key, title, tone: "info", summary: title, blocks: [sentence(words)] };
}
