// A token bucket per key: short bursts pass, a steady flood does not. In memory: a restart forgives.
import type { Clock } from "../core/ports.ts";

/** How fast one key may ask. */
export type Rate = { perMinute: number; burst: number };

export const defaultRate: Rate = { perMinute: 600, burst: 100 };

/** Takes one request of a key; 0 when it may pass, else the milliseconds until it may. */
export type RateLimit = (keyId: string) => number;

export function createRateLimit(clock: Clock, { perMinute, burst }: Rate): RateLimit {
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (keyId) => {
    const now = clock();
    const last = buckets.get(keyId) ?? { tokens: burst, at: now };
    const elapsedMs = Math.max(0, now - last.at);
    const tokens = Math.min(burst, last.tokens + elapsedMs * perMs);
    const passes = tokens >= 1;
    if (buckets.size >= maxBuckets) forgetFull(buckets, now - burst / perMs);
    buckets.set(keyId, { tokens: passes ? tokens - 1 : tokens, at: now });
    return passes ? 0 : (1 - tokens) / perMs;
  };
}

/** Keys may be visitors, and there is no end of visitors. */
const maxBuckets = 10_000;

/** A bucket untouched for as long as it takes to fill is full, as one that is not there; failing those, all go. */
function forgetFull(buckets: Map<string, { at: number }>, before: number): void {
  for (const [key, { at }] of buckets) if (at <= before) buckets.delete(key);
  if (buckets.size >= maxBuckets) buckets.clear();
}
