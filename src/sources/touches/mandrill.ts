// Mandrill, Mailchimp's transactional mail: signed batches of sends, opens and clicks.
import { z } from "zod";
import { byName } from "../../core/by-name.ts";
import { markScanners } from "../../core/journey/automated.ts";
import type { Delivery, SourceTouch, Verdict } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { compact, emailOf, malformed, readAs, readEach, readJson } from "./read.ts";
import { hmac, isSame } from "./signature.ts";
import { robotMark } from "./web-events.ts";

export const mandrill = defineSource({
  id: "mandrill",
  mediaTypes: ["application/x-www-form-urlencoded"],
  // A thousand events at once.
  maxBytes: 5_000_000,
  verify,
  parse: ({ body }) => {
    const parsed = readEach(readBatch(body), readEvent);
    return { ...parsed, touches: markScanners(parsed.touches) };
  },
  probed: true,
  lateness:
    "Minutes, in batches; retries for a day. Opens are guesses: many mail programs load pictures by themselves.",
});

/** https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/#authenticating-webhook-requests */
function verify({ url, header, body }: Delivery, secret: string): Verdict {
  const pairs = [...new URLSearchParams(body)].sort(([one], [other]) => (one < other ? -1 : 1));
  const text = `${url}${pairs.flat().join("")}`;
  const signature = hmac({ secret, text, hash: "sha1", encoding: "base64" });
  return isSame(header("x-mandrill-signature"), signature) ? "ok" : "unsigned";
}

function readBatch(body: string): unknown[] {
  const events = new URLSearchParams(body).get("mandrill_events");
  if (events === null) throw malformed("A Mandrill delivery is a form with mandrill_events.");
  return readAs(z.array(z.unknown()), readJson(events));
}

const eventSchema = z.looseObject({
  event: z.string(),
  _id: z.string().min(1),
  ts: z.number(),
  url: z.string().optional(),
  user_agent: z.string().nullish(),
  msg: z.looseObject({
    ts: z.number().optional(),
    _id: z.string().optional(),
    email: z.string(),
    subject: z.string().optional(),
    tags: z.array(z.string()).optional(),
    bounce_description: z.string().optional(),
  }),
});

const types: Record<string, string> = byName({
  send: "email.sent",
  open: "email.open",
  click: "email.click",
  hard_bounce: "email.bounce",
  soft_bounce: "email.bounce",
  spam: "email.complaint",
  unsub: "email.unsubscribe",
});

function readEvent(value: unknown): SourceTouch | undefined {
  // Changes of the allow and deny lists are about our account, not about a customer.
  if (typeof value === "object" && value !== null && !("event" in value)) return undefined;
  const { event, _id, ts, url, msg, user_agent: userAgent } = readAs(eventSchema, value);
  const type = types[event];
  if (!type) return undefined;
  return {
    eventId: [event, _id, ts, url ?? ""].join(":"),
    type,
    at: Math.round(ts * 1_000),
    who: compact({ email: emailOf(msg.email) }),
    props: compact({
      message: msg._id,
      subject: msg.subject,
      campaign: msg.tags?.[0],
      url,
      reason: msg.bounce_description,
      sentAt: msg.ts === undefined ? undefined : msg.ts * 1_000,
      ...robotMark(userAgent),
    }),
  };
}
