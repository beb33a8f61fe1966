// Which meetings with somebody stand, out of what calendars tell: booked, moved, called off, in any order of arrival.
import type { Touch } from "../../model.ts";

/** A meeting agreed with a customer. `id`: the calendar's, else that of the touch that booked it. */
export type Meeting = { id: string; touchId: string; startsAt: number };

/** What is asked for a meeting comes so long before it. */
export const beforeMs = 30 * 60_000;

/** What calendars tell of meetings. */
export const meetingTypes = ["meeting.booked", "meeting.moved", "meeting.cancelled"] as const;

/** When a touch says the meeting begins; undefined where it does not. */
export function startOf({ props }: Pick<Touch, "props">): number | undefined {
  const { startsAt } = props;
  const at = typeof startsAt === "number" ? startsAt : Date.parse(String(startsAt ?? ""));
  return Number.isFinite(at) ? at : undefined;
}

/**
 * The meetings that stand, of one contact's touches. A later word about a meeting replaces an earlier one; one called off
 * falls, known by the calendar's id or, where it gives none, by the time it was to begin.
 */
export function standingMeetings(touches: readonly Touch[]): Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const touch of touches.toSorted(byTime)) {
    const startsAt = startOf(touch);
    const id = idOf(touch);
    if (touch.type === "meeting.cancelled") callOff(meetings, id, startsAt);
    else if (startsAt !== undefined) {
      const key = id ?? touch.id;
      meetings.set(key, { id: key, touchId: touch.id, startsAt });
    }
  }
  return [...meetings.values()];
}

const byTime = (one: Touch, other: Touch) => one.at - other.at || (one.id < other.id ? -1 : 1);

function idOf({ props }: Touch): string | undefined {
  const { meeting } = props;
  return typeof meeting === "string" && meeting !== "" ? meeting : undefined;
}

function callOff(
  meetings: Map<string, Meeting>,
  id: string | undefined,
  startsAt: number | undefined,
): void {
  if (id !== undefined) {
    meetings.delete(id);
    return;
  }
  const [same] = [...meetings.values()].filter((meeting) => meeting.startsAt === startsAt);
  if (same) meetings.delete(same.id);
}
