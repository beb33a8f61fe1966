// What happened in each deal, before it is written down as records and touches.
import { dayMs, hourMs } from "../core/durations.ts";
import type { Contact, Stage } from "../core/model.ts";
import { addWorkingHours, workingTime } from "./calendar.ts";
import type { Customer } from "./customers.ts";
import { type BudgetStatus, chanceOfWinning } from "./outcome.ts";
import type { Rep } from "./people.ts";
import { createRandom, itemAt, type Random } from "./random.ts";
import { leadSources } from "./tables/word-table.ts";
import { createCustomerPicker } from "./territory.ts";
import type { Size } from "./traits.ts";

/** One deal: who, with whom, when, and how far it came. */
export type DealPlan = {
  rep: Rep;
  customer: Customer;
  /** The person who brought the deal; most touches are theirs. */
  contact: Contact;
  source: (typeof leadSources)[number];
  openedAt: number;
  /** Null while nobody has called yet. */
  firstContactAt: number | null;
  interest: number;
  budgetStatus: BudgetStatus;
  status: "open" | "won" | "lost";
  /** The last stage before it closed, or the present one. */
  reached: Stage;
  closedAt: number | null;
};

type Opening = Pick<DealPlan, "openedAt" | "firstContactAt">;
type Parts = { reps: Rep[]; customers: Customer[]; now: number; seed: number };

const historyDays = 490;
const cycleDays: Record<Size, number> = { small: 26, mid: 38, large: 55 };
const shortestCycleDays = 10;
/** Spread of the logarithm of the first-contact delay, the same for every rep. */
export const delaySpread = 0.6;
/** Four days, so that the first contact comes before the end of the shortest cycle. */
const longestDelayHours = 36;

const budgetShares: Record<BudgetStatus, number> = {
  confirmed: 0.35,
  estimated: 0.4,
  none: 0.2,
  frozen: 0.05,
};

const lossShares: Partial<Record<Stage, number>> = {
  contacted: 3,
  qualified: 4,
  proposal: 4,
  negotiation: 2,
};

/** How many open deals stand in each stage, and how many days ago they were opened. */
const openStages: { stage: Stage; count: number; days: [number, number] }[] = [
  { stage: "new", count: 4, days: [0.05, 0.8] },
  { stage: "contacted", count: 9, days: [5, 15] },
  { stage: "qualified", count: 11, days: [10, 35] },
  { stage: "proposal", count: 10, days: [20, 60] },
  { stage: "negotiation", count: 6, days: [30, 90] },
];

/** Deals that have ended, in the order they were opened: as many per rep as the table says. */
export function planClosedDeals({ reps, customers, now, seed }: Parts): DealPlan[] {
  const random = createRandom(seed, "closed deals");
  const slots = random.shuffled(reps.flatMap((rep) => Array<Rep>(rep.closed).fill(rep)));
  const nextCustomer = createCustomerPicker(customers, random);
  const drafts = slots.map((rep) => draftClosedDeal(rep, nextCustomer(rep), { now, random }));
  drafts.sort((one, other) => one.openedAt - other.openedAt);
  const boughtAt = new Map<string, number>();
  return drafts.map((draft) => decide(draft, boughtAt, random));
}

/** Deals still under way, in the order they were opened. */
export function planOpenDeals({ reps, customers, now, seed }: Parts): DealPlan[] {
  const random = createRandom(seed, "open deals");
  const slots = random.shuffled(reps.flatMap((rep) => Array<Rep>(rep.open).fill(rep)));
  const nextCustomer = createCustomerPicker(customers, random);
  const stages = openStages.flatMap((each) => Array<typeof each>(each.count).fill(each));
  const plans = slots.map((rep, index): DealPlan => {
    const { stage, days } = itemAt(stages, index);
    const at = now - random.between(...days) * dayMs;
    return {
      ...draftDeal(rep, nextCustomer(rep), random),
      ...(stage === "new" ? untouched(at) : opening(rep, { at, latest: now - hourMs, random })),
      status: "open",
      reached: stage,
      closedAt: null,
    };
  });
  return plans.sort((one, other) => one.openedAt - other.openedAt);
}

function draftClosedDeal(
  rep: Rep,
  customer: Customer,
  { now, random }: { now: number; random: Random },
) {
  const deal = draftDeal(rep, customer, random);
  const firstDay = Math.min(historyDays, rep.hiredDaysAgo - 20);
  // Moving to working hours may add three days.
  const closesAt = now - random.between(3.5, firstDay) * dayMs;
  const cycle = random.logNormal(cycleDays[customer.size], 0.4);
  const opensAt = Math.max(
    closesAt - Math.max(cycle, shortestCycleDays) * dayMs,
    now - (rep.hiredDaysAgo - 5) * dayMs,
  );
  const closedAt = workingTime(closesAt, rep.offsetHours, random);
  return { ...deal, ...opening(rep, { at: opensAt, latest: closedAt, random }), closedAt };
}

function draftDeal(rep: Rep, customer: Customer, random: Random) {
  const budgets = Object.keys(budgetShares) as BudgetStatus[];
  return {
    rep,
    customer,
    contact: random.pick(customer.contacts),
    source: random.pick(leadSources),
    interest: (customer.eagerness + random.normal()) * Math.SQRT1_2,
    budgetStatus: random.pickWeighted(budgets, (status) => budgetShares[status]),
  };
}

function untouched(at: number): Opening {
  return { openedAt: Math.round(at), firstContactAt: null };
}

function opening(
  rep: Rep,
  options: { at: number; latest: number; random: Random },
): { openedAt: number; firstContactAt: number } {
  const { at, latest, random } = options;
  const openedAt = workingTime(at, rep.offsetHours, random);
  const delayHours = Math.min(
    random.logNormal(rep.firstContactHours, delaySpread),
    longestDelayHours,
  );
  const called = addWorkingHours(openedAt, delayHours, rep.offsetHours);
  return { openedAt, firstContactAt: Math.min(called, latest) };
}

/** Tosses the coin. `boughtAt` remembers when each account first bought. */
function decide(
  draft: ReturnType<typeof draftClosedDeal>,
  boughtAt: Map<string, number>,
  random: Random,
): DealPlan {
  const accountId = draft.customer.account.id;
  const chance = chanceOfWinning({
    ...draft,
    firstContactHours: (draft.firstContactAt - draft.openedAt) / hourMs,
    boughtBefore: (boughtAt.get(accountId) ?? Number.POSITIVE_INFINITY) < draft.openedAt,
  });
  if (!random.chance(chance)) {
    const stages = Object.keys(lossShares) as Stage[];
    const reached = random.pickWeighted(stages, (stage) => lossShares[stage] ?? 0);
    return { ...draft, status: "lost", reached };
  }
  boughtAt.set(accountId, Math.min(boughtAt.get(accountId) ?? draft.closedAt, draft.closedAt));
  return { ...draft, status: "won", reached: "negotiation" };
}
