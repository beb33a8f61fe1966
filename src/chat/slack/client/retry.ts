// Trying until it works: the first time at once, then with waits that double up to a longest.
import { setTimeout } from "node:timers/promises";

export type Waits = { first: number; longest: number };

export type RetryOptions = {
  waitsMs: Waits;
  /** Ends the trying. */
  signal: AbortSignal;
  /** Which failures are worth no further try; those are thrown. */
  isLost: (failure: unknown) => boolean;
  onFailure: (failure: unknown, waitMs: number) => void;
};

/** What the attempt returned in the end; undefined when stopped before that. */
export async function retry<Result>(
  attempt: () => Promise<Result>,
  { waitsMs, signal, isLost, onFailure }: RetryOptions,
): Promise<Result | undefined> {
  let waitMs = 0;
  while (!signal.aborted) {
    try {
      return await attempt();
    } catch (failure) {
      if (isLost(failure)) throw failure;
      waitMs = Math.min(waitsMs.longest, Math.max(waitsMs.first, waitMs * 2));
      onFailure(failure, waitMs);
    }
    await setTimeout(waitMs, undefined, { signal }).catch(() => {});
  }
  return undefined;
}
