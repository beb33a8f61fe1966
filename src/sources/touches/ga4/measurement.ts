// GA4's Measurement Protocol: what your servers send to Google, they can send here as well.
import { z } from "zod";
import type { Delivery, Parsed, SourceTouch } from "../../../core/journey/touch-source.ts";
import { defineSource } from "../../define-source.ts";
import { digestOf } from "../../import/records/matching/digest.ts";
import { compact, emailOf, readAs, readEach, readJson } from "../read.ts";
import { isSame } from "../signature.ts";
import { toBehaviour } from "./behaviour.ts";

export const ga4 = defineSource({
  id: "ga4",
  paths: ["/hooks/ga4", "/mp/collect"],
  mediaTypes: ["application/json", "text/plain"],
  verify: ({ url }, secret) =>
    isSame(new URL(url).searchParams.get("api_secret"), secret) ? "ok" : "unsigned",
  parse,
  lateness: "Seconds when sent here; the export's daily files come 24 to 72 hours late.",
});

const micros = z.coerce.number().positive().optional();
const params = z.record(z.string(), z.unknown()).default({});
// https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference
const hitSchema = z.looseObject({
  client_id: z.string().min(1),
  user_id: z.string().optional(),
  timestamp_micros: micros,
  events: z.array(z.unknown()).min(1),
});
const eventSchema = z.looseObject({
  name: z.string().min(1).max(100),
  params,
  timestamp_micros: micros,
});
type Hit = z.infer<typeof hitSchema>;

function parse({ body, receivedAt }: Delivery): Parsed {
  const hit = readAs(hitSchema, readJson(body));
  return readEach(hit.events, (event) => readEvent(event, hit, receivedAt));
}

/** Without a time a redelivery is told from a second visit by when it comes: within ten minutes it is the same. */
const sameWithinMs = 600_000;

function readEvent(value: unknown, hit: Hit, receivedAt: number): SourceTouch | undefined {
  const event = readAs(eventSchema, value);
  const behaviour = toBehaviour(event.name, event.params);
  if (!behaviour) return undefined;
  const told = event.timestamp_micros ?? hit.timestamp_micros;
  const when = told ?? Math.floor(receivedAt / sameWithinMs);
  return {
    eventId: digestOf(JSON.stringify([hit.client_id, when, event])),
    at: told === undefined ? undefined : Math.round(told / 1_000),
    who: whoIs(hit.client_id, hit.user_id),
    ...behaviour,
  };
}

/** GA4's visitor and, where the site says so, its user. */
export function whoIs(clientId: string, userId: string | null | undefined): SourceTouch["who"] {
  return compact({
    anonymousId: `ga4:${clientId}`,
    email: emailOf(userId),
    externalIds: userId ? { user: userId } : undefined,
  });
}
