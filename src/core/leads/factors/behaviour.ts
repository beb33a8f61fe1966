import type { Touch } from "../../model.ts";
import type { ClosedDeal } from "../facts.ts";
import { defineFactor, toPercent } from "./factor.ts";

/** Wins with touches on record before a rep's pattern means anything. */
const leastWins = 3;

/**
 * The customer's touches of the last 30 days against those around this rep's wins (from 14 days before the deal
 * opened until it closed): cosine of the
 * two profiles of what they did (type, and which page or file), counts damped by log(1 + n) so that one busy afternoon does not decide
 * (the usual term weighting; Manning et al., Introduction to Information Retrieval, section 6.4).
 * Range 0..100. No data when the customer has no touches or the rep fewer than 3 such wins.
 */
export const behaviour = defineFactor({
  id: "behaviour",
  neutral: 50,
  measure({ touches }, rep) {
    const wins = rep.deals.filter((deal) => deal.won && deal.touches.size > 0);
    if (touches.length === 0 || wins.length < leastWins) return null;
    const mine = meanProfile(wins);
    const theirs = profileOf(countByKind(touches));
    const most = mostTelling(theirs, mine);
    return {
      value: toPercent(cosine(theirs, mine)),
      reason: {
        code: "behaviour",
        params: { touch: most, times: countByKind(touches).get(most) ?? 0, wins: wins.length },
        refs: touches
          .filter((touch) => kindOf(touch) === most)
          .slice(-5)
          .map((touch) => ({ kind: "touch", id: touch.id })),
      },
    };
  },
});

type Profile = ReadonlyMap<string, number>;

/** Pricing and documentation are both pages, but they do not say the same. */
export function kindOf({ type, props }: Touch): string {
  const part = props.page ?? props.kind;
  return typeof part === "string" ? `${type}:${part}` : type;
}

function countByKind(touches: readonly Touch[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const touch of touches) {
    const kind = kindOf(touch);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

function profileOf(counts: ReadonlyMap<string, number>): Profile {
  return new Map([...counts].map(([type, count]) => [type, Math.log1p(count)]));
}

function meanProfile(wins: ClosedDeal[]): Profile {
  const sum = new Map<string, number>();
  for (const win of wins) {
    for (const [type, weight] of profileOf(win.touches)) {
      sum.set(type, (sum.get(type) ?? 0) + weight / wins.length);
    }
  }
  return sum;
}

function cosine(a: Profile, b: Profile): number {
  let dot = 0;
  for (const [type, weight] of a) dot += weight * (b.get(type) ?? 0);
  const size = norm(a) * norm(b);
  return size === 0 ? 0 : dot / size;
}

function norm(profile: Profile): number {
  return Math.sqrt([...profile.values()].reduce((sum, weight) => sum + weight * weight, 0));
}

/** The touch type that does most to make the two alike. */
function mostTelling(a: Profile, b: Profile): string {
  const share = (type: string) => (a.get(type) ?? 0) * (b.get(type) ?? 0);
  return [...a.keys()].reduce((best, type) => (share(type) > share(best) ? type : best));
}
