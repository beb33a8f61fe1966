// Half an hour before a booked meeting: a brief for whoever the customer belongs to, if they want one; once per meeting.
// A meeting whose title says deal review brings that instead (../review/keep-calendar-review.ts).
import { awakeHours } from "../../attention/budget.ts";
import { offerNudge } from "../../attention/offer-nudge.ts";
import { type Customer, visibleCustomers } from "../../customers/find-customers.ts";
import { touchesOf } from "../../identity/touches-of.ts";
import { readCase } from "../../journey/actions/starting/customer-case.ts";
import type { Person, Touch } from "../../model.ts";
import { nextWorkingMoment } from "../../people/working-time.ts";
import type { EventLog, Unit } from "../../ports.ts";
import { keepCalendarReview } from "../review/keep-calendar-review.ts";
import { customerOf, isInternal } from "../updates/talks/talks.ts";
import { briefCard } from "./brief-card.ts";
import { wantsBriefs } from "./meeting-choice.ts";
import { beforeMs, type Meeting, meetingTypes, standingMeetings, startOf } from "./meetings.ts";
import { dealOf, prepareBrief } from "./prepare-brief.ts";
import type { BriefServices } from "./services.ts";

export const meetingJob = "brief.meeting";

/** `touch`: the one that told of the meeting, without what else it said. */
export type MeetingPayload = {
  touch: Pick<Touch, "id" | "contactId" | "accountId" | "anonymousId">;
  startsAt: number;
};

/** Minutes before a meeting nothing is worth more. */
const briefValue = 1;

type Entry = { position: number; touch: Touch };

/** Follows the log for meetings to come (as src/store/log-consumer.ts runs it); each asks for a job of its own. */
export function meetingConsumer({
  events,
  clock,
  reviewTitles,
}: {
  events: Pick<EventLog, "after">;
  clock: () => number;
  reviewTitles: readonly string[];
}) {
  return {
    name: "meetings",
    read: (position: number, limit: number): Promise<Entry[]> => events.after(position, limit),
    async handle(entries: Entry[]): Promise<((unit: Unit) => Promise<void>) | undefined> {
      const now = clock();
      const told = entries.filter(({ touch }) => isOfMeetings(touch));
      if (told.length === 0) return undefined;
      return async (unit) => {
        for (const { touch } of told) await takeIn(unit, touch, { reviewTitles, now });
      };
    },
  };
}

async function takeIn(
  unit: Unit,
  touch: Touch,
  { reviewTitles, now }: { reviewTitles: readonly string[]; now: number },
): Promise<void> {
  const isReview = await keepCalendarReview(unit, touch, reviewTitles);
  if (!isReview && isAhead(touch, now)) scheduleBrief(unit, touch);
}

const isOfMeetings = ({ type }: Touch) => meetingTypes.some((one) => one === type);

function isAhead(touch: Touch, now: number): boolean {
  const tells = touch.type === "meeting.booked" || touch.type === "meeting.moved";
  return tells && (startOf(touch) ?? 0) > now;
}

function scheduleBrief(unit: Unit, touch: Touch): void {
  const startsAt = startOf(touch) ?? 0;
  const { id, contactId, accountId, anonymousId } = touch;
  const payload: MeetingPayload = { touch: { id, contactId, accountId, anonymousId }, startsAt };
  const runAt = Math.max(unit.now, startsAt - beforeMs);
  unit.schedule({ kind: meetingJob, key: `${meetingJob}:${id}`, runAt, payload });
}

type Job = (unit: Unit) => Promise<void>;
const nothing: Job = async () => {};

/** The job: looks again at everything, for a meeting may be off, moved, or somebody else's by now. */
export async function briefBeforeMeeting(
  payload: MeetingPayload,
  services: BriefServices,
): Promise<Job> {
  const now = services.clock();
  const found = now < payload.startsAt ? await findMeeting(payload, services) : undefined;
  if (!found) return nothing;
  const { person, customer, meeting } = found;
  const { timeZone } = person;
  const worktime = { timeZone, workdays: services.workdays, hours: awakeHours };
  const awakeAt = nextWorkingMoment(now, worktime);
  // Quiet hours: when they end before the meeting the brief waits; when not, it would come too late.
  if (awakeAt >= meeting.startsAt) return nothing;
  if (awakeAt > now) return waitUntil(payload, awakeAt);
  const deal = await dealOf(services.store.read, customer, "");
  const brief = await prepareBrief(services, { person, customer, deal });
  return async (unit) => {
    const { startsAt } = meeting;
    const key = `brief:${meeting.id}:${startsAt}`;
    const card = briefCard(unit, { person, brief, key, startsAt, isOptedIn: true });
    await offerNudge(unit, services.workdays, {
      ...{ person, kind: "meeting_brief", value: briefValue, card },
    });
  };
}

function waitUntil(payload: MeetingPayload, runAt: number): Job {
  return async (unit) => {
    const key = `${meetingJob}:${payload.touch.id}:${runAt}`;
    unit.schedule({ kind: meetingJob, key, runAt, payload });
  };
}

type Found = { person: Person; customer: Customer; meeting: Meeting };

/** The meeting as it stands, with whoever the customer belongs to; undefined where nobody is to be briefed. */
async function findMeeting(
  { touch, startsAt }: MeetingPayload,
  { store: { read }, events }: BriefServices,
): Promise<Found | undefined> {
  const who = await customerOf(read, { ...touch, props: {} });
  const contact = who.contactId ? await read.contacts.get(who.contactId) : undefined;
  if (!contact) return undefined;
  const touches = await touchesOf({ read, events }, [contact.id], { types: meetingTypes });
  const meeting = standingMeetings(touches).find((one) => one.touchId === touch.id);
  const told = touches.find(({ id }) => id === touch.id);
  if (!meeting || !told || meeting.startsAt !== startsAt) return undefined;
  const people = await read.people.find({ active: true });
  if (isInternal(told, contact, people)) return undefined;
  const about = await readCase(read, { contactId: contact.id, accountId: contact.accountId });
  const person = people.find(({ id }) => id === about?.ownerId);
  if (!person || !(await wantsBriefs(read, person))) return undefined;
  const own = await visibleCustomers(read, person);
  const customer = own.find(
    (one) =>
      one.contactIds.includes(contact.id) ||
      (one.accountId !== null && one.accountId === contact.accountId),
  );
  return customer && { person, customer, meeting };
}
