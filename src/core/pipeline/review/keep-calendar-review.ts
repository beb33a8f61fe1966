// What calendars tell of deal reviews is kept until they begin: booked, moved or called off, in any order of arrival.
import { dayMs } from "../../durations.ts";
import { whoOf } from "../../journey/who.ts";
import type { Person, Touch } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { beforeMs, startOf } from "../brief/meetings.ts";
import { type CalendarReview, isReviewTitle, titleOf } from "./calendar-review.ts";

export const calendarReviewJob = "review.calendar";
/** `personId`: for one who slept when it came to the others. */
export type CalendarReviewPayload = { id: string; startsAt: number; personId?: string };

/** Keeps what a touch says of a review, and has the card come before it; false where it is another meeting. */
export async function keepCalendarReview(
  unit: Unit,
  touch: Touch,
  words: readonly string[],
): Promise<boolean> {
  const known = await findKnown(unit, touch);
  const title = titleOf(touch) || (known?.title ?? "");
  const isReview = isReviewTitle(title, words);
  const isNew = isReview && (startOf(touch) ?? 0) > unit.now;
  const isOlder = known !== undefined && known.at > touch.at;
  if (isOlder || !(known || isNew)) return isReview;
  const row: CalendarReview = {
    ...whatTells(touch, known),
    ...{ id: known?.id ?? idOf(touch), title, at: touch.at },
    personIds: await invitedTo(unit, touch, known),
    startsAt: isReview ? beginOf(touch, known) : null,
  };
  await unit.calendarReviews.put(row);
  scheduleReview(unit, row, touch);
  return isReview;
}

/** A word that says no time, such as a new title, leaves the one there was. */
function beginOf(touch: Touch, known: CalendarReview | undefined): number | null {
  if (touch.type === "meeting.cancelled") return null;
  return startOf(touch) ?? known?.startsAt ?? null;
}

/** By the calendar's id; where it gives none, a cancellation by who it was with and when it was to begin. */
async function findKnown(unit: Unit, touch: Touch): Promise<CalendarReview | undefined> {
  const known = await unit.calendarReviews.get(idOf(touch));
  if (known || touch.type !== "meeting.cancelled" || meetingOf(touch)) return known;
  const { contactId, anonymousId } = touch;
  const startsAt = startOf(touch);
  if (startsAt === undefined) return undefined;
  const [same] = await unit.calendarReviews.find({ contactId, anonymousId, startsAt });
  return same;
}

const meetingOf = ({ props: { meeting } }: Touch) =>
  typeof meeting === "string" && meeting !== "" ? meeting : undefined;

function idOf(touch: Touch): string {
  const meeting = meetingOf(touch);
  return meeting ? `${touch.source}:${meeting}` : touch.id;
}

/** A word that moves it may say nothing else. */
function whatTells({ props, ...touch }: Touch, known: CalendarReview | undefined) {
  const told = typeof props.dealId === "string" ? props.dealId : undefined;
  return {
    dealId: told ?? known?.dealId ?? null,
    contactId: known?.contactId ?? touch.contactId,
    accountId: known?.accountId ?? touch.accountId,
    anonymousId: known?.anonymousId ?? touch.anonymousId,
  };
}

/** Those of ours among the attendees, who holds it (`rep`), and who booked it. */
async function invitedTo(
  unit: Unit,
  touch: Touch,
  known: CalendarReview | undefined,
): Promise<string[]> {
  const { rep, attendees } = touch.props;
  const named = [...(Array.isArray(attendees) ? attendees : []), rep, whoOf(touch).email]
    .filter((one) => typeof one === "string")
    .map((one) => one.trim().toLowerCase());
  const people = await unit.people.find({ active: true });
  const isNamed = ({ id, email }: Person) =>
    named.includes(id) || (email !== null && named.includes(email.toLowerCase()));
  const invited = people.filter(isNamed).map(({ id }) => id);
  return invited.length > 0 ? invited : (known?.personIds ?? []);
}

/** Comes before it, and forgets it once it has begun. */
function scheduleReview(unit: Unit, { id, startsAt }: CalendarReview, touch: Touch): void {
  const at = startsAt ?? startOf(touch) ?? unit.now + dayMs;
  const payload: CalendarReviewPayload = { id, startsAt: at };
  const job = { kind: calendarReviewJob, payload };
  const key = `${calendarReviewJob}:${id}:${touch.id}`;
  if (startsAt !== null) unit.schedule({ ...job, key, runAt: Math.max(unit.now, at - beforeMs) });
  unit.schedule({ ...job, key: `${key}:over`, runAt: Math.max(unit.now, at) });
}
