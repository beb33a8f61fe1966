// What came of a rule: how often it fired, what people thought of its actions, and its effect against the hold-out.
import { dayMs, weekMs } from "../../durations.ts";
import type { Deal } from "../../model.ts";
import type { EventLog, Reader } from "../../ports.ts";
import type { Interval } from "../../statistics/interval.ts";
import { differenceOf, shareOf } from "../../statistics/shares.ts";
import type { UselessReason } from "../actions/next-action.ts";
import { countOutcomes, dealsOfCustomers } from "../backtest/outcomes.ts";
import { type HoldOutLimit, mayHoldOut } from "../hold-out.ts";
import type { Rule } from "../rules/rule.ts";
import type { StoredMatch } from "../stored.ts";

/** How often a rule fires: matches a week over the last four, and when it last did. */
export type Firing = { lastAt: number | null; perWeek: number };

const weeksBack = 4;

/** How often a rule fired of late, held-out customers included. */
export async function firingOf(
  read: Pick<Reader, "matches">,
  { ruleId, now }: { ruleId: string; now: number },
): Promise<Firing> {
  const [last] = await read.matches.find(
    { ruleId },
    { order: { by: "at", descending: true }, limit: 1 },
  );
  const recent = await read.matches.count({ ruleId, at: { gt: now - weeksBack * weekMs } });
  return { lastAt: last?.at ?? null, perWeek: recent / weeksBack };
}

/** What became of the actions a rule started. */
export type Usefulness = { done: number; useless: number; open: number; reasons: UselessReason[] };

/** Matches looked back on; older ones say little about the rule as it is. */
const mostMatches = 1_000;

/** Counts what people did with a rule's latest actions; with `versionId`, of one version alone. */
export async function usefulnessOf(
  read: Pick<Reader, "matches" | "nextActions">,
  { ruleId, versionId }: { ruleId: string; versionId?: string | undefined },
): Promise<Usefulness> {
  const which = versionId === undefined ? { ruleId } : { ruleId, ruleVersionId: versionId };
  const matches = await read.matches.find(which, {
    order: { by: "at", descending: true },
    limit: mostMatches,
  });
  const actions = await read.nextActions.find({ matchId: matches.map(({ id }) => id) });
  const count = (...states: string[]) =>
    actions.filter(({ state }) => states.includes(state)).length;
  return {
    done: count("done"),
    useless: count("useless"),
    open: count("open", "snoozed"),
    reasons: actions.flatMap(({ reasons }) => reasons.useless?.reason ?? []),
  };
}

/** What a rule's actions brought, as customers that went on; `difference` once there are enough of both. */
export type Lift = { acted: number; held: number; difference: Interval | null };

/** Customers of each kind below which nothing is said: fewer leave an interval wider than half the scale. */
export const leastForLift = 30;
const followUpMs = 30 * dayMs;
const meetingTypes = new Set(["meeting.booked", "meeting.held"]);

/**
 * Customers that were told about against those held out, each from their first match; undefined without a hold-out. Only
 * those count whose deals let them be drawn: large ones never were, and fare differently.
 */
export async function liftOf(
  { read, events }: { read: Reader; events: Pick<EventLog, "ofContacts" | "ofAccounts"> },
  { rule, stored, now }: { rule: Rule; stored: HoldOutLimit | undefined; now: number },
): Promise<Lift | undefined> {
  const before = { ruleId: rule.id, at: { lte: now - followUpMs } };
  const [firstHeld] = await read.matches.find(
    { ...before, heldOut: true },
    { order: { by: "at" }, limit: 1 },
  );
  if (!firstHeld) return undefined;
  // Only since some were held out: who matched before was never drawn.
  const matches = await read.matches.find(
    { ruleId: rule.id, at: { gte: firstHeld.at, lte: now - followUpMs } },
    { order: { by: "at" }, limit: mostMatches },
  );
  const ids = [...new Set(matches.map(({ customer }) => customer))];
  const deals = await dealsOfCustomers(read, { scope: rule.scope, ids });
  const drawn = matches.filter(({ customer, at }) => {
    const open = (deals.get(customer) ?? []).filter((deal) => isOpenAt(deal, at));
    return stored && mayHoldOut(stored, open);
  });
  const held = firstOf(drawn.filter(({ heldOut }) => heldOut));
  const acted = firstOf(drawn.filter(({ heldOut, customer }) => !heldOut && !held.has(customer)));
  const sizes = { acted: acted.size, held: held.size };
  if (Math.min(acted.size, held.size) < leastForLift) return { ...sizes, difference: null };
  const meetings = await meetingsOf(events, { scope: rule.scope, ids });
  const watch = async (first: Map<string, number>) => {
    const watched = [...first].map(([customer, at]) => ({ customer, at }));
    const { any, customers } = await countOutcomes(watched, {
      ...{ read, scope: rule.scope, followUpMs, meetings },
    });
    return shareOf(any, customers);
  };
  return { ...sizes, difference: differenceOf(await watch(acted), await watch(held)) };
}

function isOpenAt({ createdAt, openedAt, closedAt }: Deal, at: number): boolean {
  return (openedAt ?? createdAt) <= at && (closedAt === null || closedAt > at);
}

function firstOf(matches: readonly StoredMatch[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { customer, at } of matches) if (!first.has(customer)) first.set(customer, at);
  return first;
}

async function meetingsOf(
  events: Pick<EventLog, "ofContacts" | "ofAccounts">,
  { scope, ids }: { scope: Rule["scope"]; ids: string[] },
): Promise<Map<string, number[]>> {
  const isAccount = scope === "account";
  const touches = await (isAccount ? events.ofAccounts(ids) : events.ofContacts(ids));
  const meetings = new Map<string, number[]>();
  for (const { type, accountId, contactId, at } of touches) {
    const customer = (isAccount ? accountId : contactId) ?? "";
    if (meetingTypes.has(type)) meetings.set(customer, [...(meetings.get(customer) ?? []), at]);
  }
  return meetings;
}
