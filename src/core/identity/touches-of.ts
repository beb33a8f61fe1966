// A customer's touches: their own, those of the records merged into theirs, and those of the visitors they turned out to be.
import type { Touch } from "../model.ts";
import type { EventLog, Reader, TouchRange } from "../ports.ts";
import type { MergeKind } from "./merge-row.ts";

type Reads = Pick<Reader, "merges" | "visitors">;

/** Every id a contact's touches lie under in the log, each with the contact asked for. */
export type Aliases = { contacts: Map<string, string>; visitors: Map<string, string> };

/** Touches of one visitor that are read at most, the latest: a robot's million is not a customer's story. */
const latestOfEach = 5_000;

/** The one way to read contacts' touches, oldest first; each says the contact it was asked for by. */
export async function touchesOf(
  { read, events }: { read: Reads; events: Pick<EventLog, "ofContacts" | "ofVisitors"> },
  contactIds: readonly string[],
  range: TouchRange = {},
): Promise<Touch[]> {
  const { contacts, visitors } = await aliasesOf(read, contactIds);
  const bounded = { latest: latestOfEach, ...range };
  const own = await events.ofContacts([...contacts.keys()], bounded);
  const seen = await events.ofVisitors([...visitors.keys()], bounded);
  const named = own.map((touch) => as(touch, contacts.get(touch.contactId ?? "")));
  const joined = seen
    // A touch that names its contact itself is theirs, whoever's device it was.
    .filter(({ contactId }) => contactId === null)
    .map((touch) => as(touch, visitors.get(touch.anonymousId ?? "")));
  if (joined.length === 0) return named;
  return [...named, ...joined].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function as(touch: Touch, contactId: string | undefined): Touch {
  return contactId === undefined || contactId === touch.contactId ? touch : { ...touch, contactId };
}

/** The ids of contacts merged into these, however often, and of the visitors linked to any of them. */
export async function aliasesOf(read: Reads, contactIds: readonly string[]): Promise<Aliases> {
  const contacts = await mergedInto(read, "contact", contactIds);
  const linked = await read.visitors.find({ contactId: [...contacts.keys()] });
  const visitors = linked.map(({ id, contactId }): [string, string] => [
    id,
    contacts.get(contactId ?? "") ?? contactId ?? "",
  ]);
  return { contacts, visitors: new Map(visitors) };
}

/** Every id an account's touches lie under. */
export async function accountIdsOf(
  read: Pick<Reader, "merges">,
  accountId: string,
): Promise<string[]> {
  return [...(await mergedInto(read, "account", [accountId])).keys()];
}

/** Each record and those merged into it, with the one it is now. */
async function mergedInto(
  read: Pick<Reader, "merges">,
  kind: MergeKind,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const now = new Map(ids.map((id) => [id, id]));
  let found = [...ids];
  while (found.length > 0) {
    const merges = await read.merges.find({ kind, keptId: found });
    const standing = merges.filter(({ undoneAt, mergedId }) => !undoneAt && !now.has(mergedId));
    for (const { mergedId, keptId } of standing) now.set(mergedId, now.get(keptId) ?? keptId);
    found = standing.map(({ mergedId }) => mergedId);
  }
  return now;
}
