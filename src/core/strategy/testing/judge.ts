// From a test's figures to one of three verdicts, which never says more than the figures carry.
import type { Claim } from "../claim.ts";
import { normalQuantile, twoSided } from "./distributions.ts";
import type { Estimate } from "./estimate.ts";
import type { Tested } from "./test-claim.ts";

export const verdictCodes = ["supported", "not_supported", "not_enough_data"] as const;
export type VerdictCode = (typeof verdictCodes)[number];

/** Why, for the sentence that goes with the verdict. */
export type VerdictReason =
  | "no_deals"
  | "never_done"
  | "too_late"
  | "too_recent"
  | "no_comparison"
  | "too_few"
  | "not_alike"
  | "clear"
  | "contrary"
  | "smaller"
  | "could_not_see";

export type Judgement = {
  code: VerdictCode;
  reason: VerdictReason;
  /** The p-value after correction for the other claims of the quarter (Holm 1979). */
  adjusted: number;
  /** Claims registered in the quarter, this one among them. */
  claims: number;
  /** The effect that would have been seen four times out of five, in percentage points. */
  visiblePoints: number | null;
  /** The chance that an effect of the claimed size would have been seen. */
  power: number | null;
};

/** Deals with the action, and outcomes on both sides, below which no share says anything. */
export const leastActed = 20;
const leastOutcomes = 10;
/** The share of acted-on deals without which the rest do not stand for them. */
const leastOverlap = 0.5;
/** A quarter of a standard deviation left over is more than stratifying may leave (Rubin 2001; Stuart 2010). */
const widestGap = 0.25;
const alpha = 0.05;
const wantedPower = 0.8;

/** Judges one test. `others`: p-values of the quarter's other claims, 1 for those not tested yet. */
export function judge(
  { direction, points }: Pick<Claim, "direction" | "points">,
  tested: Tested,
  others: readonly number[] = [],
): Judgement {
  const { estimate } = tested;
  const claims = others.length + 1;
  const adjusted = holm([estimate?.pValue ?? 1, ...others])[0] ?? 1;
  const seen = estimate ? sightOf(estimate.standardError, { points, claims }) : null;
  const given = { adjusted, claims, ...(seen ?? { visiblePoints: null, power: null }) };
  const missing = whatIsMissing(tested);
  if (missing || !estimate) {
    return { ...given, code: "not_enough_data", reason: missing ?? "no_comparison" };
  }
  return { ...given, ...weigh(estimate, { direction, points, adjusted, power: given.power }) };
}

type Weighing = Pick<Claim, "direction" | "points"> & Pick<Judgement, "adjusted" | "power">;

function weigh(
  { difference }: Estimate,
  { direction, points, adjusted, power }: Weighing,
): Pick<Judgement, "code" | "reason"> {
  const isUp = direction === "up";
  if (adjusted <= alpha && holdsNoZero(difference)) {
    const isClaimedWay = difference.value > 0 === isUp;
    return isClaimedWay
      ? { code: "supported", reason: "clear" }
      : { code: "not_supported", reason: "contrary" };
  }
  const best = isUp ? difference.high : -difference.low;
  const wouldShow = best < points / 100 || (power ?? 1) >= wantedPower;
  return wouldShow
    ? { code: "not_supported", reason: "smaller" }
    : { code: "not_enough_data", reason: "could_not_see" };
}

const holdsNoZero = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;

function whatIsMissing(tested: Tested): VerdictReason | null {
  const { deals, eligible, matched, estimate } = tested;
  if (deals === 0) return "no_deals";
  if (eligible === 0) return whyNoneEligible(tested);
  if (!estimate || matched < leastOverlap * eligible) return "no_comparison";
  if (matched < leastActed || estimate.outcomes < leastOutcomes) return "too_few";
  const isAlike = Math.max(Math.abs(estimate.gaps.size), Math.abs(estimate.gaps.age)) <= widestGap;
  return isAlike ? null : "not_alike";
}

function whyNoneEligible({ actedEver, actedAfter, actedLately }: Tested): VerdictReason {
  if (actedEver === 0) return "never_done";
  return actedAfter >= actedLately ? "too_late" : "too_recent";
}

/** Whether there is enough for the estimate and its interval to be shown: of a handful they would be noise. */
export function hasFigures({ code, reason }: Pick<Judgement, "code" | "reason">): boolean {
  return code !== "not_enough_data" || reason === "could_not_see";
}

/** What a test of this precision sees, at the strictest level that Holm's correction may ask for. */
function sightOf(standardError: number, { points, claims }: { points: number; claims: number }) {
  const z = normalQuantile(alpha / claims);
  if (standardError === 0) return { visiblePoints: 0, power: 1 };
  const visiblePoints = (z + normalQuantile(2 * (1 - wantedPower))) * standardError * 100;
  return { visiblePoints, power: upperTail(z - points / 100 / standardError) };
}

function upperTail(z: number): number {
  return z > 0 ? twoSided(z) / 2 : 1 - twoSided(z) / 2;
}

/**
 * p-values corrected for one another (Holm 1979): whatever holds, the chance that any of the answers is chance stays
 * what it is for one. In the order given.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = [...pValues.keys()].sort((a, b) => (pValues[a] ?? 1) - (pValues[b] ?? 1));
  const found = new Array<number>(pValues.length).fill(1);
  let most = 0;
  for (const [place, index] of order.entries()) {
    most = Math.max(most, Math.min(1, (pValues.length - place) * (pValues[index] ?? 1)));
    found[index] = most;
  }
  return found;
}
