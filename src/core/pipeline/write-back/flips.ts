// Two systems that undo each other every minute: how often a field went back and forth, and when that is too often.
import { hourMs } from "../../durations.ts";

/** The last turns of one field: `in` came from the CRM, `out` was written there. */
export type Flip = { last: "in" | "out"; times: number[] };

/** Three rounds within an hour are no two people who change their minds; chosen, not measured. */
const mostFlips = 6;

/** Notes a change; only one that turns the other way counts. */
export function noteFlip(flip: Flip | undefined, last: Flip["last"], now: number): Flip {
  const times = (flip?.times ?? []).filter((at) => at > now - hourMs);
  if (flip?.last === last) return { last, times };
  return { last, times: [...times, now] };
}

/** Whether the field went back and forth so often within the hour that it is left alone. */
export function isFlapping(flip: Flip | undefined, now: number): boolean {
  return (flip?.times ?? []).filter((at) => at > now - hourMs).length >= mostFlips;
}
