// The test of one claim on the courses of deals: who got the action, who alike did not, and what followed for each.
import { dayMs } from "../../durations.ts";
import type { Claim } from "../claim.ts";
import { type Course, dayOf } from "./course.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { formRiskSets, type Likeness, type RiskSets } from "./risk-sets.ts";

/** Everything a verdict and its "how we tested" are made from. */
export type Tested = {
  /** Deals the claim is about that were open in the period. */
  deals: number;
  /** Deals that ever got the action. */
  actedEver: number;
  /** Of these: only once the deal was closed, or no longer one of those meant. */
  actedAfter: number;
  /** Of these: so lately that the window is not over. */
  actedLately: number;
  /** Deals that got it while they could be watched, and of these those with somebody alike. */
  eligible: number;
  matched: number;
  likeness: Likeness;
  estimate: Estimate | null;
  /** What a dashboard would say: everybody who ever got the action beside everybody who never did. */
  plainDifference: number | null;
};

/** Runs the test on actions from `from` on; outcomes are known up to `to`. */
export function testClaim(
  courses: readonly Course[],
  { windowDays }: Pick<Claim, "windowDays">,
  { from, to }: { from: number; to: number },
): Tested {
  const period = { from, to, windowMs: windowDays * dayMs };
  const inside = courses.filter(({ spans }) => spans.some((span) => span.to > from));
  const sets: RiskSets = formRiskSets(inside, period);
  const acted = inside.flatMap(({ actedAt, spans }) =>
    actedAt === null || actedAt < from ? [] : [{ end: (dayOf(actedAt) + 1) * dayMs, spans }],
  );
  const isOpen = ({ end, spans }: (typeof acted)[number]) =>
    spans.some((span) => span.from <= end && end < span.to);
  return {
    ...{ deals: inside.length, actedEver: acted.length },
    actedAfter: acted.filter((one) => !isOpen(one)).length,
    actedLately: acted.filter((one) => isOpen(one) && one.end + period.windowMs > to).length,
    ...{ eligible: sets.eligible, matched: sets.matched, likeness: sets.likeness },
    estimate: estimate(inside, sets),
    plainDifference: plainDifference(inside, from),
  };
}

function plainDifference(courses: readonly Course[], from: number): number | null {
  const shareOf = (some: readonly Course[]) =>
    some.filter(({ outcomes }) => outcomes.some((at) => at >= from)).length / some.length;
  const acted = courses.filter(({ actedAt }) => actedAt !== null);
  const never = courses.filter(({ actedAt }) => actedAt === null);
  if (acted.length === 0 || never.length === 0) return null;
  return shareOf(acted) - shareOf(never);
}

/**
 * How strongly something unseen would have to go with both the action and the outcome to explain the ratio away, as
 * a ratio of risks (E-value: VanderWeele and Ding 2017). 1 where nothing is needed.
 */
export function unseenNeeded(ratio: { value: number; low: number; high: number }) {
  return { ofValue: eValue(ratio.value), ofLimit: eValue(nearestToOne(ratio)) };
}

function eValue(ratio: number): number {
  const away = ratio >= 1 ? ratio : 1 / ratio;
  return away + Math.sqrt(away * (away - 1));
}

function nearestToOne({ low, high }: { low: number; high: number }): number {
  if (low > 1) return low;
  return high < 1 ? high : 1;
}
