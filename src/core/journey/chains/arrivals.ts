// Touches as they arrive, while the bot runs: each is matched at once. One that happened before others that are already
// in (within the lateness allowed) puts its customer back to where they stood an hour ago and takes their last hour
// again, in order. So what has been said minus what is withdrawn is always what a replay of the file would say.
import type { Touch } from "../../model.ts";
import type { Rule } from "../rules/rule.ts";
import { never } from "./blocks.ts";
import type { Customer } from "./customers.ts";
import type { ChainMatch, CustomerOf } from "./engine.ts";
import { defaultLatenessMs, inOrder, isLate } from "./lateness.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
import type { Merge } from "./merge.ts";
import type { SavedBlock } from "./snapshot.ts";

/** What came of some arrivals. Withdrawn: an earlier match that a touch arriving out of order undid. */
export type Arrived = { matches: ChainMatch[]; withdrawn: ChainMatch[]; late: Touch[] };

/** Everything a restart needs; `recent` are the touches that may still be put in another order. */
export type ArrivalsState = {
  clock: number;
  blocks: Uint8Array<ArrayBuffer>;
  recent: { customer: Customer; touches: Touch[]; since: number }[];
};

export type Arrivals = {
  /** Takes touches that just came in; `clock` is now. A touch taken before must not come again. */
  take(touches: readonly Touch[], clock: number): Arrived;
  /** Nothing came in, but time passed. */
  passTo(clock: number): Arrived;
  /** A visitor becomes a contact. What happened before and arrives after this is late. */
  merge(merge: Merge): Arrived;
  save(): ArrivalsState;
};

type ArrivalsOptions = {
  customerOf: CustomerOf;
  latenessMs?: number;
  /** What another one saved, perhaps with other rules: unchanged ones go on, others begin with what arrives next. */
  from?: ArrivalsState | undefined;
};

/** The last hour of one customer, and how they stood before it. */
type Recent = {
  customer: Customer;
  before: SavedBlock[];
  touches: Touch[];
  matches: ChainMatch[];
  /** What happened earlier can no longer be put in its place. */
  since: number;
  settleAt: number;
};

type Desk = {
  matcher: Matcher;
  customerOf: CustomerOf;
  latenessMs: number;
  /** By customer, in the order in which they are settled. */
  recents: Map<string, Recent>;
  clock: number;
};

export function createArrivals(
  rules: readonly Rule[],
  { customerOf, latenessMs = defaultLatenessMs, from }: ArrivalsOptions,
): Arrivals {
  const matcher = createMatcher(rules, { customerOf, ...(from ? { from: from.blocks } : {}) });
  const clock = from?.clock ?? never;
  const desk: Desk = { matcher, customerOf, latenessMs, recents: new Map(), clock };
  for (const { customer, touches, since } of from?.recent ?? []) {
    const recent = recentOf(desk, customer);
    Object.assign(recent, { touches, since });
    recent.matches = matcher.takeFor(customer, { touches, clock });
  }
  return {
    take: (touches, now) => take(desk, touches, now),
    passTo: (now) => take(desk, [], now),
    merge: (parts) => merge(desk, parts),
    save: () => save(desk),
  };
}

function take(desk: Desk, touches: readonly Touch[], clock: number): Arrived {
  desk.clock = Math.max(desk.clock, clock);
  const arrived: Arrived = { matches: [], withdrawn: [], late: [] };
  for (const { recent, fresh } of group(desk, touches, arrived)) {
    const before = recent.matches;
    takeFresh(desk, recent, fresh);
    arrived.matches.push(...without(recent.matches, before));
    arrived.withdrawn.push(...without(before, recent.matches));
  }
  for (const customer of desk.matcher.dueBy(desk.clock)) {
    const recent = recentOf(desk, customer);
    const found = desk.matcher.takeFor(customer, { touches: [], clock: desk.clock });
    recent.matches = [...recent.matches, ...found];
    arrived.matches.push(...found);
  }
  // Last: by now everything up to this moment has been said.
  settleOld(desk);
  return arrived;
}

type Fresh = { recent: Recent; fresh: Touch[] };

/** Touches by the customers they concern; a late one counts for nobody. */
function group(desk: Desk, touches: readonly Touch[], arrived: Arrived): Iterable<Fresh> {
  const groups = new Map<Recent, Touch[]>();
  for (const touch of touches) {
    const own = recentsOf(desk, touch);
    const open = isLate(touch, desk.latenessMs) ? [] : own.filter(({ since }) => touch.at >= since);
    if (open.length < own.length) arrived.late.push(touch);
    for (const recent of open) groups.set(recent, [...(groups.get(recent) ?? []), touch]);
  }
  return [...groups].map(([recent, fresh]) => ({ recent, fresh: fresh.sort(inOrder) }));
}

function recentsOf(desk: Desk, touch: Touch): Recent[] {
  return desk.matcher.scopesOf(touch).flatMap((scope) => {
    const id = desk.customerOf(touch, scope);
    return id === null ? [] : [recentOf(desk, { scope, id })];
  });
}

function recentOf({ recents, matcher, clock, latenessMs }: Desk, customer: Customer): Recent {
  const key = keyOf(customer);
  const known = recents.get(key);
  if (known) return known;
  const recent: Recent = {
    customer,
    before: matcher.save(customer),
    touches: [],
    matches: [],
    since: never,
    settleAt: clock + 2 * latenessMs,
  };
  recents.set(key, recent);
  return recent;
}

const keyOf = ({ scope, id }: Customer) => `${scope} ${id}`;

function takeFresh({ matcher, clock }: Desk, recent: Recent, fresh: Touch[]): void {
  const { customer, before, touches, matches } = recent;
  const last = Math.max(touches.at(-1)?.at ?? never, ...matches.map(({ at }) => at));
  if ((fresh[0]?.at ?? 0) > last) {
    recent.touches = [...touches, ...fresh];
    recent.matches = [...matches, ...matcher.takeFor(customer, { touches: fresh, clock })];
    return;
  }
  recent.touches = [...touches, ...fresh].sort(inOrder);
  matcher.load(customer, before);
  recent.matches = matcher.takeFor(customer, { touches: recent.touches, clock });
}

/** Matches by rule and moment: the touches behind one may change and it stays the same match. */
function without(matches: readonly ChainMatch[], known: readonly ChainMatch[]): ChainMatch[] {
  const keys = new Set(known.map(({ rule, at }) => `${at} ${rule.id}`));
  return matches.filter(({ rule, at }) => !keys.has(`${at} ${rule.id}`));
}

/** What is older than the lateness allowed stays as it is. */
function settleOld(desk: Desk): void {
  const { matcher, recents, clock, latenessMs } = desk;
  const limit = clock - latenessMs;
  for (const [key, recent] of recents) {
    if (recent.settleAt > clock) return;
    recents.delete(key);
    const { customer, before, touches } = recent;
    const rest = touches.filter(({ at }) => at >= limit);
    matcher.load(customer, before);
    matcher.takeFor(customer, {
      touches: touches.filter(({ at }) => at < limit),
      clock: limit - 1,
    });
    const next = recentOf(desk, customer);
    next.touches = rest;
    next.matches = matcher.takeFor(customer, { touches: rest, clock });
    if (rest.length === 0 && next.matches.length === 0) recents.delete(key);
  }
}

function merge({ matcher, recents, clock, latenessMs }: Desk, parts: Merge): Arrived {
  const matches = matcher.merge(parts);
  recents.delete(keyOf(parts.from));
  recents.delete(keyOf(parts.into));
  const before = matcher.save(parts.into);
  const settleAt = clock + 2 * latenessMs;
  const since = parts.at;
  recents.set(keyOf(parts.into), {
    ...{ customer: parts.into, before, touches: [], matches: [], since, settleAt },
  });
  return { matches, withdrawn: [], late: [] };
}

/** Customers with a last hour are saved as they stood before it. */
function save({ matcher, recents, clock }: Desk): ArrivalsState {
  const now = [...recents.values()].map(({ customer }) => matcher.save(customer));
  for (const { customer, before } of recents.values()) matcher.load(customer, before);
  const blocks = matcher.snapshot();
  for (const [index, { customer }] of [...recents.values()].entries()) {
    matcher.load(customer, now[index] ?? []);
  }
  const recent = [...recents.values()].map(({ customer, touches, since }) => ({
    ...{ customer, touches, since },
  }));
  return { clock, blocks, recent };
}
