// Links to the live page of data health: whose it is and until when, signed.
import type { HealthPages } from "../../core/pipeline/health/in-chat/services.ts";
import type { Clock } from "../../core/ports.ts";
import { createSignedLinks, type ReadToken } from "../signed-links.ts";

export type HealthLinks = HealthPages & {
  read(token: string): ReadToken;
  /** Whether browsers reach us encrypted, so that cookies may ask for it. */
  isSecure: boolean;
};

type LinkOptions = { key: Buffer; publicUrl: string; lifeMs: number; clock: Clock };

export function createHealthLinks({ key, publicUrl, lifeMs, clock }: LinkOptions): HealthLinks {
  const links = createSignedLinks({ key, use: "health-page", lifeMs, clock });
  return {
    hours: Math.round(lifeMs / 360_000) / 10,
    isSecure: publicUrl.startsWith("https:"),
    linkFor: (readerId) => `${publicUrl}/h/${links.sign([readerId])}`,
    read: links.read,
  };
}
