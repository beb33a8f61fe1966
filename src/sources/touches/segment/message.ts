// One message of the Segment tracking API: its shape, and the touch it is.
import { z } from "zod";
import type { SourceTouch } from "../../../core/journey/touch-source.ts";
import type { Who } from "../../../core/journey/who.ts";
import { digestOf } from "../../import/records/matching/digest.ts";
import { compact, emailOf, isObject, malformed, readAs, textOf, timeOf } from "../read.ts";
import { robotMark } from "../web-events.ts";
import { toBehaviour } from "./behaviour.ts";

const id = z.union([z.string().max(1_000), z.number()]).nullish();
// Not z.record, which looks at every property: that took a third of the time to read a message.
const bag = z.custom<Record<string, unknown>>(isObject, "is no object").nullish();

// https://segment.com/docs/connections/spec/common/
const messageSchema = z.looseObject({
  type: z.enum(["track", "page", "screen", "identify", "group", "alias"]),
  messageId: z.string().max(500).nullish(),
  anonymousId: id,
  userId: id,
  previousId: id,
  groupId: id,
  event: z.string().max(500).nullish(),
  name: z.string().max(500).nullish(),
  properties: bag,
  traits: bag,
  context: bag,
});
export type Message = z.infer<typeof messageSchema>;

export type MessageMoment = { sentAt: number | undefined; receivedAt: number };

/** The touch of one message. Throws Refused `malformed`. */
export function readMessage(value: unknown, moment: MessageMoment): SourceTouch {
  const message = readAs(messageSchema, value);
  const who = whoSent(message);
  if (!who.anonymousId && !who.externalIds) {
    throw malformed("A message needs a userId or an anonymousId.");
  }
  const { type, props } = toBehaviour(message);
  return {
    eventId: textOf(message.messageId) ?? digestOf(JSON.stringify({ ...message, sentAt: null })),
    type,
    at: correctClock(timeOf(message.timestamp ?? message.originalTimestamp, "timestamp"), moment),
    who,
    // What a sender calls these is not for it to say.
    props: { ...props, automated: undefined, ...robotMark(message.context?.userAgent) },
  };
}

/**
 * A client whose clock is ahead of ours says so by `sentAt`. One that seems behind may only have been delayed on
 * the way (a replay of yesterday), so its times stay: late is harmless, wrong is not.
 */
function correctClock(at: number | undefined, moment: MessageMoment): number | undefined {
  const aheadMs = (moment.sentAt ?? moment.receivedAt) - moment.receivedAt;
  return at !== undefined && aheadMs > 0 ? at - aheadMs : at;
}

function whoSent({ anonymousId, userId, traits, context, properties }: Message): Who {
  const user = textOf(userId);
  const bags = [traits, isObject(context?.traits) ? context.traits : undefined, properties];
  const email = bags.map((one) => emailOf(one?.email)).find(Boolean) ?? emailOf(user);
  const phone = bags.map((one) => textOf(one?.phone)).find(Boolean);
  return compact({
    anonymousId: textOf(anonymousId),
    email,
    phone,
    externalIds: user ? { user } : undefined,
  });
}
