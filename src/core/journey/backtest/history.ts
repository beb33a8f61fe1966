// The part of the log that a rule could concern, and for everybody in it one moment drawn by lot: those in whom the rule
// sees nothing are watched from there on. Read in parts, so that the bot goes on answering.
import type { Touch } from "../../model.ts";
import type { EventLog } from "../../ports.ts";
import { lotOf } from "../../statistics/hash.ts";
import { isAutomated } from "../automated.ts";
import { customersBy, lookUp, nobodyKnown } from "../live/who-is-who.ts";
import type { Rule } from "../rules/rule.ts";

/** What was found in the log. */
export type History = {
  /** Touches the rule asks for, or that say who a visitor is. */
  touches: Touch[];
  /** How many touches there were in the window, of all kinds. */
  seen: number;
  /** When the first of them happened. */
  firstAt: number;
  /** A moment per customer, drawn by lot among the touches they made before `drawBefore`. */
  moments: Map<string, number>;
  /** When meetings were agreed or held, by customer. */
  meetings: Map<string, number[]>;
};

export type HistoryOptions = {
  rule: Rule;
  from: number;
  to: number;
  /** Moments are drawn before this, so that what followed can be looked at. */
  drawBefore: number;
  onRead?: (touches: number) => void;
};

export type HistorySources = {
  read: Parameters<typeof lookUp>[2];
  events: Pick<EventLog, "after">;
};

/** Touches read at once: some ten milliseconds. */
const partSize = 2_000;
const meetings = new Set(["meeting.booked", "meeting.held"]);

/** Reads the whole log once, in order of arrival. */
export async function readHistory(
  { read: records, events }: HistorySources,
  options: HistoryOptions,
): Promise<History> {
  const wanted = typesOf(options.rule);
  const history: Drawing = {
    ...{ touches: [], seen: 0, firstAt: options.to },
    ...{ moments: new Map(), meetings: new Map(), lots: new Map() },
  };
  let position = 0;
  for (let read = 0; ; ) {
    const part = await events.after(position, partSize);
    const inside = part
      .map(({ touch }) => touch)
      .filter((touch) => isInside(touch, options) && !isAutomated(touch));
    for (const touch of await name(inside, records)) take(history, touch, { ...options, wanted });
    read += part.length;
    options.onRead?.(read);
    const last = part.at(-1);
    if (!last || part.length < partSize) return history;
    position = last.position;
  }
}

type Drawing = History & { lots: Map<string, number> };
type Taking = HistoryOptions & { wanted: ReadonlySet<string> };

const isInside = ({ at }: Touch, { from, to }: HistoryOptions) => at >= from && at <= to;

/** Touches with whoever they are known to be of today: a visitor's past is the contact's they became. */
async function name(touches: readonly Touch[], read: HistorySources["read"]): Promise<Touch[]> {
  const who = nobodyKnown();
  await lookUp(who, touches, read);
  const customerOf = customersBy(who);
  return touches.map((touch) => {
    const contact = customerOf(touch, "contact");
    const contactId = contact === touch.anonymousId ? touch.contactId : contact;
    return { ...touch, contactId, accountId: customerOf(touch, "account") };
  });
}

function take(history: Drawing, touch: Touch, options: Taking): void {
  const { rule, wanted, drawBefore } = options;
  history.seen += 1;
  history.firstAt = Math.min(history.firstAt, touch.at);
  const says = touch.anonymousId !== null && touch.contactId !== null;
  if (wanted.has(touch.type) || says) history.touches.push(touch);
  const customer = rule.scope === "account" ? touch.accountId : touch.contactId;
  if (customer === null) return;
  if (meetings.has(touch.type)) {
    history.meetings.set(customer, [...(history.meetings.get(customer) ?? []), touch.at]);
  }
  if (touch.at >= drawBefore) return;
  // The lowest of numbers drawn for each touch: every touch is as likely, and always the same one wins.
  const lot = lotOf(touch.id);
  if (lot >= (history.lots.get(customer) ?? Number.POSITIVE_INFINITY)) return;
  history.lots.set(customer, lot);
  history.moments.set(customer, touch.at);
}

/** Every type of touch a rule speaks of. */
function typesOf({ steps, absent, unless }: Rule): ReadonlySet<string> {
  return new Set([...steps, ...(absent?.anyOf ?? []), ...unless].map(({ touch }) => touch));
}
