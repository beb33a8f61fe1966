// Invented deals with trails whose truth is known.
import {
  createTrails,
  type JourneyDeal,
  type Trails,
} from "../../../../src/core/journey/discovery/trail.ts";
import type { Touch } from "../../../../src/core/model.ts";
import { createRandom } from "../../../../src/sample/random.ts";
import { aTouch } from "../../../helpers/touches.ts";

export const day = 86_400_000;
/** The day on which the first deal opens. */
const start = Date.UTC(2025, 0, 6);

export type Doing = { won: boolean; index: number; chance(probability: number): boolean };
type Invented = {
  deals: number;
  /** Days from the opening to the decision. */
  lives?: (won: boolean) => number;
  /** Kinds with the day on which each was done, counted from the opening. */
  does: (doing: Doing) => { type?: string; page?: string; day: number }[];
  seed?: number;
};

/** Deals of one customer each, one a day, half of them won; touches are recorded from long before. */
export function invent({ deals: count, lives = () => 60, does, seed = 1 }: Invented) {
  const random = createRandom(seed, "discovery");
  const deals = Array.from({ length: count }, (_, index): JourneyDeal => {
    const won = random.chance(0.5);
    const openedAt = start + index * day;
    return {
      ...{ id: `dea_${index}`, label: `Deal ${index}`, customers: [`acc_${index}`], ownerId: null },
      ...{ status: won ? "won" : "lost", openedAt, closedAt: openedAt + lives(won) * day },
      ...{ segment: index % 2 === 0 ? "finance" : "medical", stage: null },
      ...{ amount: null, currency: null, stages: [] },
    };
  });
  const trails = createTrails(deals);
  trails.take(aTouch("first", start - 100 * day), [null, null]);
  for (const [index, deal] of deals.entries()) {
    const doing = { won: deal.status === "won", index, chance: random.chance };
    for (const [at, done] of does(doing).entries()) takeOne(trails, deal, { ...done, at });
  }
  return { deals, trails, now: start + (count + 100) * day, pause: async () => {} };
}

function takeOne(
  trails: Trails,
  { id, openedAt, customers }: JourneyDeal,
  {
    type = "page.view",
    page,
    day: after,
    at,
  }: { type?: string; page?: string; day: number; at: number },
): void {
  const touch: Touch = aTouch(`${id}-${at}`, openedAt + after * day + at * 1_000, {
    ...{ type, props: page ? { page } : {}, contactId: null, accountId: customers[0] ?? null },
  });
  trails.take(touch, [null, customers[0] ?? null]);
}
