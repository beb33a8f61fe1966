// Waiting for something, but not for ever.
import { setTimeout } from "node:timers/promises";

/** What comes within so many milliseconds; undefined when it takes longer. A failure in time is thrown. */
export async function within<Result>(
  work: Promise<Result>,
  ms: number,
): Promise<Result | undefined> {
  const giveUp = new AbortController();
  const late = setTimeout(ms, undefined, { signal: giveUp.signal }).catch(() => undefined);
  return Promise.race([work, late]).finally(() => giveUp.abort());
}
