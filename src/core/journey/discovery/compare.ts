// Which deals can be compared, and over which days. A deal that lives longer collects more touches, so that simply counting
// them finds whatever long-lived deals have. Everybody is therefore looked at over the same days, from two weeks before the
// deal opened until a landmark after it, and only deals that were still undecided at the landmark are compared (landmark
// analysis: Anderson, Cain and Gelber, Journal of Clinical Oncology 1, 1983).
import { dayMs } from "../../durations.ts";
import { leadUpMs } from "../../leads/gathering/signals.ts";
import type { JourneyDeal } from "./trail.ts";

/** A decided deal in the comparison, with the days that are looked at. */
export type Compared = { deal: JourneyDeal; from: number; to: number; won: boolean };

export type Comparison = {
  /** Days after the opening at which everybody is looked at. */
  landmarkDays: number;
  compared: Compared[];
  leftOut: {
    open: number;
    /** Opened before the first touch was recorded. */
    beforeTouches: number;
    /** Decided before the landmark. */
    decidedEarly: number;
    /** Younger than three in four deals live: of them only the quick ones are decided. */
    tooYoung: number;
    /** The same customer's days already count for another deal. */
    overlapping: number;
  };
};

const landmarks = [30, 21, 14, 7, 3, 1];
/** At the landmark this share of decided deals has to be undecided still. */
const shareUndecided = 0.75;

/** Chooses the landmark by how long deals live alone, never by what was done, and whoever can be compared at it. */
export function compareDeals(
  deals: readonly JourneyDeal[],
  { now, firstTouchAt }: { now: number; firstTouchAt: number },
): Comparison {
  const decided = deals.filter(({ status, closedAt }) => status !== "open" && closedAt !== null);
  decided.sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
  const lives = decided.map(lifeOf).sort((a, b) => a - b);
  const landmarkDays = longestLandmark(lives);
  const leftOut: Comparison["leftOut"] = {
    ...{ open: deals.length - decided.length, beforeTouches: 0 },
    ...{ decidedEarly: 0, tooYoung: 0, overlapping: 0 },
  };
  const usualLife = lives[Math.floor(lives.length * shareUndecided)] ?? 0;
  const limits = { firstTouchAt, landmarkDays, bornBy: now - usualLife };
  const takenUntil = new Map<string, number>();
  const compared: Compared[] = [];
  for (const deal of decided) {
    const why = whyNot(deal, limits) ?? overlap(deal, takenUntil);
    if (why) {
      leftOut[why] += 1;
      continue;
    }
    const to = deal.openedAt + landmarkDays * dayMs;
    for (const id of deal.customers) takenUntil.set(id, to);
    compared.push({ deal, from: deal.openedAt - leadUpMs, to, won: deal.status === "won" });
  }
  return { landmarkDays, compared, leftOut };
}

/** The longest that three deals in four reach undecided. */
function longestLandmark(lives: readonly number[]): number {
  const isReached = (days: number) =>
    lives.filter((life) => life > days * dayMs).length >= shareUndecided * lives.length;
  return landmarks.find(isReached) ?? 1;
}

type Limits = { firstTouchAt: number; landmarkDays: number; bornBy: number };

function whyNot(
  deal: JourneyDeal,
  { firstTouchAt, landmarkDays, bornBy }: Limits,
): "beforeTouches" | "decidedEarly" | "tooYoung" | undefined {
  if (deal.openedAt - leadUpMs < firstTouchAt) return "beforeTouches";
  if (lifeOf(deal) <= landmarkDays * dayMs) return "decidedEarly";
  return deal.openedAt > bornBy ? "tooYoung" : undefined;
}

function overlap(
  { customers, openedAt }: JourneyDeal,
  takenUntil: ReadonlyMap<string, number>,
): "overlapping" | undefined {
  const isTaken = (id: string) => (takenUntil.get(id) ?? 0) > openedAt - leadUpMs;
  return customers.some(isTaken) ? "overlapping" : undefined;
}

const lifeOf = ({ openedAt, closedAt }: JourneyDeal) => (closedAt ?? openedAt) - openedAt;
