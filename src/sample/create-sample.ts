// The sample team that `npm run demo` and the local chat begin with. Pure: the same seed and `now` give the same records.
// How deals end is decided by one model, documented in outcome.ts; which touches they leave, in touches/.
import type { StageChange } from "../core/facts.ts";
import type { Account, Contact, Deal, Lead, Person, Product, Team, Touch } from "../core/model.ts";
import { type Customer, createCustomers } from "./customers.ts";
import { toDealRecords } from "./deal-records.ts";
import { planNewLeads, planOldLeads } from "./leads.ts";
import { writeNotes } from "./notes.ts";
import { listPeople, listReps, listTeams } from "./people.ts";
import { type DealPlan, planClosedDeals, planOpenDeals } from "./plans.ts";
import { listProducts } from "./products.ts";
import { createRandom } from "./random.ts";
import { numberedId, sampleId } from "./sample-id.ts";
import { createTouches } from "./touches/create-touches.ts";

/** Whole records, ready to be stored. */
export type Sample = {
  teams: Team[];
  people: Person[];
  accounts: Account[];
  contacts: Contact[];
  products: Product[];
  /** 400 closed and 40 open. */
  deals: Deal[];
  /** Where each deal came from (`converted`), and leads being worked on, lost or in the pool. */
  leads: Lead[];
  /** Not assigned yet: what a demonstration begins with. Their contacts and touches are with the others. */
  newLeads: Lead[];
  touches: Touch[];
  stageChanges: StageChange[];
  /** What was planted, in words. */
  notes: string[];
  /** Whom the local chat shows first. */
  featured: { english: string; chinese: string; newcomer: string; manager: string };
};

const touchCount = 3000;

/** Of the first twenty seeds one near their average, in the share of wins and in how well each factor predicts them. */
const usualSeed = 15;

/** Makes the sample team as it would stand at `now` (UTC milliseconds). */
export function createSample({ now, seed = usualSeed }: { now: number; seed?: number }): Sample {
  const reps = listReps();
  const customers = createCustomers(now, seed);
  const parts = { reps, customers, now, seed };
  const closed = planClosedDeals(parts);
  const open = planOpenDeals(parts);
  const oldLeads = planOldLeads(parts);
  const newLeads = planNewLeads(customers, now);
  const plans = [...closed, ...open];
  const { deals, leads, stageChanges } = recordDeals(plans, now, seed);
  const leadPlans = [...oldLeads, ...newLeads];
  return {
    teams: listTeams(now),
    people: listPeople(now),
    accounts: customers.map((customer) => withOwner(customer, plans)),
    contacts: listContacts(
      customers,
      leadPlans.map(({ contact }) => contact),
    ),
    products: listProducts(now),
    deals,
    leads: [...leads, ...oldLeads.map(({ lead }) => lead)],
    newLeads: newLeads.map(({ lead }) => lead),
    touches: createTouches({ closed, open, leads: leadPlans, count: touchCount, now, seed }),
    stageChanges,
    notes: writeNotes(reps),
    featured: {
      english: sampleId("person", "ana"),
      chinese: sampleId("person", "siyuan"),
      newcomer: sampleId("person", "leo"),
      manager: sampleId("person", "helen"),
    },
  };
}

function recordDeals(plans: DealPlan[], now: number, seed: number) {
  const random = createRandom(seed, "deal records");
  const records = plans.map((plan, index) =>
    toDealRecords(plan, { number: index + 1, now, random }),
  );
  const changes = records.flatMap((record) => record.stageChanges);
  return {
    deals: records.map(({ deal }) => deal),
    leads: records.map(({ lead }) => lead),
    stageChanges: changes.map((change, index) => ({
      id: numberedId("stageChange", index + 1),
      ...change,
    })),
  };
}

/** An account belongs to whoever opened its latest deal. */
function withOwner({ account }: Customer, plans: DealPlan[]): Account {
  const latest = plans.findLast(({ customer }) => customer.account.id === account.id);
  if (!latest) return account;
  return { ...account, ownerId: latest.rep.id, updatedAt: latest.openedAt };
}

/** Those of the accounts, and those whom only a lead knows. */
function listContacts(customers: Customer[], ofLeads: Contact[]): Contact[] {
  const listed = [...customers.flatMap(({ contacts }) => contacts), ...ofLeads];
  return [...new Map(listed.map((contact) => [contact.id, contact])).values()];
}
