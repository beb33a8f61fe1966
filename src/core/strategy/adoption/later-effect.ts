// Whether a strategy still does what it did: the same test, on what happened since it was switched on alone.
import type { Claim } from "../claim.ts";
import { hasFigures, judge } from "../testing/judge.ts";
import type { Tested } from "../testing/test-claim.ts";

/** holds: nothing is outside the interval, the claimed way; fading: what was expected is outside, nothing is not. */
export type LaterCode = "holds" | "fading" | "unclear";

/**
 * Judges what came after. `expected`: the difference of shares the verdict saw, or the one claimed where that is
 * smaller, so that a strategy which works as it did is not called fading for never having done all it claimed.
 *
 * Fading asks for both, a best case below what was expected and nothing inside the interval: a strategy that works as
 * expected is called so in at most one look of forty (its 95 % interval misses the truth on that side). Looks of other
 * months and other strategies are not corrected for one another: it is a proposal, and people decide.
 */
export function judgeLater(
  claim: Pick<Claim, "direction" | "points">,
  tested: Tested,
  expected: number,
): LaterCode {
  const { estimate } = tested;
  if (!estimate || !hasFigures(judge(claim, tested))) return "unclear";
  const { low, high } = towards(claim, estimate.difference);
  if (low > 0) return "holds";
  return high < expected ? "fading" : "unclear";
}

/** What a verdict lets one expect of later, as a difference of shares the claimed way. */
export function expectedOf(
  claim: Pick<Claim, "direction" | "points">,
  { estimate }: Tested,
): number {
  const claimed = claim.points / 100;
  return estimate ? Math.min(claimed, towards(claim, estimate.difference).value) : claimed;
}

type Interval = { value: number; low: number; high: number };

/** So that more is better, whichever way was claimed. */
function towards({ direction }: Pick<Claim, "direction">, { value, low, high }: Interval) {
  return direction === "up" ? { value, low, high } : { value: -value, low: -high, high: -low };
}
