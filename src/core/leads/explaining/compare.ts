// How far apart two fits are, in words a rep may see, and what would have changed the outcome.
import type { Alternative, Assignment, Share } from "../assigning/assignment.ts";
import { freePercent, load } from "../factors/load.ts";
import { sharesOf } from "../fit.ts";
import { allPoints } from "../weighing/weights.ts";

export type Band = "level" | "very_close" | "close" | "clear" | "behind";

/** The band of a rival: how far the fit of whoever got the lead lies above theirs, in hundredths of a point. */
export function bandOf(gap: number): Band {
  if (gap < 0) return "behind";
  if (gap === 0) return "level";
  if (gap <= 3 * allPoints) return "very_close";
  return gap <= 10 * allPoints ? "close" : "clear";
}

/** The runner-up: the best eligible alternative. */
export function runnerUpOf({
  alternatives,
}: Pick<Assignment, "alternatives">): Alternative | undefined {
  return alternatives.find((alternative) => alternative.blockedBy === null);
}

/** Somebody who did not get the lead: their shares beside who did, and how many open leads and deals they had. */
export type Rival = { shares: readonly Share[]; open: number; capacity: number };

/** Somebody as they stood when it was decided, beside who got the lead. */
export function rivalOf(
  { values, open, capacity }: Alternative,
  { contributions }: Pick<Assignment, "contributions">,
): Rival {
  return { shares: sharesOf(values, contributions), open, capacity };
}

/**
 * How many open leads fewer would have given a rival `gap` and more points: exact, from the counts the decision saw.
 * Undefined when no number of them could have.
 */
export function fewerOpen({ shares, open, capacity }: Rival, gap: number): number | undefined {
  const part = shares.find(({ factor, known }) => factor === load.id && known);
  if (!part) return undefined;
  for (let fewer = 1; fewer <= open; fewer += 1) {
    const value = freePercent(open - fewer, capacity) ?? part.value;
    if (part.weight * (value - part.value) > gap) return fewer;
  }
  return undefined;
}

/** The smallest rise of a single factor that would have put somebody `gap` points behind first; exact. */
export function smallestRise(shares: readonly Share[], gap: number): Flip | undefined {
  return shares
    .filter(({ known, weight }) => known && weight > 0)
    .map(({ factor, weight, value }) => ({
      ...{ factor, from: value },
      to: value + Math.floor(gap / weight) + 1,
    }))
    .filter(({ to }) => to <= 100)
    .sort((a, b) => a.to - a.from - (b.to - b.from))[0];
}

export type Flip = { factor: string; from: number; to: number };

/**
 * The smallest fall of a single factor that would have put the runner-up first; exact, since fits are integers.
 * Undefined when no single factor could have.
 */
export function smallestFlip(shares: readonly Share[], gap: number): Flip | undefined {
  return shares
    .filter(({ known, weight }) => known && weight > 0)
    .map(({ factor, weight, value }) => ({
      factor,
      from: value,
      to: value - (Math.floor(gap / weight) + 1),
    }))
    .filter(({ to }) => to >= 0)
    .sort((a, b) => a.from - a.to - (b.from - b.to))[0];
}
