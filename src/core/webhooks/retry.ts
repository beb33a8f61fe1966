// When a delivery is tried again, and when a webhook is given up.
import { hashOf } from "../statistics/hash.ts";
import type { Attempt } from "./services.ts";
import type { WebhookMessage } from "./stored.ts";

const firstMs = 5_000;
const mostMs = 8 * 3_600_000;

/** A message refused so often, while others arrive, is at fault itself: about a day. */
export const mostAttempts = 10;

/** After so long without one arrival a webhook is switched off, as Standard Webhooks advises ("Endpoint failures"). */
export const patienceMs = 5 * 86_400_000;

/** Whether it arrived. A redirect is not followed: its target was never agreed to. */
export function isArrived(attempt: Attempt): boolean {
  return attempt.status !== null && attempt.status >= 200 && attempt.status < 300;
}

/** The receiver says that it is gone for good (RFC 9110, 15.5.11). */
export function isGone({ status }: Attempt): boolean {
  return status === 410;
}

/** What went wrong, in a few words. */
export function errorOf(attempt: Attempt): string {
  return attempt.status === null ? attempt.error : `answered ${attempt.status}`;
}

/** While nothing arrives at all, the webhook is left alone as long again as it already lasts. */
const mostLineMs = 30 * 60_000;

/** How long nobody knocks after a round in which nothing arrived. */
export function lineDelayMs(failingForMs: number): number {
  return Math.min(Math.max(failingForMs, firstMs), mostLineMs);
}

type Failed = { message: Pick<WebhookMessage, "id" | "attempts">; attempt: Attempt };

/**
 * How long a message waits after a failure: four times longer for each attempt; never less than the receiver asks for.
 * The last fifth is the message's own, so that many do not come back in one moment.
 */
export function retryDelayMs({ message, attempt }: Failed): number {
  const delay = Math.min(firstMs * 4 ** message.attempts, mostMs);
  const jitter = (hashOf(`${message.id}:${message.attempts}`) % 1_000) / 1_000;
  const asked = attempt.status === null ? 0 : (attempt.retryAfterMs ?? 0);
  return Math.max(Math.round(delay * (0.8 + 0.2 * jitter)), Math.min(asked, mostMs));
}
