// Vimeo: it pushes what happens to customers of its OTT sites and to videos, and never who watched how far.
import { z } from "zod";
import type { SourceTouch } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { digestOf } from "../import/records/matching/digest.ts";
import { compact, emailOf, malformed, readAs, readEach, readJson, textOf, timeOf } from "./read.ts";
import { verifyUrlSecret } from "./signature.ts";

export const vimeo = defineSource({
  id: "vimeo",
  // Vimeo documents no signature: the address holds the secret.
  verify: verifyUrlSecret,
  parse: ({ body }) => readEach([readJson(body)].flat(), readEvent),
  lateness:
    "Seconds. Views come from the player on your page, through /collect.js or a relay of its events: Vimeo's own statistics name nobody.",
});

const bag = z.record(z.string(), z.unknown());

function readEvent(value: unknown): SourceTouch | undefined {
  const event = readAs(bag, value);
  if (typeof event.topic === "string") return readCustomerEvent(event);
  if (typeof event.event === "string") return readPlayerEvent(event);
  // A video as the API describes it: news about the video, and nobody's act.
  if (typeof event.uri === "string" && "duration" in event) return undefined;
  throw malformed(
    "Send a Vimeo OTT event (with topic), a player event (with event) or a video (with uri).",
  );
}

const ottSchema = z.looseObject({
  topic: z.string(),
  created_at: z.string().optional(),
  id: z.unknown().optional(),
  email: z.unknown().optional(),
  data: bag.optional(),
});

/** https://help.vimeo.com/hc/en-us/articles/12427268063761 lists the topics. */
function readCustomerEvent(value: Record<string, unknown>): SourceTouch {
  const { topic, data, ...top } = readAs(ottSchema, value);
  const customer = data ?? top;
  const id = textOf(customer.id);
  return {
    eventId: digestOf(JSON.stringify(value)),
    type: topic === "customer.created" ? "record.created" : "record.changed",
    at: timeOf(top.created_at ?? customer.created_at, "created_at"),
    who: compact({
      email: emailOf(customer.email),
      externalIds: id ? { "vimeo.customer": id } : undefined,
    }),
    props: compact({ kind: "customer", change: topic, recordId: id }),
  };
}

const playerSchema = z.looseObject({
  event: z.enum(["play", "timeupdate", "progress", "pause", "ended"]),
  id: z.string().min(1),
  at: z.union([z.string(), z.number()]).optional(),
  video: z.union([z.string(), z.number()]).transform(String),
  email: z.unknown().optional(),
  visitor: z.string().optional(),
  data: z
    .looseObject({ percent: z.number().optional(), seconds: z.number().optional() })
    .optional(),
});

/** What https://developer.vimeo.com/player/sdk/reference emits, relayed with an id, the video and the viewer. */
function readPlayerEvent(value: Record<string, unknown>): SourceTouch {
  const { event, id, at, video, email, visitor, data } = readAs(playerSchema, value);
  const share = event === "ended" ? 1 : (data?.percent ?? 0);
  return {
    eventId: id,
    type: event === "play" ? "video.play" : "video.progress",
    at: timeOf(at, "at"),
    who: compact({ email: emailOf(email), anonymousId: textOf(visitor) }),
    props: compact({ video, percent: Math.round(share * 100), seconds: data?.seconds }),
  };
}
