// What the rep does with a debrief: answers it in the form, tells it in words or by voice, reads the draft, sends it, or leaves it.
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { Card } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import { ownLeads } from "../../leads/visible-leads.ts";
import type { Deal, Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { verticalNamed, verticalOf } from "../../training/verticals.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { askCard, closedCard, debriefKey, draftCard, reviewCard } from "./cards.ts";
import { cleanAnswers, cleanerFor, draftScript } from "./draft-script.ts";
import { readTold } from "./read-told.ts";
import { scheduleReminder } from "./review-script.ts";
import type { DebriefServices } from "./services.ts";
import { askValue } from "./start-debrief.ts";
import type { Answers } from "./stored.ts";

/** How long words said in the conversation are taken for the answer. */
const tellingMs = 600_000;

/** The form. */
export async function submitDebrief(
  services: DebriefServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const { ask } = readingOf(person).texts.debrief;
  const turned = textOf(values, "turned");
  if (!turned) return async () => ({ errors: { turned: ask.missing } });
  const said = { turned, objection: textOf(values, "objection"), words: textOf(values, "words") };
  const isNamed = textOf(values, "named") === "yes";
  return draft(services, {
    person,
    debriefId: params.debriefId,
    said: { ...said, isNamed },
    key: params.cardKey,
  });
}

/** The next words are the answer. */
export async function tellDebrief(
  { store, clock }: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { debrief } = await openDebrief(store.read, person, params.debriefId);
  const { telling } = readingOf(person).texts.debrief.ask;
  const answers = { ...debrief.answers, tellingTo: clock() + tellingMs };
  return async (unit) => {
    await unit.debriefs.update(debrief.id, { answers });
    const key = `debrief_tell:${unit.newId("message")}`;
    const card: Card = { ...{ key, title: telling, tone: "info", summary: telling }, blocks: [] };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Words said while one is being told, typed or spoken; undefined: they belong to nothing here. */
export async function takeTold(
  services: DebriefServices,
  person: Person,
  { text, isAsking }: { text: string; isAsking: boolean },
): Promise<Effect | undefined> {
  if (isAsking) return undefined;
  const open = await services.store.read.debriefs.find({ personId: person.id, state: "asked" });
  const telling = open.find(({ answers }) => (answers.tellingTo ?? 0) > services.clock());
  if (!telling) return undefined;
  const told = readTold(text);
  const turned = told.turned || told.words || told.objection;
  const said = { ...told, turned, isNamed: false };
  return draft(services, {
    person,
    debriefId: telling.id,
    said,
    key: `${debriefKey(telling)}:told`,
  });
}

type Saying = {
  person: Person;
  debriefId: string | undefined;
  said: Pick<Answers, "turned" | "objection" | "words" | "isNamed">;
  /** The card the draft stands on: told in words it is a message of its own, where they wrote. */
  key: string | undefined;
};

async function draft(
  services: DebriefServices,
  { person, debriefId, said, key }: Saying,
): Promise<Effect> {
  const { read } = services.store;
  const { debrief, deal } = await openDebrief(read, person, debriefId);
  const answers = cleanAnswers(said, await cleanerFor(read, person.language));
  const playbook = await playbookOf(services, person, deal);
  return async (unit) => {
    // Sent twice, it is one draft.
    const now = await unit.debriefs.get(debrief.id);
    const id = now?.assetId ?? unit.newId("script");
    const asset = draftScript({ id, debrief, deal, answers, playbook, now: unit.now });
    await unit.scriptAssets.put(asset);
    await unit.debriefs.put({ ...debrief, answers, assetId: id, state: "answered" });
    unit.post({
      to: person.id,
      card: draftCard(unit, person, { debrief, asset, answers, key: key ?? debriefKey(debrief) }),
    });
    return {};
  };
}

/** The customer's vertical, else that of the rep's customers, else the first there is: a manager can move it. */
async function playbookOf(
  { store, library }: DebriefServices,
  person: Person,
  deal: Deal,
): Promise<string> {
  const verticals = [...new Set(library().playbooks.map(({ vertical }) => vertical))].sort();
  const account = deal.accountId ? await store.read.accounts.get(deal.accountId) : undefined;
  const leads = await ownLeads(store.read, person);
  const named = verticalNamed(account?.industry ?? "", verticals);
  return named ?? verticalOf(person, { leads, verticals }) ?? verticals[0] ?? "";
}

/** The questions once more, with what was said. */
export async function changeDebrief(
  { store }: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const about = await openDebrief(store.read, person, params.debriefId);
  return async (unit) => {
    await unit.debriefs.update(about.debrief.id, { state: "asked" });
    const card = askCard(unit, person, { ...about, key: params.cardKey });
    unit.post({ to: person.id, card });
    return {};
  };
}

/** To the manager, who has a day. */
export async function sendDebrief(
  { store, workdays }: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { debrief } = await openDebrief(store.read, person, params.debriefId);
  const asset = await store.read.scriptAssets.get(debrief.assetId ?? "");
  if (!asset) throw new NotFound("gone", `No draft of ${debrief.id}.`);
  const people = await store.read.people.find({});
  const manager = managerOf(person, people, await store.read.teams.find({}));
  const { draft: words } = readingOf(person).texts.debrief;
  if (!manager) return async () => ({ toast: words.noManager });
  const key = params.cardKey ?? debriefKey(debrief);
  return async (unit) => {
    if ((await unit.debriefs.get(debrief.id))?.state !== "answered") return {};
    await unit.debriefs.update(debrief.id, { state: "drafted" });
    await unit.scriptAssets.update(asset.id, { reviewerId: manager.id, updatedAt: unit.now });
    const card = reviewCard(unit, manager, { asset, rep: person.name });
    await offerNudge(unit, workdays, { person: manager, kind: "strategy", value: askValue, card });
    scheduleReminder(unit, asset.id);
    return { card: closedCard(person, { key, line: words.sent({ name: manager.name }) }) };
  };
}

/** Not this one: nothing that was said is kept. */
export async function skipDebrief(
  { store }: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { debrief } = await openDebrief(store.read, person, params.debriefId);
  const { skipped } = readingOf(person).texts.debrief;
  const key = params.cardKey ?? debriefKey(debrief);
  return async (unit: Unit) => {
    if (debrief.assetId) await unit.scriptAssets.remove(debrief.assetId);
    const closed = { ...debrief, answers: {}, assetId: null, closedAt: unit.now };
    await unit.debriefs.put({ ...closed, state: "skipped" });
    return { card: closedCard(person, { key, line: skipped }) };
  };
}

/** One's own, while it is not with the manager. */
async function openDebrief(read: DebriefServices["store"]["read"], person: Person, id = "") {
  const debrief = await read.debriefs.get(id);
  const deal = debrief ? await read.deals.get(debrief.dealId) : undefined;
  const isOpen = debrief?.state === "asked" || debrief?.state === "answered";
  if (debrief?.personId === person.id && deal && isOpen) return { debrief, deal };
  throw new NotFound("gone", `No open debrief ${id} of ${person.id}.`);
}
