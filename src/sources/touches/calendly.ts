// Calendly: who booked, moved, called off or missed a meeting.
import { z } from "zod";
import { byName } from "../../core/by-name.ts";
import type { Delivery, SourceTouch, Verdict } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { compact, emailOf, readAs, readEach, readJson, textOf, timeOf } from "./read.ts";
import { hmac, isSame, judge } from "./signature.ts";

export const calendly = defineSource({
  id: "calendly",
  verify,
  parse: ({ body }) => readEach([readJson(body)], readEvent),
  lateness: "Seconds; retries for 24 hours. That a meeting took place it does not tell.",
});

/** `t=<seconds>,v1=<hex>`: https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures */
function verify({ header, body, receivedAt }: Delivery, secret: string): Verdict {
  const parts = new URLSearchParams(
    (header("calendly-webhook-signature") ?? "").replaceAll(",", "&"),
  );
  const time = parts.get("t") ?? "";
  const signature = hmac({ secret, text: `${time}.${body}`, encoding: "hex" });
  const signed = time !== "" && isSame(parts.get("v1"), signature);
  return judge(signed, Number(time) * 1_000, receivedAt);
}

const bag = z.record(z.string(), z.unknown());
const eventSchema = z.looseObject({
  event: z.string(),
  created_at: z.string(),
  payload: z.looseObject({
    uri: z.string().optional(),
    email: z.unknown().optional(),
    rescheduled: z.boolean().nullish(),
    old_invitee: z.string().nullish(),
    scheduled_event: bag.nullish(),
    invitee: z.unknown().optional(),
    questions_and_answers: z.unknown().optional(),
  }),
});
type Event = z.infer<typeof eventSchema>;

const types: Record<string, string> = byName({
  "invitee.created": "meeting.booked",
  "invitee.canceled": "meeting.cancelled",
  "invitee_no_show.created": "meeting.missed",
  "routing_form_submission.created": "form.submit",
});

function readEvent(value: unknown): SourceTouch | undefined {
  const event = readAs(eventSchema, value);
  const type = types[event.event];
  if (!type) return undefined;
  const { uri = "", email, invitee } = event.payload;
  return {
    eventId: `${event.event}:${uri || textOf(invitee) || event.created_at}`,
    type: isMoved(event) ? "meeting.moved" : type,
    at: timeOf(event.created_at, "created_at"),
    who: compact({
      email: emailOf(email),
      // A no-show names only the invitee it is about.
      externalIds: { "calendly.invitee": textOf(invitee) ?? uri },
    }),
    props: meetingProps(event),
  };
}

/** Moving a meeting cancels the old one and books a new one; only the new one tells. */
function isMoved({ event, payload }: Event): boolean {
  return event === "invitee.created" && Boolean(payload.old_invitee);
}

function meetingProps({ payload }: Event): Record<string, unknown> {
  const meeting = payload.scheduled_event ?? {};
  const startsAt = timeOf(meeting.start_time, "start_time");
  const endsAt = timeOf(meeting.end_time, "end_time");
  const known = startsAt !== undefined && endsAt !== undefined;
  return compact({
    title: textOf(meeting.name),
    startsAt: textOf(meeting.start_time),
    seconds: known ? (endsAt - startsAt) / 1_000 : undefined,
    meeting: textOf(meeting.uri),
    rescheduled: payload.rescheduled || undefined,
  });
}
