// All that is on record between us and a customer, as a brief and a review need it: read once, before anything is decided.
import type { Customer } from "../../customers/find-customers.ts";
import { contactsOf, talkTypes } from "../../customers/gather-customer.ts";
import { dayMs } from "../../durations.ts";
import { touchesOf } from "../../identity/touches-of.ts";
import { isBehaviour } from "../../journey/touch-kind.ts";
import type { Account, Contact, Deal, Person, Touch } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { EventLog, Reader } from "../../ports.ts";
import type { Call } from "../../training/calls/call.ts";
import { type Note, noteTypes, placeOf, readNotes } from "../notes.ts";
import type { Subject } from "../subjects.ts";
import type { StageUpdate } from "../updates/stored.ts";
import { type Basis, basisOf } from "./basis.ts";

/** Words of the customer, as they said them. */
export type Heard = { text: string; contactId: string | null; at: number; basis: Basis };

/** What is known. Lists are newest first. */
export type Story = {
  customer: Customer;
  account: Account | undefined;
  contacts: Contact[];
  deal: Deal | undefined;
  /** Confirmed, and not taken back. */
  updates: StageUpdate[];
  /** In a colleague's own words, beside those of updates. */
  notes: Note[];
  heard: Heard[];
  /** The reader's own calls, read and analysed: those of others are theirs. */
  calls: Call[];
  /** The last talk with each contact. */
  talks: ReadonlyMap<string, Touch>;
  /** What they did themselves in the last year. */
  behaviour: Touch[];
  /** Deals lost with them before, of those the reader may see. */
  lost: Deal[];
  /** "deal.stage", "contact.title con_1": what the value rests on. */
  fields: ReadonlyMap<string, Basis>;
  /** What colleagues are called. */
  names: ReadonlyMap<string, string>;
};

export type StoryReads = { read: Reader; events: EventLog; now: number };
type About = { customer: Customer; deal: Deal | undefined; reader: Person };

const lookBackMs = 365 * dayMs;
/** People whose touches are looked through: those of the deals and leads come first. */
const mostPeople = 50;
/** Touches of each that are looked through, the latest. */
const mostTouches = 300;
const mostUpdates = 50;

const notes: ReadonlySet<string> = new Set(Object.values(noteTypes));
/** Properties in which systems tell what a customer wrote. */
const wordProps = ["text", "comment", "message"];

/** Reads it. */
export async function gatherStory(reads: StoryReads, about: About): Promise<Story> {
  const { read } = reads;
  const { customer, deal, reader } = about;
  const contacts = (await contactsOf(read, customer)).slice(0, mostPeople);
  const touches = await touchesOfPeople(reads, contacts);
  const notes = await notesOf(reads, about);
  const updates = deal ? await updatesOf(read, deal) : [];
  const kept = new Set(updates.map(({ id }) => `tch_${id}`));
  const calls = await callsOf(read, about);
  const people = await read.people.find({});
  return {
    ...{ customer, contacts, deal, updates, calls },
    account: customer.accountId ? await read.accounts.get(customer.accountId) : undefined,
    notes: notes.filter(({ id, kind }) => kind === "update" && !kept.has(id)),
    heard: [...fromNotes(notes), ...fromTouches(touches), ...fromCalls(calls)].sort(newestFirst),
    talks: lastTalks(touches),
    behaviour: touches.filter((touch) => touch.contactId !== null && isBehaviour(touch)).reverse(),
    lost: await lostWith(read, customer, reader),
    fields: await fieldsOf(read, deal, contacts),
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
}

const newestFirst = (one: Heard, other: Heard) => other.at - one.at;

async function touchesOfPeople(
  { read, events, now }: StoryReads,
  contacts: readonly Contact[],
): Promise<Touch[]> {
  const ids = contacts.map(({ id }) => id);
  const range = { from: now - lookBackMs, to: now, latest: mostTouches };
  const touches = await touchesOf({ read, events }, ids, range);
  // Notes lie among them, and are read apart: some were taken back.
  return touches.filter(({ type }) => !notes.has(type));
}

/** Of every lead and deal with them the reader may see, and the reader's own: a colleague's are theirs. */
async function notesOf(
  { read, events }: StoryReads,
  { customer: { subjects }, reader }: About,
): Promise<Note[]> {
  const seen = new Set(subjects.map(({ id }) => id));
  const places = new Map(
    subjects.map((subject: Subject) => [JSON.stringify(placeOf(subject)), placeOf(subject)]),
  );
  const notes: Note[] = [];
  for (const place of places.values()) {
    notes.push(...(await readNotes({ store: { read }, events }, place)));
  }
  const each = new Map(notes.map((note) => [note.id, note]));
  return [...each.values()]
    .filter(({ authorId, aboutId }) => authorId === reader.id || !aboutId || seen.has(aboutId))
    .sort((one, other) => other.at - one.at);
}

async function updatesOf(read: Reader, { id: dealId }: Deal): Promise<StageUpdate[]> {
  const order = { by: "createdAt", descending: true } as const;
  const updates = await read.stageUpdates.find(
    { dealId, state: "confirmed" },
    { order, limit: mostUpdates },
  );
  return updates.sort((one, other) => (other.confirmedAt ?? 0) - (one.confirmedAt ?? 0));
}

async function callsOf(read: Reader, { customer, deal, reader }: About): Promise<Call[]> {
  const personId = reader.id;
  const ofDeal = deal ? await read.calls.find({ personId, dealId: deal.id }) : [];
  const { contactIds } = customer;
  const ofPeople = await read.calls.find({ personId, contactId: contactIds });
  const each = new Map([...ofDeal, ...ofPeople].map((call) => [call.id, call]));
  return [...each.values()]
    .filter(({ analysis }) => analysis !== null)
    .sort((one, other) => other.at - one.at);
}

function fromNotes(notes: readonly Note[]): Heard[] {
  return notes
    .filter(({ kind }) => kind === "attach")
    .map(({ text, at, authorId: by }) => {
      return { text, contactId: null, at, basis: { kind: "words", at, by } };
    });
}

function fromTouches(touches: readonly Touch[]): Heard[] {
  return touches.filter(isBehaviour).flatMap((touch) => {
    const words = wordProps.map((prop) => touch.props[prop]).find((one) => typeof one === "string");
    if (!words) return [];
    const { contactId, at, source } = touch;
    return [{ text: String(words), contactId, at, basis: { kind: "wrote", at, source } }];
  });
}

function fromCalls(calls: readonly Call[]): Heard[] {
  return calls.flatMap(({ at, contactId, analysis }) =>
    (analysis?.objections ?? []).map(({ quote }): Heard => {
      return { text: quote, contactId, at, basis: { kind: "call", at } };
    }),
  );
}

function lastTalks(touches: readonly Touch[]): Map<string, Touch> {
  const talks = touches.filter(({ type }) => talkTypes.includes(type));
  // Oldest first: the last one stays.
  return new Map(talks.map((touch) => [touch.contactId ?? "", touch]));
}

async function lostWith(read: Reader, customer: Customer, reader: Person): Promise<Deal[]> {
  if (customer.accountId === null) return [];
  const { accountId } = customer;
  const order = { by: "updatedAt", descending: true } as const;
  const deals = await read.deals.find({ accountId, status: "lost" }, { order, limit: 20 });
  if (deals.length === 0) return [];
  const org = await readOrg(read);
  return deals.filter(({ ownerId }) =>
    may(reader, "deal.read", { ownerIds: ownerId ? [ownerId] : [] }, org),
  );
}

async function fieldsOf(
  read: Reader,
  deal: Deal | undefined,
  contacts: readonly Contact[],
): Promise<Map<string, Basis>> {
  const ofDeal = deal ? await read.fieldValues.find({ kind: "deal", recordId: deal.id }) : [];
  const recordId = contacts.map(({ id }) => id);
  const ofPeople = await read.fieldValues.find({ kind: "contact", recordId, field: "title" });
  const values = [...ofDeal, ...ofPeople]
    .filter(({ status }) => status !== "unknown" && status !== "unresolved")
    .sort((one, other) => (one.id < other.id ? -1 : 1));
  // Ids rise with time: the last one stays.
  return new Map(
    values.map((value) => [fieldKey(value.kind, value.field, value.recordId), basisOf(value)]),
  );
}

const fieldKey = (kind: string, field: string, recordId: string): string =>
  kind === "deal" ? `deal.${field}` : `${kind}.${field} ${recordId}`;

/** What a field of the deal rests on; without a word of its own, that it is on record. */
export function basisOfField({ fields, deal }: Story, field: keyof Deal): Basis {
  return fields.get(`deal.${field}`) ?? { kind: "record", source: "", at: deal?.updatedAt ?? 0 };
}

/** The same for a contact's title. */
export function basisOfTitle({ fields }: Story, { id, updatedAt }: Contact): Basis {
  return fields.get(`contact.title ${id}`) ?? { kind: "record", source: "", at: updatedAt };
}
