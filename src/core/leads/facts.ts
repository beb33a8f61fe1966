// What assignment looks at, gathered once for a batch of leads (gather.ts) so that deciding is pure.

import type { Absence } from "../facts.ts";
import type { Account, Contact, Lead, Person, Touch } from "../model.ts";

export type LeadFacts = {
  lead: Lead;
  account: Account | null;
  contact: Contact | null;
  /** The customer's own touches of the last 30 days, oldest first. */
  touches: Touch[];
  /** Reps who had this lead offered and gave it back. */
  declinedBy: ReadonlySet<string>;
};

/** A closed deal as history: how it ended, for whom. */
export type ClosedDeal = {
  dealId: string;
  won: boolean;
  closedAt: number;
  account: Account | null;
  /** Hours from opening to the rep's first call, mail or message; null when none is on record. */
  firstContactHours: number | null;
  /** What the customer did from shortly before it opened until it closed, counted by kind. */
  touches: ReadonlyMap<string, number>;
};

export type RepFacts = {
  person: Person;
  /** Leads offered or accepted and deals open, now. */
  open: number;
  /** Leads offered in the last 30 days: settles ties. */
  offered: number;
  absence: Absence | null;
  deals: ClosedDeal[];
};

export type TeamFacts = {
  reps: RepFacts[];
  /** Verticals somebody holds a licence for: there, others may not sell. */
  licensed: ReadonlySet<string>;
};
