// Visitors who turned out to be contacts: their history counts together from the touch on that said so.
import type { Visitor } from "../../identity/visitor.ts";
import type { Touch } from "../../model.ts";
import type { Arrivals, Arrived } from "../chains/arrivals.ts";
import type { Customer } from "../chains/customers.ts";
import type { Rule } from "../rules/rule.ts";
import { type TouchReads, touchesOfCustomer } from "./touches-of-customer.ts";
import type { WhoIsWho } from "./who-is-who.ts";

/** How far identity has been followed: `linkedTo`, and who was linked at just that moment. */
export type Followed = { linkedTo: number; joined: Map<string, string> };

/** Visitors linked since, oldest first. */
export async function newlyLinked(followed: Followed, { read }: TouchReads): Promise<Visitor[]> {
  const linked = await read.visitors.find(
    { linkedAt: { gte: followed.linkedTo } },
    { order: { by: "linkedAt" } },
  );
  return linked.filter(
    ({ id, contactId }) => contactId !== null && followed.joined.get(id) !== contactId,
  );
}

/** Marks a visitor as followed: newlyLinked does not name them again. */
export function noteJoined(followed: Followed, { id, contactId, linkedAt }: Visitor): void {
  if (linkedAt === null || contactId === null) return;
  if (linkedAt > followed.linkedTo) followed.joined.clear();
  followed.linkedTo = Math.max(followed.linkedTo, linkedAt);
  followed.joined.set(id, contactId);
}

export type Joining = TouchReads & {
  arrivals: Arrivals;
  rules: readonly Rule[];
  who: WhoIsWho;
  now: number;
};

/** What came of it, and the touches that were taken with it: they must not be taken again. */
export type Joined = Arrived & { taken: Touch[] };

/** Joins one visitor with their contact, and with the account they count for. */
export async function joinVisitor(visitor: Visitor, joining: Joining): Promise<Joined> {
  const all: Joined = { matches: [], withdrawn: [], late: [], taken: [] };
  const { contactId, accountId } = visitor;
  const scopes = new Set(joining.rules.map(({ scope }) => scope));
  if (contactId === null || scopes.size === 0) return all;
  const contact = await joining.read.contacts.get(contactId);
  const account = contact?.accountId ?? accountId;
  const at = await momentOf(visitor, joining);
  if (scopes.has("contact")) {
    const from: Customer = { scope: "contact", id: visitor.id };
    await join({ from, into: { scope: "contact", id: contactId }, at }, joining, all);
  }
  if (scopes.has("account") && account !== null) {
    const into: Customer = { scope: "account", id: account };
    await join({ from: into, into, at }, joining, all);
  }
  return all;
}

type Join = { from: Customer; into: Customer; at: number };

async function join({ from, into, at }: Join, joining: Joining, all: Joined): Promise<void> {
  const { arrivals, who, now } = joining;
  const touches = await touchesOfCustomer(into, { from: at - horizonOf(joining.rules) }, joining);
  const history = touches.filter((touch) => touch.at < at);
  add(all, arrivals.merge({ from, into, at, history }));
  // What they did since is theirs under the new name.
  who.only = into;
  add(
    all,
    arrivals.take(
      touches.filter((touch) => touch.at >= at),
      now,
    ),
  );
  who.only = undefined;
  all.taken.push(...touches);
}

function add(all: Joined, { matches, withdrawn }: Arrived): void {
  all.matches.push(...matches);
  all.withdrawn.push(...withdrawn);
}

/** When the touch that named them happened; else when it was found out. */
async function momentOf({ id, reason, linkedAt }: Visitor, { events }: Joining): Promise<number> {
  const own = await events.ofVisitors([id], { latest: latestLookedAt });
  return own.find((touch) => touch.id === reason?.touchId)?.at ?? linkedAt ?? 0;
}

/** The touch that named somebody is among their latest, or they were found out later and otherwise. */
const latestLookedAt = 1_000;

/** Nothing older than this can be part of a set that is complete now. */
function horizonOf(rules: readonly Rule[]): number {
  return Math.max(0, ...rules.map(({ withinMs, absent }) => withinMs + (absent?.forMs ?? 0)));
}
