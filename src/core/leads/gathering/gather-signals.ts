// What the last half year says about customers beyond their latest touches. Reads only.
import { dayMs } from "../../durations.ts";
import { groupBy } from "../../group-by.ts";
import { isAutomated } from "../../journey/automated.ts";
import type { Lead, Touch } from "../../model.ts";
import type { EventLog, Reader } from "../../ports.ts";
import type { ClosedDeal, LeadFacts } from "./facts.ts";
import {
  asksForPrices,
  leadUpMs,
  serviceOf,
  sumTalks,
  type Talk,
  talksOf,
  usageOf,
} from "./signals.ts";

/** Usage, tickets, scores and conversations older than this say little about today. */
const signalMs = 180 * dayMs;

type Sources = { read: Pick<Reader, "contacts">; events: EventLog; now: number };
type Signals = Required<Pick<LeadFacts, "usage" | "service" | "talks">>;

/** The signals of each lead, by its id: of everybody at its account, or of its contact where the account is unknown. */
export async function gatherSignals(
  leads: readonly Lead[],
  { read, events, now }: Sources,
): Promise<Map<string, Signals>> {
  const accountIds = [...new Set(leads.flatMap(({ accountId }) => accountId ?? []))];
  const colleagues = await read.contacts.find({ accountId: accountIds });
  const contactsOf = groupBy(colleagues, ({ accountId }) => accountId);
  const idsOf = ({ contactId, accountId }: Lead) => [
    ...new Set([
      ...(contactId ? [contactId] : []),
      ...((accountId && contactsOf.get(accountId)) || []).map(({ id }) => id),
    ]),
  ];
  const ids = [...new Set(leads.flatMap(idsOf))];
  const touches = await events.ofContacts(ids, { from: now - signalMs, to: now });
  const touchesOf = groupBy(touches.filter(isByPeople), ({ contactId }) => contactId);
  return new Map(
    leads.map((lead) => [lead.id, signalsOf(idsOf(lead).map((id) => touchesOf.get(id) ?? []))]),
  );
}

/** Touches by contact, each oldest first. */
function signalsOf(byContact: Touch[][]): Signals {
  const all = byContact.flat().sort((a, b) => a.at - b.at);
  return { usage: usageOf(all), service: serviceOf(all), talks: joinTalks(byContact.map(talksOf)) };
}

function joinTalks(maps: Map<string, Talk>[]): Map<string, Talk> {
  const pairs = maps.flatMap((map) => [...map]);
  return new Map(
    [...groupBy(pairs, ([repId]) => repId)].map(([repId, parts]) => [
      repId,
      sumTalks(parts.map(([, talk]) => talk)),
    ]),
  );
}

/** The same signals around a closed deal, from its account's touches, oldest first. */
export function dealSignals(
  touches: readonly Touch[],
  { openedAt, closedAt }: { openedAt: number; closedAt: number },
): Pick<ClosedDeal, "usage" | "service" | "askedForPrices"> {
  const by = touches.filter((touch) => touch.at <= closedAt && isByPeople(touch));
  const lately = by.filter(({ at }) => at > openedAt - signalMs);
  const during = by.filter(({ at }) => at > openedAt - leadUpMs);
  return {
    usage: usageOf(lately),
    service: serviceOf(lately),
    askedForPrices: asksForPrices(during),
  };
}

/** All conversations of each rep in these touches, which are of many contacts. */
export function talkOfReps(touches: Iterable<Touch>): Map<string, Talk> {
  const byContact = groupBy([...touches].filter(isByPeople), ({ contactId }) => contactId);
  return joinTalks([...byContact.values()].map((some) => talksOf(some)));
}

function isByPeople(touch: Touch): boolean {
  return !isAutomated(touch);
}
