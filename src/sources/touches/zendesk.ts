// Zendesk: event webhooks about tickets, signed over their own time.
import { z } from "zod";
import { byName } from "../../core/by-name.ts";
import type { Delivery, SourceTouch, Verdict } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { compact, emailOf, idsOf, readAs, readEach, readJson, textOf, timeOf } from "./read.ts";
import { hmac, isSame, judge } from "./signature.ts";

export const zendesk = defineSource({
  id: "zendesk",
  verify,
  parse: ({ body }) => readEach([readJson(body)], readEvent),
  lateness: "Seconds; up to five attempts after a failure. Names people by Zendesk's user id.",
});

/** https://developer.zendesk.com/documentation/webhooks/verifying/ */
function verify({ header, body, receivedAt }: Delivery, secret: string): Verdict {
  const timestamp = header("x-zendesk-webhook-signature-timestamp") ?? "";
  const signature = hmac({ secret, text: `${timestamp}${body}`, encoding: "base64" });
  const signed = isSame(header("x-zendesk-webhook-signature"), signature);
  return judge(signed, Date.parse(timestamp), receivedAt);
}

const bag = z.record(z.string(), z.unknown());
const eventSchema = z.looseObject({
  id: z.string().min(1),
  type: z.string().startsWith("zen:event-type:"),
  time: z.string(),
  subject: z.string().optional(),
  detail: bag,
  event: bag.optional(),
});

function readEvent(value: unknown): SourceTouch {
  const { id, type, time, detail, event = {} } = readAs(eventSchema, value);
  const [kind = "", what = ""] = type.slice("zen:event-type:".length).split(".");
  const isTicket = kind.endsWith("ticket");
  const name = isTicket ? toTicketType(what, event) : (changes[what] ?? "record.changed");
  return {
    eventId: id,
    type: name,
    at: timeOf(time, "time"),
    who: compact({ email: emailOf(detail.email), externalIds: externalIdsOf(kind, detail) }),
    props: compact({
      kind,
      recordId: textOf(detail.id),
      change: what,
      subject: textOf(detail.subject),
      priority: textOf(detail.priority)?.toLowerCase(),
      status: textOf(detail.status)?.toLowerCase(),
      channel: textOf((detail.via as { channel?: unknown } | undefined)?.channel),
      from: textOf(event.previous)?.toLowerCase(),
      to: textOf(event.current)?.toLowerCase(),
      tags: detail.tags,
    }),
  };
}

const changes: Record<string, string> = byName({
  created: "record.created",
  deleted: "record.deleted",
});

function toTicketType(what: string, event: Record<string, unknown>): string {
  if (what === "created") return "ticket.opened";
  if (what === "message_added") return "message.received";
  const isSolved = what === "status_changed" && textOf(event.current)?.toUpperCase() === "SOLVED";
  return isSolved ? "ticket.solved" : "ticket.updated";
}

/** The requester first: the ticket is theirs. */
function externalIdsOf(kind: string, detail: Record<string, unknown>): Record<string, string> {
  const ids = {
    "zendesk.user":
      textOf(detail.requester_id) ?? (kind === "user" ? textOf(detail.id) : undefined),
    "zendesk.organization": textOf(detail.organization_id),
    [`zendesk.${kind}`]: textOf(detail.id),
  };
  return idsOf(ids);
}
