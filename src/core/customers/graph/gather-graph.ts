// Everything a customer's graph shows its reader, read from the records and counted in the log. Reads only.
import { dayMs } from "../../durations.ts";
import type { Deal, Lead, Person, Product } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import { fromLocalTime, localTime } from "../../people/working-time.ts";
import type { EventLog, Reader, TouchGroup } from "../../ports.ts";
import type { Customer } from "../find-customers.ts";
import { coarsen, type TouchSpan } from "./coarsen.ts";
import {
  addDeleted,
  findOwners,
  type Owners,
  othersKey,
  personKeyOf,
  strangersKey,
} from "./owners.ts";
import {
  isShownApart,
  readSayings,
  readTickets,
  type Saying,
  type Ticket,
} from "./tickets-and-words.ts";

export type GraphReads = { read: Reader; events: EventLog; now: number };

/** One of the customer's people, with how much they did. `contact` is null where there is none: see `key`. */
export type GraphPerson = {
  /** A contact's id; `strangers` or `others` for those together. */
  key: string;
  name: string | null;
  title: string | null;
  isDeleted: boolean;
  /** People this stands for. */
  people: number;
  touches: number;
  lastAt: number | null;
};

export type GraphFacts = {
  customer: Customer;
  owners: Owners;
  people: GraphPerson[];
  /** Contacts that have a node of their own. */
  shownIds: ReadonlySet<string>;
  leads: Lead[];
  deals: Deal[];
  products: Product[];
  tickets: Ticket[];
  sayings: Saying[];
  spans: TouchSpan[];
  /** Touches there are, those too old to be grouped included. */
  touches: number;
};

/** Groups read of one customer, the latest: a hundred thousand touches are no more than these. */
const mostGroups = 5_000;
/** People, leads and deals with a node of their own; the rest of the people are one. */
const mostPeople = 25;
const mostRecords = 25;
/** Nodes of touches: what stays readable on a phone. */
const mostSpans = 80;

export async function gatherGraph(
  { read, events, now }: GraphReads,
  { customer, reader }: { customer: Customer; reader: Person },
): Promise<GraphFacts> {
  const { leads, deals } = await readableRecords(read, customer, reader);
  const days = daysOf(now, reader.timeZone);
  const found = await findOwners(read, customer, leads);
  const { groups, total } = await events.groupsOf(found.all, { ...days, limit: mostGroups });
  const owners = await addDeleted(read, found, groups);
  const people = peopleOf(owners, groups);
  const shownIds = new Set(people.map(({ key }) => key));
  const reads = { events, owners, now };
  const aboutIds = new Set([...leads, ...deals, ...customer.subjects].map(({ id }) => id));
  return {
    ...{ customer, owners, people, shownIds, leads, deals, touches: total },
    products: await productsOf(read, [...deals, ...leads]),
    tickets: await readTickets(reads, [...new Set(groups.map(({ type }) => type))]),
    sayings: await readSayings(reads, { readerId: reader.id, aboutIds }),
    spans: spansOf(groups, { owners, shownIds, days }),
  };
}

type Days = { origin: number; bucketMs: number; today: number };

/** Days as the reader's calendar has them today; where their clocks have changed since, an hour off before that. */
function daysOf(now: number, timeZone: string): Days {
  const midnight = fromLocalTime({ day: localTime(now, timeZone).day, minutes: 0 }, timeZone);
  const origin = midnight - Math.ceil(midnight / dayMs) * dayMs;
  return { origin, bucketMs: dayMs, today: Math.round((midnight - origin) / dayMs) };
}

/** The leads and deals of the customer that this reader may read, the open ones first. */
async function readableRecords(
  read: Reader,
  { accountId, contactIds, subjects }: Customer,
  reader: Person,
): Promise<{ leads: Lead[]; deals: Deal[] }> {
  const isManager = reader.role === "manager";
  const org = createOrg(
    isManager ? await read.people.find({}) : [reader],
    isManager ? await read.teams.find({}) : [],
  );
  const own = new Set(subjects.map(({ id }) => id));
  const order = { by: "updatedAt", descending: true } as const;
  const options = { limit: 200, order };
  const isReadable = (permission: "lead.read" | "deal.read") => (one: Lead | Deal) =>
    own.has(one.id) || may(reader, permission, { ownerIds: one.ownerId ? [one.ownerId] : [] }, org);
  const leadsHere = accountId === null ? { contactId: contactIds } : { accountId };
  const leads = [
    ...(await read.leads.find({ id: [...own] })),
    ...(await read.leads.find(leadsHere, options)),
  ].filter(isReadable("lead.read"));
  const dealsHere = accountId === null ? { leadId: leads.map(({ id }) => id) } : { accountId };
  const deals = [
    ...(await read.deals.find({ id: [...own] })),
    ...(await read.deals.find(dealsHere, options)),
  ].filter(isReadable("deal.read"));
  return { leads: each(leads), deals: each(deals) };
}

function each<Row extends { id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, mostRecords);
}

async function productsOf(
  read: Pick<Reader, "products">,
  records: readonly (Lead | Deal)[],
): Promise<Product[]> {
  const id = [...new Set(records.flatMap(({ productId }) => productId ?? []))];
  return id.length === 0 ? [] : read.products.find({ id });
}

/** Who did most comes first; past what there is room for, together. */
function peopleOf(owners: Owners, groups: readonly TouchGroup[]): GraphPerson[] {
  const did = new Map<string, { touches: number; lastAt: number }>();
  for (const group of groups) {
    const key = personKeyOf(group, owners);
    const { touches = 0, lastAt = 0 } = did.get(key) ?? {};
    did.set(key, { touches: touches + group.touches, lastAt: Math.max(lastAt, group.lastAt) });
  }
  const toPerson = (key: string, set: Partial<GraphPerson>): GraphPerson => ({
    ...{ key, name: null, title: null, isDeleted: false, people: 1 },
    ...{ touches: did.get(key)?.touches ?? 0, lastAt: did.get(key)?.lastAt ?? null },
    ...set,
  });
  const all = [
    ...owners.contacts.map(({ id, name, email, phone, title }) =>
      toPerson(id, { name: name ?? email ?? phone, title }),
    ),
    ...owners.deletedIds.map((id) => toPerson(id, { isDeleted: true })),
  ].sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0));
  const rest = all.slice(mostPeople);
  const strangers = did.has(strangersKey) ? [toPerson(strangersKey, {})] : [];
  return [...all.slice(0, mostPeople), ...strangers, ...(rest.length > 0 ? [together(rest)] : [])];
}

function together(rest: readonly GraphPerson[]): GraphPerson {
  const touches = rest.reduce((sum, one) => sum + one.touches, 0);
  const lastAt = Math.max(0, ...rest.map((one) => one.lastAt ?? 0)) || null;
  const nobody = { name: null, title: null, isDeleted: false };
  return { key: othersKey, ...nobody, people: rest.length, touches, lastAt };
}

function spansOf(
  groups: readonly TouchGroup[],
  { owners, shownIds, days }: { owners: Owners; shownIds: ReadonlySet<string>; days: Days },
): TouchSpan[] {
  const named = groups
    .filter(({ type }) => !isShownApart(type) && !/^(?:visitor|record)\./.test(type))
    .map((group) => {
      const key = personKeyOf(group, owners);
      return { ...group, personKey: shownIds.has(key) ? key : othersKey };
    });
  return coarsen(named, { ...days, most: mostSpans });
}
