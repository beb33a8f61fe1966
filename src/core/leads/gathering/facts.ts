// What assignment looks at, gathered once for a batch of leads (gather.ts) so that deciding is pure.
import type { Absence } from "../../facts.ts";
import type { Account, Contact, Lead, Person, Touch } from "../../model.ts";
import type { Skill } from "../../training/playbook.ts";
import type { Tally } from "../factors/track-record.ts";
import type { Service, Talk, Usage } from "./signals.ts";
import type { SkillCalls } from "./skill-calls.ts";

// What is optional is left out where there is no record of it: the factor then has no data.

export type LeadFacts = {
  lead: Lead;
  account: Account | null;
  contact: Contact | null;
  /** The customer's own touches of the last 30 days, oldest first. */
  touches: Touch[];
  /** Reps who had this lead offered and gave it back. */
  declinedBy: ReadonlySet<string>;
  /** How deeply the customer uses the product, and how they stand with service: their account's last 180 days. */
  usage?: Usage | null;
  service?: Service | null;
  /** The conversations of the last 180 days, by the rep who had them. */
  talks?: ReadonlyMap<string, Talk>;
};

/** A closed deal as history: how it ended, for whom. */
export type ClosedDeal = {
  dealId: string;
  won: boolean;
  closedAt: number;
  account: Account | null;
  /** Hours from opening to the rep's first call, mail or message; null when none is on record. */
  firstContactHours: number | null;
  /** What the customer did from shortly before it opened until it closed: kinds and steps, counted (behaviour.ts). */
  touches: ReadonlyMap<string, number>;
  amount?: number | null;
  currency?: string | null;
  /** Said to have none, or a frozen one. */
  noBudget?: boolean;
  askedForPrices?: boolean;
  /** As they were when it closed. */
  usage?: Usage | null;
  service?: Service | null;
  /** Who it was against, and in whose words it was lost. */
  competitor?: string | null;
  lossReason?: string | null;
};

/** Checks of one skill in shared practice and consented calls; `hits` of `of`: weighed, older talks less (estimate.ts). */
export type SharedSkill = {
  skill: Skill;
  passed: number;
  checks: number;
  hits: number;
  of: number;
};

export type RepFacts = {
  person: Person;
  /** Leads offered or accepted and deals open, now. */
  open: number;
  /** Leads offered in the last 30 days: settles ties. */
  offered: number;
  absence: Absence | null;
  /** Leads they may still get now that they are back from an absence; null: no such limit. */
  gentle?: number | null;
  deals: ClosedDeal[];
  /** All their conversations on record. */
  talk?: Talk;
  skills?: readonly SharedSkill[];
};

export type TeamFacts = {
  reps: RepFacts[];
  /** Verticals somebody holds a licence for: there, others may not sell. */
  licensed: ReadonlySet<string>;
  /** The team's deals by what makes them alike, kept once counted. */
  tallies?: Map<string, Tally>;
  /** What customers call for by their vertical's playbook, and by industry once counted (skill-calls.ts). */
  calls?: { byVertical: ReadonlyMap<string, SkillCalls>; known: Map<string, SkillCalls> };
};
