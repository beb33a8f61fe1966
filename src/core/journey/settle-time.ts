// When a touch happened, when the clock that said so cannot be trusted.
import { defaultLatenessMs } from "./chains/lateness.ts";

/** As much as a touch may be late its clock may be ahead. */
const toleratedAheadMs = defaultLatenessMs;

export type Settled = {
  at: number;
  /** What the source claimed, where it cannot be. */
  claimedAt?: number;
};

/**
 * A touch without a time happened when it arrived; one from the future as well, and keeps what it claimed.
 * One from long ago, 1970 included, is history and stays as it is.
 */
export function settleTime(at: number | undefined, receivedAt: number): Settled {
  if (at === undefined) return { at: receivedAt };
  if (at > receivedAt + toleratedAheadMs) return { at: receivedAt, claimedAt: at };
  return { at };
}
