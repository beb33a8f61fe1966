// From what a source told to touches in the log: ids that a redelivery finds again, times that can be, one append.
import { isAutomated } from "../../core/journey/automated.ts";
import { settleTime } from "../../core/journey/settle-time.ts";
import type { Parsed, SourceTouch } from "../../core/journey/touch-source.ts";
import { strangerOf } from "../../core/journey/who.ts";
import type { Touch } from "../../core/model.ts";
import type { EventLog } from "../../core/ports.ts";
import { digestOf } from "../import/records/matching/digest.ts";

export type TouchResult = "stored" | "duplicate" | "ignored" | "refused" | "automated" | "future";

export type TakeInOptions = {
  events: Pick<EventLog, "append">;
  /** Counts touches by source and what became of them. */
  count(source: string, result: TouchResult, touches: number): void;
};

/** Stores what a delivery held; resolves when it is on disk. Throws RetryLater while the disk refuses. */
export type TakeIn = (
  source: string,
  parsed: Parsed,
  receivedAt: number,
) => Promise<{ stored: number; duplicates: number }>;

export function createTakeIn({ events, count }: TakeInOptions): TakeIn {
  const note = (source: string, result: TouchResult, touches: number) => {
    if (touches > 0) count(source, result, touches);
  };
  return async (source, { touches, ignored, refused }, receivedAt) => {
    // What names nobody can be nobody's touch.
    const about = touches.filter(({ who }) => strangerOf(who) !== null);
    const rows = about.map((touch) => toTouch(source, touch, receivedAt));
    const counts = await events.append(rows);
    note(source, "stored", counts.stored);
    note(source, "duplicate", counts.duplicates);
    note(source, "ignored", ignored + touches.length - about.length);
    note(source, "refused", refused.length);
    note(source, "automated", rows.filter(isAutomated).length);
    note(source, "future", rows.filter(({ props }) => props.claimedAt !== undefined).length);
    return counts;
  };
}

/** One touch as the log keeps it. */
function toTouch(source: string, told: SourceTouch, receivedAt: number): Touch {
  const { eventId, type, who } = told;
  const { at, claimedAt } = settleTime(told.at, receivedAt);
  return {
    id: `tch_${digestOf(`${source}\u001f${eventId}`)}`,
    contactId: null,
    anonymousId: strangerOf(who),
    accountId: null,
    type,
    at,
    receivedAt,
    props: { ...told.props, who, ...(claimedAt === undefined ? {} : { claimedAt }) },
    source,
  };
}
