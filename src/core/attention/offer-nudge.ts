// The only door for unsolicited messages: sent, held, put into the digest or dropped, as the person's attention allows.
import type { Card } from "../card.ts";
import type { Person } from "../model.ts";
import {
  fromLocalTime,
  isWorking,
  localTime,
  nextDay,
  nextWorkingMoment,
  type Workdays,
} from "../people/working-time.ts";
import type { Unit } from "../ports.ts";
import {
  awakeHours,
  dailyBudget,
  decideDelivery,
  digestAt,
  fairChanceMs,
  isIgnored,
  trialMs,
} from "./budget.ts";
import { waitsForBrief } from "./morning/covered.ts";
import { type Delivery, deliveriesOf, type Nudge, type NudgeKind, usualDelivery } from "./nudge.ts";

/** Tries held nudges again when their person is at work. */
export const releaseJob = "nudge.release";
/** Sends somebody's digest. */
export const digestJob = "nudge.digest";

export type NudgeOffer = { person: Person; kind: NudgeKind; value: number; card: Card };

/**
 * Offers a nudge, in the transaction that decided it. A card the person already has is an edit, which disturbs nobody
 * and passes; one that waits is replaced where it waits.
 */
export async function offerNudge(
  unit: Unit,
  workdays: Workdays,
  offer: NudgeOffer,
): Promise<Nudge> {
  const { person, kind, card } = offer;
  const value = Math.min(Math.max(offer.value, 0), 1);
  const [earlier] = await unit.nudges.find(
    { personId: person.id, cardKey: card.key },
    { order: { by: "createdAt", descending: true }, limit: 1 },
  );
  if (earlier?.state === "sent") {
    unit.post({ to: person.id, card });
    return keep(unit, { ...earlier, card, value });
  }
  const isWaiting = earlier?.state === "held" || earlier?.state === "digest";
  const fresh: Nudge = {
    ...{ id: unit.newId("nudge"), personId: person.id, kind, cardKey: card.key },
    ...{ state: "held", createdAt: unit.now, sentAt: null, actedAt: null },
    ...(isWaiting ? earlier : {}),
    ...{ card, value },
  };
  return settleNudge(unit, workdays, { person, nudge: fresh });
}

/** Decides where a new or held nudge goes now, and does it. */
export async function settleNudge(
  unit: Unit,
  workdays: Workdays,
  { person, nudge }: { person: Person; nudge: Nudge },
): Promise<Nudge> {
  // Until a practice ends (end-practice.ts), which lets go what is held.
  if (await isPractising(unit, person)) return keep(unit, { ...nudge, state: "held" });
  const worktime = { timeZone: person.timeZone, workdays, hours: awakeHours };
  const delivery = await deliveryOf(unit, person, nudge.kind);
  const waits = delivery === "push" && (await waitsForBrief(unit, person, nudge));
  const decision = decideDelivery({
    value: nudge.value,
    delivery: waits ? "digest" : delivery,
    used: await countToday(unit, person),
    budget: dailyBudget[person.role],
    isAwake: isWorking(unit.now, worktime),
  });
  if (decision === "send") {
    unit.post({ to: person.id, card: nudge.card });
    return keep(unit, { ...nudge, state: "sent", sentAt: unit.now });
  }
  if (decision === "mute") return keep(unit, { ...nudge, state: "muted" });
  if (decision === "digest") {
    scheduleDigest(unit, person, workdays);
    return keep(unit, { ...nudge, state: "digest" });
  }
  const runAt = nextWorkingMoment(unit.now, worktime);
  const key = `${releaseJob}:${person.id}:${runAt}`;
  unit.schedule({ kind: releaseJob, key, runAt, payload: { personId: person.id } });
  return keep(unit, { ...nudge, state: "held" });
}

/** Until it ends nothing disturbs them. */
export async function isPractising(unit: Unit, { id: personId }: Person): Promise<boolean> {
  return (await unit.practiceSessions.count({ personId, state: "playing" })) > 0;
}

async function keep(unit: Unit, nudge: Nudge): Promise<Nudge> {
  await unit.nudges.put(nudge);
  return nudge;
}

/** What the person chose; a kind they leave lying moves to the digest by itself, and stays until they bring it back. */
async function deliveryOf(unit: Unit, { id }: Person, kind: NudgeKind): Promise<Delivery> {
  const [preference] = await unit.preferences.find({ personId: id, kind });
  if (preference?.decidedBy === "person") {
    const since = preference.updatedAt + trialMs;
    // Their word holds for two weeks before it is put to the test again; muting, digests and what they asked for hold for good.
    const isAsked = usualDelivery(kind) === "mute";
    if (isAsked || preference.delivery !== "push" || unit.now < since) return preference.delivery;
  } else if (preference) return preference.delivery;
  const usual = preference?.delivery ?? usualDelivery(kind);
  // What no digest takes is not put there for being read and not pressed.
  if (usual !== "push" || !deliveriesOf(kind).includes("digest")) return usual;
  if (!(await isLeftLying(unit, id, kind))) return usual;
  await unit.preferences.put({
    ...{ id: preference?.id ?? unit.newId("preference"), personId: id, kind },
    ...{ delivery: "digest", decidedBy: "ringside", updatedAt: unit.now },
  });
  return "digest";
}

/** Judged over two whole weeks, by messages that were there for a day: one sent just now says nothing yet. */
async function isLeftLying(unit: Unit, personId: string, kind: NudgeKind): Promise<boolean> {
  const sent = { personId, kind, state: "sent" as const };
  const [first] = await unit.nudges.find(sent, { order: { by: "sentAt" }, limit: 1 });
  if (!first?.sentAt || first.sentAt > unit.now - trialMs) return false;
  const sentAt = { gte: unit.now - trialMs, lte: unit.now - fairChanceMs };
  const nudges = await unit.nudges.find({ ...sent, sentAt });
  const acted = nudges.filter(({ actedAt }) => actedAt !== null).length;
  return isIgnored({ sent: nudges.length, acted });
}

/** Messages of the person's own today. */
async function countToday(unit: Unit, { id, timeZone }: Person): Promise<number> {
  const { day } = localTime(unit.now, timeZone);
  const midnight = fromLocalTime({ day, minutes: 0 }, timeZone);
  return unit.nudges.count({ personId: id, state: "sent", sentAt: { gte: midnight } });
}

/** One digest a day, on working mornings. */
function scheduleDigest(unit: Unit, { id, timeZone }: Person, workdays: Workdays): void {
  const now = localTime(unit.now, timeZone);
  let day = now.minutes < digestAt ? now.day : nextDay(now.day);
  for (let tries = 0; tries < 60 && !workdays.isWorkday(day, timeZone); tries += 1)
    day = nextDay(day);
  const runAt = fromLocalTime({ day, minutes: digestAt }, timeZone);
  unit.schedule({
    ...{ kind: digestJob, key: `${digestJob}:${id}:${day}`, runAt },
    payload: { personId: id, day },
  });
}
