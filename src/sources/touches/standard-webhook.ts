// Any system that signs as Standard Webhooks says (https://www.standardwebhooks.com) and can send a touch.
import { Webhook } from "standardwebhooks";
import { z } from "zod";
import type { Delivery, SourceTouch, Verdict } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { compact, emailOf, readAs, readEach, readJson, timeOf } from "./read.ts";
import { isSame, judge } from "./signature.ts";

export const standardWebhook = defineSource({
  id: "webhook",
  verify,
  parse: (delivery) => readEach([readJson(delivery.body)], (body) => readEvent(body, delivery)),
  lateness: "As late as the sender: the touch carries its own time.",
});

/** The library's own `verify` reads the system clock; ours is an argument, so only its signing is used. */
function verify({ header, body, receivedAt }: Delivery, secret: string): Verdict {
  const id = header("webhook-id") ?? "";
  const seconds = Number(header("webhook-timestamp") ?? Number.NaN);
  if (!id || !Number.isSafeInteger(seconds)) return "unsigned";
  const expected = new Webhook(secret).sign(id, new Date(seconds * 1_000), body);
  const given = (header("webhook-signature") ?? "").split(" ");
  const signed = given.some((signature) => isSame(signature, expected));
  return judge(signed, seconds * 1_000, receivedAt);
}

const text = z.string().trim().min(1).max(500);
const eventSchema = z.looseObject({
  /** A touch type: `meeting.held`, `ticket.opened`, or a name of the company's own. */
  type: z.string().regex(/^[a-z][\w-]*(\.[\w-]+)+$/, "is no touch type such as meeting.held"),
  timestamp: z.union([z.string(), z.number()]).optional(),
  data: z.looseObject({
    email: z.unknown().optional(),
    phone: text.optional(),
    anonymousId: text.optional(),
    externalIds: z.record(z.string(), text).optional(),
    domain: text.optional(),
    props: z.record(z.string(), z.unknown()).optional(),
  }),
});

function readEvent(value: unknown, { header }: Delivery): SourceTouch {
  const { type, timestamp, data } = readAs(eventSchema, value);
  const { email, phone, anonymousId, externalIds, domain, props, ...rest } = data;
  return {
    eventId: header("webhook-id") ?? "",
    type,
    at: timeOf(timestamp, "timestamp"),
    who: compact({ email: emailOf(email), phone, anonymousId, externalIds, domain }),
    props: props ?? rest,
  };
}
