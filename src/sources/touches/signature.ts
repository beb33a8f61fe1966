// Proofs of origin: keyed hashes, shared secrets and how old a signature may be.
import { createHmac, hash as digest, timingSafeEqual } from "node:crypto";
import type { Delivery, Verdict } from "../../core/journey/touch-source.ts";

export type HmacOptions = {
  secret: string;
  text: string;
  hash?: "sha256" | "sha1";
  encoding: "base64" | "hex";
};

/** A keyed hash as text. */
export function hmac({ secret, text, hash = "sha256", encoding }: HmacOptions): string {
  return createHmac(hash, secret).update(text).digest(encoding);
}

/** Whether two texts are the same, in a time that tells nothing about where they differ. */
export function isSame(given: string | null | undefined, expected: string): boolean {
  if (!given || !expected) return false;
  // Hashes have one length, which timingSafeEqual asks for and which tells nothing.
  const [one, other] = [given, expected].map((text) => digest("sha256", text, "buffer"));
  return timingSafeEqual(one as Buffer, other as Buffer);
}

const toleranceMs = 300_000;

/** The verdict on a signature that covers its own time: five minutes either way, as HubSpot and Calendly advise. */
export function judge(signed: boolean, signedAt: number, receivedAt: number): Verdict {
  if (!signed || !Number.isFinite(signedAt)) return "unsigned";
  return Math.abs(receivedAt - signedAt) <= toleranceMs ? "ok" : "stale";
}

/** For senders that cannot sign: `?secret=…` in the address they were given. */
export function verifyUrlSecret({ url }: Delivery, secret: string): Verdict {
  return isSame(new URL(url).searchParams.get("secret"), secret) ? "ok" : "unsigned";
}
