// One call to a CRM: it ends in time, and its failure is one of ours.
import { Refused, RetryLater } from "../core/errors.ts";

/** What every connector is made with. */
export type CallOptions = { timeoutMs?: number };

const usualTimeoutMs = 30_000;

/** Runs a call; `toFailure` says what an error of this CRM means. */
export async function callCrm<Result>(
  work: () => Promise<Result>,
  { timeoutMs = usualTimeoutMs, toFailure }: CallOptions & { toFailure: (error: unknown) => Error },
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = `No answer within ${timeoutMs / 1000} s.`;
    timer = setTimeout(() => reject(away(message)), timeoutMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    if (error instanceof Refused || error instanceof RetryLater) throw error;
    throw toFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

/** The CRM did not answer; it may have done what it was asked. */
export function away(message: string): RetryLater {
  return new RetryLater(message, { afterMs: 5_000, ambiguous: true });
}

/** The CRM asks for patience. */
export function busy(message: string, afterMs = 10_000): RetryLater {
  return new RetryLater(message, { afterMs });
}

/** The CRM does not know our keys, or they may not do this. */
export function refusedKeys(message: string): Refused {
  return new Refused("crm_auth", message);
}

/** Retry-After in milliseconds: seconds, or a date. */
function retryAfterMs(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds * 1_000;
  const at = Date.parse(header);
  return Number.isFinite(at) ? Math.max(0, at - Date.now()) : undefined;
}

/** What an HTTP status means that is nobody's validation; undefined for the others. */
export function failureOf(
  status: number,
  { message, retryAfter }: { message: string; retryAfter?: string | null | undefined },
): Error | undefined {
  if (status === 401 || status === 403) return refusedKeys(message);
  if (status === 429) return busy(message, retryAfterMs(retryAfter));
  return status >= 500 ? away(message) : undefined;
}

/** Splits what one call cannot carry. */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
