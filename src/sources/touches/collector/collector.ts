// The first-party collector: what collect.js on the company's own pages sends to /collect.
import { z } from "zod";
import type {
  Delivery,
  Parsed,
  SourceTouch,
  TouchSource,
} from "../../../core/journey/touch-source.ts";
import type { Who } from "../../../core/journey/who.ts";
import { defineSource } from "../../define-source.ts";
import { compact, malformed, readAs, readEach, readJson } from "../read.ts";
import { isSame } from "../signature.ts";
import { fileKind, robotMark, toPage } from "../web-events.ts";

/** What a page may claim: a visitor cannot say that a meeting was held. */
const pageTypes = [
  "page.view",
  "page.leave",
  "file.download",
  "video.play",
  "video.progress",
  "form.start",
  "form.submit",
  "visitor.identified",
] as const;

/** Pages of these origins may send touches; the write key is in their source for all to see. */
export function createCollector(origins: readonly string[]): TouchSource {
  return defineSource({
    id: "web",
    paths: ["/collect"],
    // A beacon's plain text needs no question to the server first.
    mediaTypes: ["text/plain", "application/json"],
    maxBytes: 64_000,
    origins,
    verify: (delivery, key) => verify(delivery, { key, origins }),
    parse,
    lateness:
      "At once when a page is left; from a browser that was killed, at the visitor's next page.",
    rate: { perMinute: 60_000, burst: 5_000 },
    rateEach: { perMinute: 120, burst: 60 },
  });
}

type Allowed = { key: string; origins: readonly string[] };

function verify({ header, url, body }: Delivery, { key, origins }: Allowed) {
  if (!origins.includes(header("origin") ?? "")) return "unsigned";
  // In the body, as a beacon has no headers; in the address, where something else sends.
  const given = /"key":"([^"]{1,200})"/.exec(body)?.[1] ?? new URL(url).searchParams.get("key");
  return isSame(given, key) ? "ok" : "unsigned";
}

const short = z.string().max(2_000);
const eventSchema = z.object({
  id: z.string().min(8).max(64),
  type: z.enum(pageTypes),
  at: z.number().int(),
  props: z.record(z.string().max(40), z.union([short, z.number(), z.boolean()])).default({}),
});
type PageEvent = z.infer<typeof eventSchema>;

const bodySchema = z.object({
  key: short.optional(),
  visitor: z.string().regex(/^[\w-]{8,64}$/),
  sentAt: z.number().int(),
  /** A SHA-256 of their e-mail address, or a token of a signed link. */
  person: z.string().max(300).optional(),
  robot: z.boolean().optional(),
  events: z.array(z.unknown()).min(1).max(100),
});
type Body = z.infer<typeof bodySchema>;

function parse({ body, header, receivedAt }: Delivery): Parsed {
  const told = readAs(bodySchema, readJson(body));
  const who = whoIs(told);
  const marks = told.robot ? { automated: true } : robotMark(header("user-agent"));
  const parsed = readEach(told.events, (event) => {
    const one = readAs(eventSchema, event);
    return toSourceTouch(one, { who, marks, at: receivedAt - elapsed(one, told) });
  });
  return { ...parsed, rateKey: told.visitor };
}

/** How long before sending it happened, by the visitor's own clock, whatever that clock shows. */
function elapsed({ at }: PageEvent, { sentAt }: Body): number {
  if (at > sentAt) throw malformed("An event cannot be later than sentAt.");
  return sentAt - at;
}

function whoIs({ visitor, person }: Body): Who {
  if (!person) return { anonymousId: visitor };
  const kind = /^[\da-f]{64}$/i.test(person) ? "email.sha256" : "web.token";
  return { anonymousId: visitor, externalIds: { [kind]: person.toLowerCase() } };
}

type Around = { who: Who; marks: { automated?: true } | { automated: boolean }; at: number };

function toSourceTouch({ id, type, props }: PageEvent, { who, marks, at }: Around): SourceTouch {
  const { url, title, referrer, page, ...own } = props;
  const kind = type === "file.download" && !own.kind ? fileKind(String(own.name ?? "")) : own.kind;
  const seen = toPage({ url, title, referrer, name: page });
  return { eventId: id, type, at, who, props: compact({ ...own, ...seen, kind, ...marks }) };
}
