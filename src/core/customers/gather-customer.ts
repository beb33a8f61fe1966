// What a customer's card shows, read from the records and counted in the log. Reads only.
import { weekMs } from "../durations.ts";
import { aliasesOf, touchesOf } from "../identity/touches-of.ts";
import type { Contact, Touch } from "../model.ts";
import type { EventLog, Reader } from "../ports.ts";
import type { Customer } from "./find-customers.ts";
import { type Health, toHealth, weeksShown } from "./health.ts";

/** People of a company that are looked at; a larger one is read by its leads' and deals' people and the latest others. */
const mostContacts = 200;
/** Visitors of a company nobody has named. */
const mostVisitors = 500;

/** A lead or deal with where it stands and whose it is. */
export type Standing = {
  id: string;
  kind: "lead" | "deal";
  label: string;
  stage: string;
  owner: string;
};

export type Gathered = {
  contacts: Contact[];
  standings: Standing[];
  health: Health;
  /** Visitors by the company's domain whom nobody knows by name. */
  strangers: number;
  /** The last time we spoke, in whatever way. */
  lastContact: Touch | undefined;
  lastSurvey: Touch | undefined;
};

type Sources = { read: Reader; events: EventLog; now: number };

/** Touches in which somebody of ours and somebody of theirs were in contact, either way. */
export const talkTypes: readonly string[] = [
  ...["call.made", "call.received", "call.ended", "meeting.held", "meeting.ended"],
  ...["message.sent", "message.received", "email.sent", "email.reply"],
];

/** Touches of merged records and of visitors known to be the same count as the customer's. */
export async function gatherCustomer(sources: Sources, customer: Customer): Promise<Gathered> {
  const { read, events, now } = sources;
  const contacts = await contactsOf(read, customer);
  const ids = contacts.map(({ id }) => id);
  const aliases = await aliasesOf(read, ids);
  const strangers = await strangersOf(read, customer);
  const counts = await events.countsOf(
    {
      contactIds: [...aliases.contacts.keys()],
      visitorIds: [...aliases.visitors.keys(), ...strangers],
    },
    { from: now - weeksShown * weekMs, to: now, weekMs },
  );
  const last = async (types: readonly string[]) =>
    (await touchesOf({ read, events }, ids, { types, latest: 1, to: now })).at(-1);
  return {
    contacts,
    standings: await standingsOf(read, customer),
    health: toHealth(counts),
    strangers: strangers.length,
    lastContact: await last(talkTypes),
    lastSurvey: await last(["survey.score"]),
  };
}

/** Everybody at the account; without one, the people of its leads and deals. */
export async function contactsOf(
  read: Reader,
  { accountId, contactIds }: Customer,
): Promise<Contact[]> {
  const named = await read.contacts.find({ id: contactIds });
  if (accountId === null) return named;
  const order = { by: "updatedAt", descending: true } as const;
  const others = await read.contacts.find({ accountId }, { limit: mostContacts, order });
  return [...new Map([...named, ...others].map((one) => [one.id, one])).values()];
}

/** Visitors by the company whom nobody has named. */
export async function strangersOf(read: Reader, { accountId }: Customer): Promise<string[]> {
  if (accountId === null) return [];
  const where = { accountId, contactId: null };
  return (await read.visitors.find(where, { limit: mostVisitors })).map(({ id }) => id);
}

async function standingsOf(read: Reader, { subjects }: Customer): Promise<Standing[]> {
  const ids = (kind: string) => subjects.filter((one) => one.kind === kind).map(({ id }) => id);
  const leads = await read.leads.find({ id: ids("lead") });
  const deals = await read.deals.find({ id: ids("deal") });
  const stages = new Map<string, { stage: string; ownerId: string | null }>([
    ...leads.map(({ id, status, ownerId }) => [id, { stage: status, ownerId }] as const),
    ...deals.map(({ id, stage, ownerId }) => [id, { stage, ownerId }] as const),
  ]);
  const people = await read.people.find({
    id: [...stages.values()].flatMap(({ ownerId }) => ownerId ?? []),
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return subjects.map(({ id, kind, label }) => {
    const { stage = "new", ownerId = null } = stages.get(id) ?? {};
    return { id, kind, label, stage, owner: names.get(ownerId ?? "") ?? "" };
  });
}
