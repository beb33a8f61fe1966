// A planned deal as records: the deal, the lead it came from, and its way through the stages.
import { dayMs, minuteMs } from "../core/durations.ts";
import type { StageChange } from "../core/facts.ts";
import { type Deal, type Language, type Lead, type Stage, stages } from "../core/model.ts";
import { nextWorkingTime } from "./calendar.ts";
import type { Customer } from "./customers.ts";
import type { DealPlan } from "./plans.ts";
import { itemAt, type Random } from "./random.ts";
import { numberedId, sampleId } from "./sample-id.ts";
import { type ProductRow, productTable } from "./tables/product-table.ts";
import {
  competitorReason,
  competitors,
  lossReasons,
  motions,
  needs,
  nextSteps,
} from "./tables/word-table.ts";
import type { Size } from "./traits.ts";

type Records = { deal: Deal; lead: Lead; stageChanges: Omit<StageChange, "id">[] };

/** Typical amount in USD. */
const amounts: Record<Size, number> = { small: 18_000, mid: 70_000, large: 240_000 };
const perDollar = { USD: 1, GBP: 0.8, CNY: 7 };

/** The records of one plan; `number` makes their ids. */
export function toDealRecords(
  plan: DealPlan,
  options: { number: number; now: number; random: Random },
): Records {
  const { number, now, random } = options;
  const language = plan.rep.language;
  const product = pickProduct(plan.customer, random);
  const dealId = numberedId("deal", number);
  const stageChanges = toStageChanges(plan, { dealId, now, random });
  const lastMove = itemAt(stageChanges, stageChanges.length - 1);
  const deal: Deal = {
    id: dealId,
    name: nameDeal(plan.customer, product, random.pick(motions[language])),
    accountId: plan.customer.account.id,
    leadId: numberedId("lead", number),
    productId: sampleId("product", product.key),
    ownerId: plan.rep.id,
    stage: lastMove.to as Stage,
    status: plan.status,
    amount: drawAmount(plan.customer, random),
    currency: plan.customer.currency,
    budgetStatus: plan.budgetStatus,
    decisionMaker: random.chance(0.8) ? (plan.customer.contacts[0]?.name ?? null) : null,
    ...toPlans(plan, { language, now, random }),
    ...toLoss(plan, language, random),
    openedAt: plan.openedAt,
    closedAt: plan.closedAt,
    createdAt: plan.openedAt,
    updatedAt: lastMove.at,
  };
  return { deal, lead: toLead(plan, deal, random), stageChanges };
}

/** What an account of this size and industry usually spends, in its currency. */
function drawAmount(customer: Customer, random: Random): number {
  const amount = random.logNormal(amounts[customer.size], 0.5) * perDollar[customer.currency];
  return Math.max(Math.round(amount / 1000), 1) * 1000;
}

/** Mostly the product made for the customer's industry. */
export function pickProduct(customer: Customer, random: Random): ProductRow {
  const fitting = productTable.filter(
    ({ industry }) => industry === null || industry === customer.industry,
  );
  return random.pickWeighted(fitting, ({ industry }) => (industry === null ? 1 : 4));
}

function nameDeal(customer: Customer, product: ProductRow, motion: string): string {
  const separator = customer.language === "zh" ? " " : ": ";
  return `${customer.short}${separator}${product.name} ${motion}`;
}

/** Next step and expected close; some expected dates have passed, as in any CRM. */
function toPlans(
  plan: DealPlan,
  options: { language: Language; now: number; random: Random },
): Pick<Deal, "nextStep" | "nextStepDate" | "closeDate"> {
  const { language, now, random } = options;
  if (plan.status !== "open") {
    return { nextStep: null, nextStepDate: null, closeDate: plan.closedAt };
  }
  const nextStep = random.chance(0.8) ? random.pick(nextSteps[language]) : null;
  const nextStepDate = now + random.whole(-3, 12) * dayMs;
  return {
    nextStep,
    nextStepDate: nextStep === null ? null : nextStepDate,
    closeDate: now + random.whole(-8, 75) * dayMs,
  };
}

function toLoss(
  plan: DealPlan,
  language: Language,
  random: Random,
): Pick<Deal, "lossReason" | "competitor"> {
  const lossReason = plan.status === "lost" ? random.pick(lossReasons[language]) : null;
  const beaten = lossReason === lossReasons[language][competitorReason];
  const competitor = beaten || random.chance(0.15) ? random.pick(competitors[language]) : null;
  return { lossReason, competitor };
}

/** The CRM of the sample opens a deal the moment a lead arrives, so both have the same time. */
function toLead(plan: DealPlan, deal: Deal, random: Random): Lead {
  const { customer, source, status } = plan;
  const stated = plan.budgetStatus === "confirmed" || plan.budgetStatus === "estimated";
  const budget = Math.round(((deal.amount ?? 0) * random.between(0.7, 1.1)) / 1000) * 1000;
  return {
    id: deal.leadId ?? "",
    contactId: plan.contact.id,
    accountId: customer.account.id,
    productId: deal.productId,
    title: deal.name,
    source,
    status: "converted",
    outcome: status === "open" ? null : status,
    language: customer.language,
    territory: customer.territory,
    need: random.pick(needs[customer.language][customer.industry]),
    budget: stated ? budget : null,
    currency: customer.currency,
    budgetStatus: plan.budgetStatus,
    ownerId: plan.rep.id,
    selfSourced: source === "outbound",
    createdAt: plan.openedAt,
    updatedAt: deal.updatedAt,
    closedAt: plan.closedAt,
  };
}

/** new at opening, contacted at the first contact, the middle stages spread over the rest, won or lost at the end. */
function toStageChanges(
  plan: DealPlan,
  options: { dealId: string; now: number; random: Random },
): Omit<StageChange, "id">[] {
  const { dealId, now, random } = options;
  const passed: Stage[] = stages.slice(0, stages.indexOf(plan.reached) + 1);
  const middle = passed.slice(2);
  const start = plan.firstContactAt ?? plan.openedAt;
  const end = plan.closedAt ?? now;
  const moves = middle
    .map(() => nextWorkingTime(random.between(start, end), plan.rep.offsetHours, random))
    .sort((one, other) => one - other)
    .map((at, index) => Math.min(at, end - (middle.length - index) * minuteMs));
  const times = [plan.openedAt, start, ...moves].slice(0, passed.length);
  const ending: Stage[] = plan.status === "open" ? [] : [plan.status];
  return [...passed, ...ending].map((to, index, path) => ({
    dealId,
    from: path[index - 1] ?? null,
    to,
    at: times[index] ?? end,
    actorId: plan.rep.id,
    source: "sample",
    evidence: null,
  }));
}
