// The Segment tracking API, as every analytics client speaks it.
import { z } from "zod";
import { Refused } from "../../../core/errors.ts";
import type { Delivery, Parsed } from "../../../core/journey/touch-source.ts";
import { defineSource } from "../../define-source.ts";
import { isObject, malformed, readAs, readEach, readJson, timeOf } from "../read.ts";
import { isSame } from "../signature.ts";
import { type MessageMoment, readMessage } from "./message.ts";

const calls = ["track", "page", "screen", "identify", "group", "alias"] as const;
/** Segment's own limits: https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/ */
const maxMessageBytes = 32_768;
const maxBatchBytes = 512_000;

export const segment = defineSource({
  id: "segment",
  paths: [...calls, "batch", "import"].map((call) => `/v1/${call}`),
  // Browsers send text; RudderStack's client names packed JSON a form.
  mediaTypes: ["application/json", "text/plain", "application/x-www-form-urlencoded"],
  maxBytes: maxBatchBytes,
  verify: ({ header }, keys) => (isWriteKey(header("authorization"), keys) ? "ok" : "unsigned"),
  parse: (delivery) => (callOf(delivery) === undefined ? parseBatch(delivery) : parseOne(delivery)),
  answer: (_, { refused }) => ({
    mediaType: "application/json",
    body: JSON.stringify({ success: true, ...(refused.length > 0 ? { refused } : {}) }),
  }),
  lateness: "Seconds: clients send every 10 s or every 20 messages, and again after a failure.",
  // A server's own queue after an outage; what one core can take.
  rate: { perMinute: 1_200_000, burst: 50_000 },
});

/** Basic authentication: the write key is the user name, the password is empty. */
function isWriteKey(authorization: string | undefined, keys: string): boolean {
  const encoded = /^basic +(\S+) *$/i.exec(authorization ?? "")?.[1];
  if (!encoded) return false;
  const [given] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return keys.split(",").some((key) => isSame(given, key));
}

function callOf({ url }: Delivery): string | undefined {
  const name = url.slice(url.lastIndexOf("/") + 1).split("?")[0];
  return calls.find((call) => call === name);
}

function parseOne(delivery: Delivery): Parsed {
  refuseLarge(Buffer.byteLength(delivery.body));
  const value = readJson(delivery.body);
  if (!isObject(value)) throw malformed("The body is not a JSON object.");
  const message = { ...value, type: callOf(delivery) };
  return readEach([message], (one) => readMessage(one, momentOf(delivery, value.sentAt)));
}

const batchSchema = z.looseObject({ batch: z.array(z.unknown()).min(1) });

function parseBatch(delivery: Delivery): Parsed {
  const { batch, sentAt } = readAs(batchSchema, readJson(delivery.body));
  const moment = momentOf(delivery, sentAt);
  const mayBeLarge = delivery.body.length > maxMessageBytes / 4;
  return readEach(batch, (one) => {
    if (mayBeLarge) refuseLarge(Buffer.byteLength(JSON.stringify(one) ?? ""));
    return readMessage(one, moment);
  });
}

function momentOf({ receivedAt }: Delivery, sentAt: unknown): MessageMoment {
  return { sentAt: timeOf(sentAt, "sentAt"), receivedAt };
}

function refuseLarge(bytes: number): void {
  if (bytes <= maxMessageBytes) return;
  throw new Refused(
    "too_large",
    `A message has ${bytes} bytes; at most ${maxMessageBytes} are taken.`,
  );
}
