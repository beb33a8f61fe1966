// What a source of touches is: how it proves that a delivery is its own, and what it reads from one.
import type { Who } from "./who.ts";

/** One request of a source, its body read and unpacked. */
export type Delivery = {
  method: string;
  /** As the source called it: many sign the address. */
  url: string;
  /** By lower-case name. */
  header(name: string): string | undefined;
  body: string;
  receivedAt: number;
};

/** `stale`: signed well, but too long ago to be anything but a replay. */
export type Verdict = "ok" | "unsigned" | "stale";

/** A touch as its source tells it. */
export type SourceTouch = {
  /** The source's own id of the event, the same in every redelivery. */
  eventId: string;
  type: string;
  /** When it happened, in UTC milliseconds; undefined where the source does not say. */
  at: number | undefined;
  who: Who;
  props: Record<string, unknown>;
};

/** What a delivery held. */
export type Parsed = {
  touches: SourceTouch[];
  /** Events that are about no customer, such as "campaign sent". */
  ignored: number;
  /** Events of a larger delivery that could not be read, each with a sentence. */
  refused: { index: number; code: string; why: string }[];
  /** Whose rate this counts against, beside the source's own. */
  rateKey?: string;
};

/** Requests a minute, and how many at once. */
export type SourceRate = { perMinute: number; burst: number };

export type TouchSource = {
  /** Names it in touches, metrics and docs, such as `hubspot`. */
  id: string;
  /** Where it delivers, such as `/hooks/hubspot`. */
  paths: readonly string[];
  mediaTypes: readonly string[];
  maxBytes: number;
  /** Checks in constant time that whoever sent this knows the secret. */
  verify(delivery: Delivery, secret: string): Verdict;
  /** Reads a verified delivery. Throws Refused `malformed` or `too_large` with a sentence for the sender. */
  parse(delivery: Delivery): Parsed;
  /** What it delivers and how late, for docs and for showing a late source as late. */
  lateness: string;
  /** Answers a GET or HEAD with 200, as the source asks for when the hook is set up. */
  probed?: true;
  /** The body of a 200, where the source reads it. */
  answer?(delivery: Delivery, parsed: Parsed): { mediaType: string; body: string };
  /** Pages of these origins may call it from a browser. */
  origins?: readonly string[];
  rate?: SourceRate;
  /** For one `rateKey`. */
  rateEach?: SourceRate;
};
