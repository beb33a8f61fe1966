// Candidates for the strategy of the week, found in one half of the customers. The other half is left alone, so that it
// can test what the first one suggested: what was found and what tests it are never the same data.
import { lotOf } from "../statistics/hash.ts";
import type { Claim } from "./claim.ts";
import { type DealCourse, gatherCourses } from "./gather-courses.ts";
import type { StrategyServices } from "./services.ts";
import type { Course } from "./testing/course.ts";
import { normalQuantile } from "./testing/distributions.ts";
import { leastActed } from "./testing/judge.ts";
import { testClaim } from "./testing/test-claim.ts";

/** A claim the first half suggests, with what the second half still lacks to test it. */
export type Suggestion = {
  claim: Claim;
  /** Difference seen in the first half, in percentage points, and how many deals that rests on. */
  points: number;
  matched: number;
  /** Deals with the action that the other half has, and that a test would need. */
  have: number;
  need: number;
};

/** What a team itself does, and can do more of. */
const ownActions = [
  "call.made",
  "email.sent",
  "message.sent",
  "meeting.held",
  "file.open",
] as const;
const mostSuggestions = 2;
/** Looking is cheap and proves nothing: a hint need only be likelier than not. */
const hintAlpha = 0.2;

/** Which half a customer is of: drawn once and for good. */
export const isFirstHalf = ({ cluster }: Pick<Course, "cluster">): boolean =>
  lotOf(`half ${cluster}`) < 2 ** 31;

/** The two clearest candidates, or none. */
export async function suggestClaims(
  services: StrategyServices,
  { managerId, from, now }: { managerId: string; from: number; now: number },
): Promise<Suggestion[]> {
  const found: (Suggestion & { pValue: number })[] = [];
  for (const type of ownActions) {
    const claim: Claim = {
      ...{ action: { kind: "touch", type }, population: { stages: [] }, outcome: "won" },
      ...{ direction: "up", windowDays: 30, points: 10, isSuggested: true },
    };
    const courses = await gatherCourses(services, claim, { managerId, now });
    const one = hintOf(courses, claim, { from, to: now });
    if (one) found.push(one);
    await services.pause();
  }
  return found
    .sort((a, b) => a.pValue - b.pValue)
    .slice(0, mostSuggestions)
    .map(({ pValue: _, ...suggestion }) => suggestion);
}

function hintOf(
  courses: readonly DealCourse[],
  claim: Claim,
  period: { from: number; to: number },
) {
  const seen = testClaim(courses.filter(isFirstHalf), claim, period);
  const { estimate, matched } = seen;
  if (!estimate || matched < leastActed / 2 || estimate.pValue > hintAlpha) return undefined;
  if (estimate.difference.value <= 0) return undefined;
  const left = testClaim(
    courses.filter((course) => !isFirstHalf(course)),
    claim,
    period,
  );
  const points = Math.max(1, Math.round(estimate.difference.value * 100));
  const z = normalQuantile(0.05) + normalQuantile(0.4);
  // The error shrinks with the root of the number of deals: so many would see this effect four times out of five.
  const need = Math.ceil(matched * ((z * estimate.standardError) / estimate.difference.value) ** 2);
  return {
    ...{ claim: { ...claim, points: Math.min(100, points) }, points, matched },
    ...{ have: left.matched, need: Math.max(leastActed, need), pValue: estimate.pValue },
  };
}
