// Half an hour before a review that stands in a calendar: its card, to whom the deal belongs and to managers invited.
import { awakeHours } from "../../attention/budget.ts";
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { Person } from "../../model.ts";
import { nextWorkingMoment } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { BriefServices } from "../brief/services.ts";
import type { CalendarReview } from "./calendar-review.ts";
import { openDealOf } from "./find-deals.ts";
import { gatherReview, type Review } from "./gather-review.ts";
import { type CalendarReviewPayload, calendarReviewJob } from "./keep-calendar-review.ts";
import { reviewCard } from "./review-card.ts";
import { reviewedDeals } from "./reviewed-deals.ts";

/** Minutes before a review nothing is worth more. */
const reviewValue = 1;

type Step = (unit: Unit) => Promise<void>;

/** The job: looks again at everything, for it may be off or moved, and the deal somebody else's by now. */
export async function sendCalendarReview(
  payload: CalendarReviewPayload,
  services: BriefServices,
): Promise<Step> {
  const now = services.clock();
  const review = await services.store.read.calendarReviews.get(payload.id);
  if (!review || isMoved(review, payload)) return async () => {};
  if (review.startsAt === null || now >= payload.startsAt) {
    return async (unit) => unit.calendarReviews.remove(review.id);
  }
  const { personId } = payload;
  const found = await findReaders(services, review);
  const readers = found.filter(({ person }) => !personId || person.id === personId);
  const steps: Step[] = [];
  for (const reader of readers) steps.push(await toStep(services, { ...reader, payload, now }));
  return async (unit) => {
    for (const step of steps) await step(unit);
  };
}

/** Another job has the new time, and forgets it then. */
function isMoved({ startsAt }: CalendarReview, payload: CalendarReviewPayload): boolean {
  return startsAt !== null && startsAt !== payload.startsAt;
}

type Reading = { person: Person; dealId: string };

/** Each deal's owner, and whoever else is invited and may see it; not who booked this very review in chat. */
async function findReaders(
  { store: { read }, reviewTitles }: BriefServices,
  review: CalendarReview,
): Promise<Reading[]> {
  const deals = await reviewedDeals(read, review, reviewTitles);
  const readers: Reading[] = [];
  for (const { id: dealId, ownerId } of deals) {
    const ids = [...new Set([ownerId, ...review.personIds])].filter((id) => id !== null);
    const people = await read.people.find({ id: ids, active: true });
    for (const person of people) {
      const booked = (await read.conversations.get(person.id))?.state.reviews ?? [];
      const isBooked = booked.some((one) => one.dealId === dealId && one.at === review.startsAt);
      if (!isBooked && (await openDealOf(read, person, dealId))) readers.push({ person, dealId });
    }
  }
  return readers;
}

type Sending = Reading & { payload: CalendarReviewPayload; now: number };

async function toStep(services: BriefServices, { person, dealId, payload, now }: Sending) {
  const { timeZone } = person;
  const worktime = { timeZone, workdays: services.workdays, hours: awakeHours };
  const awakeAt = nextWorkingMoment(now, worktime);
  // Quiet hours: when they end before the review its card waits; when not, it would come too late.
  if (awakeAt >= payload.startsAt) return async () => {};
  if (awakeAt > now) return waitFor(person, { ...payload, personId: person.id }, awakeAt);
  const found = await openDealOf(services.store.read, person, dealId);
  const review = found && (await gatherReview(services, { person, ...found }));
  return async (unit: Unit) => {
    if (review) await offerReview(unit, services, { person, review, payload });
  };
}

function waitFor(person: Person, payload: CalendarReviewPayload, runAt: number): Step {
  return async (unit) => {
    const key = `${calendarReviewJob}:${payload.id}:${payload.startsAt}:${person.id}`;
    unit.schedule({ kind: calendarReviewJob, key, runAt, payload });
  };
}

type Offering = { person: Person; review: Review; payload: CalendarReviewPayload };

async function offerReview(
  unit: Unit,
  { workdays }: BriefServices,
  { person, review, payload }: Offering,
): Promise<void> {
  const { format, texts } = readingOf(person);
  const words = { deal: review.label, time: format.time(payload.startsAt) };
  const key = `review:${payload.id}:${payload.startsAt}:${review.deal.id}`;
  const card = {
    ...reviewCard(unit, { person, review, key }),
    title: texts.briefing.reviewAt(words),
    summary: texts.briefing.reviewAt(words),
  };
  await offerNudge(unit, workdays, { person, kind: "deal_review", value: reviewValue, card });
}
