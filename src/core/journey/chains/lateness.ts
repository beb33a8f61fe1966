// Touches that arrive late, and the order of touches.
import type { Touch } from "../../model.ts";

/** How long after it happened a touch may arrive and still count in chains (docs/chains.md, "When touches arrive"). */
export const defaultLatenessMs = 3_600_000;

/** Whether a touch is stored and shown, but takes no part in chains: it starts no action and stops none. */
export function isLate({ at, receivedAt }: Touch, latenessMs: number): boolean {
  return receivedAt - at > latenessMs;
}

/** The order chains see: when it happened, ties by id. */
export function inOrder(one: Touch, other: Touch): number {
  return one.at - other.at || (one.id < other.id ? -1 : Number(one.id > other.id));
}
