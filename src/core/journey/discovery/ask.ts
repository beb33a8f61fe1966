// "discover", "path Acme" and "slipping": each reads the whole log as a job, on a card that says how far it is and then
// what was found.
import type { Card } from "../../card.ts";
import { findByPerson, findCustomers, visibleCustomers } from "../../customers/find-customers.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Clock, EventLog, Reader, Store, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { pathCard } from "../paths/path-card.ts";
import { assertMayPublish } from "../rules-in-chat/known-rules.ts";
import { slippingListCard } from "../slipping/list-card.ts";
import { type Discovery, discover, learnFrom, lookForSilence } from "./discover.ts";
import { discoverCard } from "./discover-card.ts";
import { gatherJourneys } from "./gather.ts";
import { type JourneyDeal, pathOf } from "./trail.ts";

export type DiscoveryServices = {
  store: Store;
  events: EventLog;
  clock: Clock;
  /** Lets others work in between. */
  pause: () => Promise<void>;
};

export const discoveryJob = "discovery.show";

/** What the job of a question carries. */
export type DiscoveryPayload = {
  personId: string;
  cardKey: string;
  asked: { what: "discover" } | { what: "slipping" } | { what: "path"; dealId: string };
};

/** "discover": for managers. */
export function askDiscover(person: Person): Effect {
  assertMayPublish(person);
  return begin(person, { what: "discover" });
}

/** "slipping": what the alarms are about, at any time. */
export function askSlipping(person: Person): Effect {
  return begin(person, { what: "slipping" });
}

/** "path Acme": of the open deal there that changed last. */
export async function askPath(
  { store: { read } }: DiscoveryServices,
  person: Person,
  name: string,
): Promise<Effect> {
  const { discovery, customers } = readingOf(person).texts;
  if (!name) return sayOnly(discovery.path.ofWhom);
  const all = await visibleCustomers(read, person);
  const called = findCustomers(all, name);
  const found = called.length > 0 ? called : await findByPerson(read, all, name);
  if (found.length === 0) return sayOnly(customers.notYours({ name }));
  const subjects = found.flatMap((customer) => customer.subjects);
  const deals = subjects.filter(({ kind }) => kind === "deal");
  const exact = deals.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  const deal = exact ?? deals.sort((a, b) => b.updatedAt - a.updatedAt)[0];
  if (!deal) return sayOnly(discovery.path.noDeal({ name }));
  const isDated = typeof (await read.deals.get(deal.id))?.openedAt === "number";
  return isDated
    ? begin(person, { what: "path", dealId: deal.id })
    : sayOnly(discovery.path.noOpening({ name }));
}

/** The button of a path on the card of "discover". */
export function openPath({ person, params }: Ask): Effect {
  return begin(person, { what: "path", dealId: params.dealId ?? "" });
}

function begin(person: Person, asked: DiscoveryPayload["asked"]): Effect {
  return async (unit) => {
    const cardKey = `discovery:${unit.newId("message")}`;
    const payload: DiscoveryPayload = { personId: person.id, cardKey, asked };
    unit.post({ to: person.id, card: runningCard(cardKey, person) });
    unit.schedule({ kind: discoveryJob, key: `${discoveryJob}:${cardKey}`, payload });
    return {};
  };
}

type Write = (unit: Unit) => Promise<void>;

/** The job: looks, then shows what it found. */
export async function runDiscovery(
  payload: DiscoveryPayload,
  services: DiscoveryServices,
): Promise<Write> {
  const { store, events, clock, pause } = services;
  const { personId, cardKey, asked } = payload;
  const { read } = store;
  const person = await read.people.get(personId);
  if (!person) throw new NotFound("gone", `The question ${cardKey} has lost its person.`);
  const input = await gatherJourneys({ read, events, now: clock(), pause });
  const sees = await seenBy(read, person);
  const reading = readingOf(person);
  if (asked.what === "path") {
    const deal = input.deals.find(({ id }) => id === asked.dealId);
    // Gone since they asked, or not theirs to see: they hear so now, and not after every retry.
    if (!deal || !sees(deal)) return tellDiscoveryLost(payload, services);
    const judge = await learnFrom(input);
    const path = pathOf(input.trails.of(deal.id), deal);
    const view = { deal, path, judge, judged: judge?.judge(path) ?? null };
    return async (unit) => unit.post({ to: personId, card: pathCard(view, reading, cardKey) });
  }
  if (asked.what === "slipping") {
    const { now, backtest } = await lookForSilence(input);
    const seen = { backtest, now: now.filter(({ deal }) => sees(deal)) };
    return async (unit) =>
      unit.post({ to: personId, card: slippingListCard(seen, reading, cardKey) });
  }
  const found = onlySeen(await discover(input), sees);
  return async (unit) =>
    unit.post({ to: personId, card: discoverCard(unit, { person, found, key: cardKey }) });
}

/** The job was given up: says so on its card. */
export async function tellDiscoveryLost(
  { personId, cardKey }: DiscoveryPayload,
  { store }: Pick<DiscoveryServices, "store">,
): Promise<Write> {
  const person = await store.read.people.get(personId);
  return async (unit) => {
    if (!person) return;
    const { discovery } = readingOf(person).texts;
    const title = discovery.failed;
    const blocks: Card["blocks"] = [
      { t: "text", text: [{ t: "text", text: discovery.failedBody }] },
    ];
    unit.post({
      to: personId,
      card: { key: cardKey, title, tone: "warn", summary: title, blocks },
    });
  };
}

function runningCard(key: string, person: Person): Card {
  const { discovery } = readingOf(person).texts;
  const title = discovery.running;
  return {
    ...{ key, title, tone: "info", summary: title },
    blocks: [{ t: "progress", label: title, ratio: 0.1 }],
  };
}

/** Whose deals a person may see by name; figures over all deals name nobody. */
async function seenBy(read: Reader, person: Person): Promise<(deal: JourneyDeal) => boolean> {
  const org = await readOrg(read);
  return ({ ownerId }) => {
    if (ownerId === null && person.role === "rep") return false;
    return may(person, "deal.read", { ownerIds: ownerId === null ? [] : [ownerId] }, org);
  };
}

function onlySeen(found: Discovery, sees: (deal: JourneyDeal) => boolean): Discovery {
  const { paths, slipping } = found;
  return {
    ...found,
    paths: paths && { ...paths, unusual: paths.unusual.filter(({ deal }) => sees(deal)) },
    slipping: { ...slipping, now: slipping.now.filter(({ deal }) => sees(deal)) },
  };
}
