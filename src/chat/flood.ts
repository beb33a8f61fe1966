// One person's flood stops at the door: what comes too fast is not kept, they are told once, and nobody else waits.
import type { Clock } from "../core/ports.ts";
import type { Texts } from "../core/text/en.ts";
import type { ChatEvent, ChatHost, Interaction } from "./adapter.ts";

export type FloodOptions = Partial<FloodLimits> & {
  clock: Clock;
  /** In the language of whoever it is. */
  textsFor(event: Interaction): Promise<Texts>;
};
/** What somebody may send at once, and a minute from then on. */
export type FloodLimits = { burst: number; perMinute: number };

/** More than anybody types or taps: the window of events looked at together is larger (host.ts). */
const usual = { burst: 120, perMinute: 120 };

/** The host behind a bucket for each account. In memory: a restart forgives. */
export function createFloodGate(host: ChatHost, options: FloodOptions): ChatHost {
  const take = createBuckets({ ...usual, ...options });
  return {
    async accept(event) {
      const taken = take(event);
      if (taken === "full") return;
      await host.accept(taken === "last" ? toNotice(event) : event);
    },
    async interact(event) {
      if (take(event) === "passes") return host.interact(event);
      const { chat } = await options.textsFor(event);
      return { toast: chat.tooFast };
    },
  };
}

/** In place of what was too much: the sentence about it, kept and answered like anything that comes in. */
function toNotice({ key, surface, connection, externalId, at }: ChatEvent): ChatEvent {
  return { key: `flood:${key}`, surface, connection, externalId, at, kind: "flooded" };
}

type Bucket = { left: number; at: number; isTold: boolean };
type Taken = "passes" | "last" | "full";

function createBuckets({
  clock,
  burst,
  perMinute,
}: Required<Pick<FloodOptions, "clock" | "burst" | "perMinute">>) {
  const buckets = new Map<string, Bucket>();
  const refillMs = (burst / perMinute) * 60_000;
  const refill = ({ left, at, isTold }: Bucket, now: number): Bucket => {
    const filled = Math.min(burst, left + ((now - at) * perMinute) / 60_000);
    // Told anew only after a pause: half a burst has come back.
    return { left: filled, at: now, isTold: isTold && filled < burst / 2 };
  };
  return ({ surface, connection, externalId }: ChatEvent | Interaction): Taken => {
    const who = JSON.stringify([surface, connection, externalId]);
    const now = clock();
    if (buckets.size > mostBuckets) forget(buckets, now - refillMs);
    const bucket = refill(buckets.get(who) ?? { left: burst, at: now, isTold: false }, now);
    const passes = bucket.left >= 1;
    const next = passes ? { ...bucket, left: bucket.left - 1 } : { ...bucket, isTold: true };
    buckets.set(who, next);
    if (passes) return "passes";
    return bucket.isTold ? "full" : "last";
  };
}

const mostBuckets = 10_000;

/** A bucket that is full again says nothing about its owner. */
function forget(buckets: Map<string, Bucket>, before: number): void {
  for (const [who, { at }] of buckets) if (at <= before) buckets.delete(who);
}
