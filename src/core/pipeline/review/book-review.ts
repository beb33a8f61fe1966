// A review booked for a time: its card comes half an hour before, unless it was called off. No calendar tells of reviews
// among ourselves, so whoever holds one says when it is.
import { sentence } from "../../blocks.ts";
import type { Block, Card } from "../../card.ts";
import type { Deal, Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { beforeMs } from "../brief/meetings.ts";
import type { BriefServices } from "../brief/services.ts";
import { openDealOf } from "./find-deals.ts";
import { prepareReview } from "./prepare-review.ts";

export const reviewJob = "review.booked";
export type ReviewPayload = { personId: string; dealId: string; at: number };

type Booking = { person: Person; deal: Deal; label: string; at: number };

/** A deal has one booked review per person: another time takes the place of the first. */
export function bookReview({ person, deal, label, at }: Booking): Effect {
  return async (unit) => {
    const others = (await bookedBy(unit, person.id)).filter(
      (one) => one.dealId !== deal.id && one.at > unit.now,
    );
    await keep(unit, person.id, [...others, { dealId: deal.id, at }]);
    const payload: ReviewPayload = { personId: person.id, dealId: deal.id, at };
    const runAt = Math.max(unit.now, at - beforeMs);
    const key = `${reviewJob}:${person.id}:${deal.id}:${at}:${unit.now}`;
    unit.schedule({ kind: reviewJob, key, runAt, payload });
    unit.post({ to: person.id, card: bookedCard(unit, { person, deal, label, at }, runAt) });
    return {};
  };
}

function bookedCard(unit: Unit, { person, deal, label, at }: Booking, runAt: number): Card {
  const { texts, format } = readingOf(person);
  const { briefing } = texts;
  const key = `review_booked:${unit.newId("message")}`;
  const words = briefing.booked({
    ...{ deal: label, day: format.day(at), time: format.time(at), comes: format.time(runAt) },
  });
  const ref = unit.arm({
    ...{ action: "review.call_off", params: { dealId: deal.id, at } },
    ...{ personId: person.id, cardKey: key },
  });
  const blocks: Block[] = [
    sentence(words),
    { t: "actions", actions: [{ id: "review.call_off", label: briefing.callOff, ref }] },
  ];
  const title = briefing.bookedTitle({ deal: label });
  return { key, title, tone: "good", summary: title, blocks };
}

/** The button of the booking. */
export function callOffReview({ person, params }: Ask): Effect {
  return async (unit) => {
    const { briefing } = readingOf(person).texts;
    const booked = await bookedBy(unit, person.id);
    const others = booked.filter((one) => !isSame(one, { ...params, at: Number(params.at) }));
    if (others.length === booked.length) return { toast: briefing.calledOffAlready };
    await keep(unit, person.id, others);
    return { toast: briefing.calledOff };
  };
}

type Booked = { dealId: string; at: number; isShown?: true };

/** One whose card is still to come. */
const isSame = (one: Booked, other: { dealId?: string; at: number }) =>
  one.dealId === other.dealId && one.at === other.at && !one.isShown;

async function bookedBy(unit: Unit, personId: string): Promise<Booked[]> {
  return (await unit.conversations.get(personId))?.state.reviews ?? [];
}

async function keep(unit: Unit, personId: string, reviews: Booked[]): Promise<void> {
  const known = await unit.conversations.get(personId);
  const state = { ...known?.state, reviews };
  await unit.conversations.put({ id: personId, state, updatedAt: unit.now });
}

/** The job. Asked for by its person, so it takes nothing of their budget; run twice it comes once. */
export async function runBookedReview(
  payload: ReviewPayload,
  services: BriefServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = services.store;
  const person = await read.people.get(payload.personId);
  const found = person?.active ? await openDealOf(read, person, payload.dealId) : undefined;
  const post = person && found && (await prepareReview(services, { person, ...found }));
  return async (unit) => {
    const booked = await bookedBy(unit, payload.personId);
    const others = booked.filter((one) => !isSame(one, payload));
    if (others.length === booked.length) return;
    // Kept until it begins, so that a calendar that tells of the same review brings no second card.
    const isAhead = payload.at > unit.now && post;
    const shown = isAhead
      ? [{ dealId: payload.dealId, at: payload.at, isShown: true as const }]
      : [];
    await keep(unit, payload.personId, [...others, ...shown]);
    await post?.(unit);
  };
}
