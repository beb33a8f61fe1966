// How one deal went, as a test sees it: when it could have got the action, when it did, and what followed.
import { dayMs } from "../../durations.ts";

/** A time in which a deal was open, in one stage, with one rep, and one of those the claim is about. */
export type Span = { from: number; to: number; stage: string; repId: string };

/** One deal's course. Times are UTC milliseconds. */
export type Course = {
  id: string;
  /** Deals of one account are not independent. */
  cluster: string;
  openedAt: number;
  /** Its first known amount among all, from 0 (smallest) to 1; 0.5 where none is known. */
  sizeRank: number;
  segment: string;
  /** Ascending, without overlap. */
  spans: readonly Span[];
  /** When it first got the action, ever. */
  actedAt: number | null;
  /** When the outcome came, each time, ascending. */
  outcomes: number[];
};

/** Which day a moment lies in (UTC). */
export const dayOf = (at: number): number => Math.floor(at / dayMs);

/** Ranks of some sizes among each other in (0, 1), equal sizes alike; what is not known stands in the middle. */
export function rankSizes(sizes: readonly (number | null)[]): number[] {
  const known = sizes.filter((size) => size !== null).sort((a, b) => a - b);
  const rankOf = new Map<number, number>();
  for (let at = 0; at < known.length; ) {
    const size = known[at] as number;
    let end = at;
    while (known[end] === size) end += 1;
    rankOf.set(size, (at + end) / 2 / known.length);
    at = end;
  }
  return sizes.map((size) => (size === null ? 0.5 : (rankOf.get(size) ?? 0.5)));
}
