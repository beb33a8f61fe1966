// What happens to the team from outside in a quarter, drawn beforehand with the sample's own generator.
import { dayMs, hourMs } from "../../src/core/durations.ts";
import type { Contact, Lead, Touch } from "../../src/core/model.ts";
import { type Customer, createCustomers } from "../../src/sample/customers.ts";
import { pickProduct } from "../../src/sample/deal-records.ts";
import { type BudgetStatus, chanceOfWinning } from "../../src/sample/outcome.ts";
import { listReps, type Rep } from "../../src/sample/people.ts";
import { type DealPlan, planClosedDeals, planOpenDeals } from "../../src/sample/plans.ts";
import { createRandom, itemAt, type Random } from "../../src/sample/random.ts";
import { numberedId, sampleId } from "../../src/sample/sample-id.ts";
import { leadSources, needs } from "../../src/sample/tables/word-table.ts";
import { createCustomerPicker } from "../../src/sample/territory.ts";
import { askByForm, type Courtship, courtCustomer } from "../../src/sample/touches/courtship.ts";
import type { TouchDraft } from "../../src/sample/touches/moves.ts";
import { serveCustomer } from "../../src/sample/touches/service.ts";

/** A lead that will come, and what nobody knows of it yet. */
export type ComingLead = {
  lead: Lead;
  customer: Customer;
  contact: Contact;
  courtship: Courtship;
  interest: number;
  budgetStatus: BudgetStatus;
};

/** A deal of the sample that is open at the beginning, and how it will end. */
export type Ending = { dealId: string; at: number; isWon: boolean };

export type QuarterPlan = { leads: ComingLead[]; touches: Touch[]; endings: Ending[] };

export type Span = { from: number; days: number; seed: number };

/** Leads a day and team of six, in the mean; weekends bring a fifth. Twelve reps then carry what their places allow. */
const leadsADay = 3;
const weekendShare = 0.2;
/** How long an open deal goes on, in days after the beginning. */
const goesOnDays: [number, number] = [5, 75];
const budgets: readonly BudgetStatus[] = ["confirmed", "estimated", "estimated", "none"];

/** The same span and seed give the same quarter. */
export function planQuarter(span: Span): QuarterPlan {
  const { from, days, seed } = span;
  const customers = createCustomers(from, seed);
  const parts = { reps: listReps(), customers, now: from, seed };
  const random = createRandom(seed, "quarter");
  const leads = drawLeads({ ...parts, days, random });
  const open = planOpenDeals(parts);
  const to = from + days * dayMs;
  const drafts = [
    ...leads.flatMap(({ courtship }) => [
      ...courtCustomer(courtship, random).flat(),
      ...askByForm(courtship),
    ]),
    ...open.flatMap((plan) => goOn(plan, span, random)),
    ...planClosedDeals(parts).flatMap((plan) => serveCustomer(plan, to, random).flat()),
  ];
  return {
    leads,
    touches: toTouches(drafts.filter(({ at }) => at > from && at < to)),
    // The sample numbers its deals, the closed ones first.
    endings: open.map((plan, index) => drawEnding(plan, { number: 401 + index, from, random })),
  };
}

type Drawing = { reps: Rep[]; customers: Customer[]; now: number; days: number; random: Random };

function drawLeads({ reps, customers, now, days, random }: Drawing): ComingLead[] {
  const nextCustomer = createCustomerPicker(customers, random);
  const leads: ComingLead[] = [];
  for (let day = 0; day < days; day += 1) {
    const weekday = new Date(now + day * dayMs).getUTCDay();
    const share = weekday === 0 || weekday === 6 ? weekendShare : 1;
    for (let slot = 0; slot < 2 * leadsADay; slot += 1) {
      if (!random.chance(0.5 * share)) continue;
      const customer = nextCustomer(random.pick(reps));
      const at = now + day * dayMs + Math.round(random.between(0, 24) * hourMs);
      leads.push(drawLead(customer, { at, number: leads.length + 1, random }));
    }
  }
  return leads.sort((a, b) => a.lead.createdAt - b.lead.createdAt);
}

function drawLead(
  customer: Customer,
  { at, number, random }: { at: number; number: number; random: Random },
): ComingLead {
  const contact = random.pick(customer.contacts);
  const interest = (customer.eagerness + random.normal()) * Math.SQRT1_2;
  const budgetStatus = random.pick(budgets);
  const source = random.pick(leadSources);
  const product = pickProduct(customer, random);
  const { account, language, territory, currency, short, industry } = customer;
  const lead: Lead = {
    ...{ id: sampleId("lead", `quarter_${number}`), contactId: contact.id, accountId: account.id },
    ...{ productId: sampleId("product", product.key), title: `${short}: ${product.name}` },
    ...{ source, status: "new", outcome: null, language, territory, currency, budgetStatus },
    ...{ need: random.pick(needs[language][industry]), budget: null, ownerId: null },
    ...{ selfSourced: false, createdAt: at, updatedAt: at, closedAt: null },
  };
  const colleagues = customer.contacts.filter(({ id }) => id !== contact.id);
  const courtship: Courtship = {
    ...{ contact, colleagues, industry, style: customer.style, interest },
    ...{ offsetHours: customer.offsetHours, openedAt: at, leadDays: 10 },
    moves: Math.max(1, Math.round(5 + interest + random.between(-1.5, 1.5))),
    byForm: source === "website",
    endsAt: at + random.between(15, 60) * dayMs,
    answered: null,
  };
  return { lead, customer, contact, courtship, interest, budgetStatus };
}

/** Customers of open deals come back as those of new leads do. */
function goOn(plan: DealPlan, { from }: Span, random: Random): TouchDraft[] {
  const { customer, contact, interest } = plan;
  const courtship: Courtship = {
    ...{ contact, colleagues: customer.contacts.filter(({ id }) => id !== contact.id) },
    ...{ industry: customer.industry, style: customer.style, offsetHours: customer.offsetHours },
    ...{ interest, moves: 5, leadDays: 0, byForm: false, answered: null },
    ...{ openedAt: from, endsAt: from + 60 * dayMs },
  };
  return courtCustomer(courtship, random).flat();
}

function drawEnding(
  plan: DealPlan,
  { number, from, random }: { number: number; from: number; random: Random },
): Ending {
  const chance = chanceOfWinning({ ...plan, firstContactHours: 4, boughtBefore: false });
  const at = from + Math.round(random.between(...goesOnDays) * dayMs);
  return { dealId: numberedId("deal", number), at, isWon: random.chance(chance) };
}

function toTouches(drafts: TouchDraft[]): Touch[] {
  return drafts
    .map((draft) => ({ ...draft, at: Math.round(draft.at) }))
    .sort((a, b) => a.at - b.at)
    .map((draft, index) => ({
      ...{ ...draft, id: sampleId("touch", `quarter_${index}`), anonymousId: null },
      receivedAt: draft.at,
    }));
}

/** How a lead that a rep works will end, and when. */
export function drawOutcome(
  { customer, interest, budgetStatus, courtship }: ComingLead,
  { rep, hours, random }: { rep: Rep; hours: number; random: Random },
): { isWon: boolean; at: number } {
  const chance = chanceOfWinning({
    ...{ rep, customer, interest, budgetStatus },
    ...{ firstContactHours: hours, boughtBefore: false },
  });
  return { isWon: random.chance(chance), at: Math.round(courtship.endsAt) };
}

/** The rep of the sample with this id. */
export function repWithId(id: string): Rep {
  const reps = listReps();
  return itemAt(
    reps,
    Math.max(
      0,
      reps.findIndex((rep) => rep.id === id),
    ),
  );
}
