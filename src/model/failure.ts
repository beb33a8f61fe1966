// What went wrong with a call, in one word; never in the endpoint's own words, which may repeat what was sent.
import { APIError } from "openai";
import type { Failure } from "../core/training/customer/guided/voice.ts";

/** The name of an error thrown by a call; `hasBegun` when words had come already. */
export function toFailure(
  error: unknown,
  { signal, hasBegun }: { signal: AbortSignal; hasBegun: boolean },
): Failure {
  if (signal.aborted || isNamed(error, "TimeoutError")) return "timeout";
  const status = statusOf(error);
  if (status === 429) return "busy";
  if (status === 401 || status === 403) return "key";
  if (status !== undefined) return "error";
  if (isNamed(error, "SyntaxError")) return "nonsense";
  return hasBegun ? "cut" : "unreachable";
}

/** The endpoint does not take something about the request itself, such as the form of answer asked for. */
export function isFormRefused(error: unknown): boolean {
  return [400, 415, 422, 501].includes(statusOf(error) ?? 0);
}

/** Only an endpoint that stumbled is worth another try while somebody waits. */
export function retryStumbles(error: unknown): void {
  const status = statusOf(error);
  if (status !== undefined && status < 500) throw error;
  if (isNamed(error, "AbortError") || isNamed(error, "TimeoutError")) throw error;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof APIError ? error.status : undefined;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
