// HubSpot: webhooks of an app, signed v3, up to a hundred events at once in any order.
import { z } from "zod";
import { byName } from "../../core/by-name.ts";
import type { Delivery, SourceTouch, Verdict } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { compact, readAs, readEach, readJson } from "./read.ts";
import { hmac, isSame, judge } from "./signature.ts";

export const hubspot = defineSource({
  id: "hubspot",
  verify,
  parse: ({ body }) => readEach([readJson(body)].flat(), readEvent),
  lateness: "Seconds to minutes; retries for 24 hours. Changes of records only, no e-mail opens.",
});

/** https://developers.hubspot.com/docs/apps/legacy-apps/authentication/validating-requests */
function verify({ method, url, header, body, receivedAt }: Delivery, secret: string): Verdict {
  const timestamp = header("x-hubspot-request-timestamp") ?? "";
  const text = `${method}${unescapeUrl(url)}${body}${timestamp}`;
  const signature = hmac({ secret, text, encoding: "base64" });
  const signed = isSame(header("x-hubspot-signature-v3"), signature);
  return judge(signed && timestamp !== "", Number(timestamp), receivedAt);
}

/** HubSpot signs the address with these characters as they are, and the rest as it was escaped. */
function unescapeUrl(url: string): string {
  return url.replace(/%(3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, (escaped) =>
    decodeURIComponent(escaped),
  );
}

const id = z.union([z.string().min(1), z.number()]).transform(String);
const eventSchema = z.looseObject({
  eventId: id,
  subscriptionType: z.string().regex(/^\w+\.\w+$/),
  subscriptionId: id.optional(),
  objectId: id,
  occurredAt: z.number(),
  portalId: id.optional(),
  objectTypeId: z.string().optional(),
  propertyName: z.string().optional(),
  propertyValue: z.unknown().optional(),
  messageId: z.string().optional(),
});
type Event = z.infer<typeof eventSchema>;

/** Numbers of object types in the generic `object.*` subscriptions. */
const objectTypes: Record<string, string> = byName({
  "0-1": "contact",
  "0-2": "company",
  "0-3": "deal",
  "0-5": "ticket",
});

function readEvent(value: unknown): SourceTouch {
  const event = readAs(eventSchema, value);
  const [object = "", change = ""] = event.subscriptionType.split(".");
  const kind = object === "object" ? (objectTypes[event.objectTypeId ?? ""] ?? object) : object;
  return {
    // HubSpot does not promise that eventId alone is unique; attemptNumber differs between deliveries.
    eventId: [event.eventId, event.subscriptionType, event.objectId, event.occurredAt].join(":"),
    at: event.occurredAt,
    who: { externalIds: { [`hubspot.${kind}`]: event.objectId } },
    ...toBehaviour(event, kind, change),
  };
}

function toBehaviour(
  { objectId, propertyName, propertyValue, changeSource }: Event,
  kind: string,
  change: string,
): Pick<SourceTouch, "type" | "props"> {
  const props = compact({ kind, recordId: objectId, changeSource });
  if (propertyName === "dealstage") {
    return { type: "deal.stage.changed", props: { ...props, dealId: objectId, to: propertyValue } };
  }
  if (change === "newMessage") return { type: "message.received", props };
  if (kind === "ticket" && change === "creation") return { type: "ticket.opened", props };
  if (kind === "ticket" && change === "propertyChange") {
    return {
      type: "ticket.updated",
      props: { ...props, property: propertyName, value: propertyValue },
    };
  }
  return {
    type: changes[change] ?? "record.changed",
    props: compact({ ...props, change, property: propertyName, value: propertyValue }),
  };
}

const changes: Record<string, string> = byName({
  creation: "record.created",
  deletion: "record.deleted",
  privacyDeletion: "record.deleted",
});
