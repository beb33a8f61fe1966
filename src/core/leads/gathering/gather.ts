// Collects what assignment looks at, for many leads at once. Reads only.
import { dayMs, hourMs } from "../../durations.ts";
import { touchesOf } from "../../identity/touches-of.ts";
import { isAutomated } from "../../journey/automated.ts";
import type { Account, Deal, Person, Touch } from "../../model.ts";
import { noteTypes } from "../../pipeline/notes.ts";
import type { EventLog, Reader } from "../../ports.ts";
import type { Library } from "../../training/library.ts";
import { countSteps } from "../factors/behaviour.ts";
import { gentleness } from "../ownership/gentle-return.ts";
import type { ClosedDeal, LeadFacts, RepFacts, TeamFacts } from "./facts.ts";
import { dealSignals, gatherSignals, talkOfReps } from "./gather-signals.ts";
import { gatherSkills } from "./gather-skills.ts";
import { leadUpMs, sumTalks, type Talk } from "./signals.ts";
import { callsOfLibrary } from "./skill-calls.ts";

const recentMs = 30 * dayMs;
/** Closed deals looked back on; the newest. Enough for years of a team, and bounded for bought-in history. */
const dealsBack = 20_000;
/** Closed deals whose touches are read: behaviour and speed speak of how a rep works now. */
const touchedDeals = 1_000;

const outbound = new Set(["call.made", "email.sent", "message.sent"]);
/** What a colleague did or wrote down is no behaviour of the customer's. */
const ours = new Set([...outbound, ...Object.values(noteTypes)]);

/** `library`: for what a vertical's customers object to; it may still be being read. */
export type Sources = {
  read: Reader;
  events: EventLog;
  now: number;
  library?: (() => Library) | undefined;
};

/** The facts of every active rep. */
export async function gatherTeam({ read, events, now, library }: Sources): Promise<TeamFacts> {
  const people = await read.people.find({ role: "rep", active: true });
  const skills = await gatherSkills(read, people, now);
  const ids = people.map((person) => person.id);
  const deals = await read.deals.find(
    { ownerId: ids, status: ["won", "lost"] },
    { limit: dealsBack, order: { by: "closedAt", descending: true } },
  );
  const { history, talks } = await toHistory(deals, { read, events, now });
  const open = await countOpen(read, ids);
  const recently = { decidedAt: { gte: now - recentMs } };
  // Counted, not read: with thousands of leads under way their reasons take a second to read.
  const offered = await countEach(ids, (repId) => read.assignments.count({ repId, ...recently }));
  const absences = await read.absences.find({ from: { lte: now }, to: { gt: now - recentMs } });
  const away = ids.filter((id) => absences.some(({ personId }) => personId === id));
  const offers = away.length > 0 ? await read.assignments.find({ repId: away, ...recently }) : [];
  const reps = people.map(
    (person): RepFacts => ({
      person,
      open: open.get(person.id) ?? 0,
      offered: offered.get(person.id) ?? 0,
      absence: absences.find(({ personId, to }) => personId === person.id && to > now) ?? null,
      gentle: gentleness({ person, absences, offers, now }),
      deals: history.get(person.id) ?? [],
      talk: talks.get(person.id) ?? sumTalks([]),
      skills: skills.get(person.id) ?? [],
    }),
  );
  const licensed = new Set(people.flatMap((person: Person) => person.licences));
  // Nobody asks what customers object to where nobody's skills count.
  const byVertical = skills.size > 0 ? callsOfLibrary(library) : new Map();
  return { reps, licensed, tallies: new Map(), calls: { byVertical, known: new Map() } };
}

/** The facts of leads, in the order of their ids; unknown ids are left out. */
export async function gatherLeads(
  leadIds: string[],
  { read, events, now }: Sources,
): Promise<LeadFacts[]> {
  const leads = await read.leads.find({ id: leadIds });
  const accounts = await byId(
    read.accounts,
    leads.map((lead) => lead.accountId),
  );
  const contacts = await byId(
    read.contacts,
    leads.map((lead) => lead.contactId),
  );
  const gaveBack = await read.assignments.find({ leadId: leadIds, state: ["declined", "expired"] });
  const recent = { from: now - recentMs, to: now };
  const touches = await touchesOf({ read, events }, [...contacts.keys()], recent);
  const signals = await gatherSignals(leads, { read, events, now });
  return leads.map((lead) => ({
    lead,
    ...signals.get(lead.id),
    account: accounts.get(lead.accountId ?? "") ?? null,
    contact: contacts.get(lead.contactId ?? "") ?? null,
    touches: touches.filter((touch) => touch.contactId === lead.contactId && isTheirs(touch)),
    declinedBy: new Set(
      gaveBack.filter((offer) => offer.leadId === lead.id).map((offer) => offer.repId),
    ),
  }));
}

/** Leads offered or accepted and deals open, per rep. */
export async function countOpen(
  read: Pick<Reader, "assignments" | "leads" | "deals">,
  repIds: string[],
): Promise<Map<string, number>> {
  return countEach(repIds, async (id) => {
    const offers = await read.assignments.count({ repId: id, state: "offered" });
    const leads = await read.leads.count({ ownerId: id, status: ["offered", "accepted"] });
    return offers + leads + (await read.deals.count({ ownerId: id, status: "open" }));
  });
}

async function countEach(
  ids: readonly string[],
  count: (id: string) => Promise<number>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, await count(id));
  return counts;
}

/** What each rep closed, and how their conversations with those customers went. */
type Histories = { history: Map<string, ClosedDeal[]>; talks: Map<string, Talk> };

async function toHistory(deals: Deal[], sources: Sources): Promise<Histories> {
  const { read, events } = sources;
  const accounts = await byId(
    read.accounts,
    deals.map((deal) => deal.accountId),
  );
  const touched = deals.slice(0, touchedDeals);
  const touches = await touchesByAccount(touched, { read, events });
  const history = new Map<string, ClosedDeal[]>();
  // Oldest first, so that "the latest" is the last.
  for (const deal of deals.toReversed()) {
    const account = accounts.get(deal.accountId ?? "") ?? null;
    const closed = toClosedDeal(deal, account, touches.get(deal.accountId ?? "") ?? []);
    const owner = deal.ownerId ?? "";
    const known = history.get(owner);
    if (known) known.push(closed);
    else history.set(owner, [closed]);
  }
  return { history, talks: talkOfReps([...touches.values()].flat()) };
}

function toClosedDeal(deal: Deal, account: Account | null, touches: Touch[]): ClosedDeal {
  const closedAt = deal.closedAt ?? deal.updatedAt;
  const openedAt = deal.openedAt ?? deal.createdAt;
  const around = touches.filter(
    (touch) => isTheirs(touch) && touch.at <= closedAt && touch.at > openedAt - leadUpMs,
  );
  const first = touches.find(
    (touch) =>
      outbound.has(touch.type) &&
      touch.props.personId === deal.ownerId &&
      touch.at >= openedAt &&
      touch.at <= closedAt,
  );
  return {
    dealId: deal.id,
    won: deal.status === "won",
    closedAt,
    account,
    firstContactHours: first ? (first.at - openedAt) / hourMs : null,
    touches: countSteps(around),
    ...{ amount: deal.amount, currency: deal.currency },
    noBudget: deal.budgetStatus === "none" || deal.budgetStatus === "frozen",
    ...dealSignals(touches, { openedAt, closedAt }),
    ...{ competitor: deal.competitor, lossReason: deal.lossReason },
  };
}

async function touchesByAccount(
  deals: Deal[],
  { read, events }: Pick<Sources, "read" | "events">,
): Promise<Map<string, Touch[]>> {
  const accountIds = [...new Set(deals.flatMap((deal) => deal.accountId ?? []))];
  const contacts = await read.contacts.find({ accountId: accountIds });
  const accountOf = new Map(contacts.map((contact) => [contact.id, contact.accountId ?? ""]));
  const result = new Map<string, Touch[]>();
  for (const touch of await touchesOf({ read, events }, [...accountOf.keys()])) {
    const account = accountOf.get(touch.contactId ?? "") ?? "";
    const known = result.get(account);
    if (known) known.push(touch);
    else result.set(account, [touch]);
  }
  return result;
}

function isTheirs(touch: Touch): boolean {
  return !ours.has(touch.type) && !isAutomated(touch);
}

async function byId<Row extends { id: string }>(
  table: { find(where: { id: string[] }): Promise<Row[]> },
  ids: (string | null)[],
): Promise<Map<string, Row>> {
  const known = [...new Set(ids.filter((id): id is string => id !== null))];
  return new Map((await table.find({ id: known })).map((row) => [row.id, row]));
}
