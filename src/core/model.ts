// The records, as core sees them: times are UTC milliseconds, "not known" is null. Words are those of CONTRIBUTING.md.

export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

export const roles = ["rep", "manager", "contributor", "operator"] as const;
export type Role = (typeof roles)[number];

export type Surface = "local" | "slack" | "lark";

export const stages = [
  "new",
  "contacted",
  "qualified",
  "proposal",
  "negotiation",
  "won",
  "lost",
] as const;
export type Stage = (typeof stages)[number];

export const leadStatuses = ["new", "offered", "accepted", "converted", "lost", "pool"] as const;
export type LeadStatus = (typeof leadStatuses)[number];

export const budgetStatuses = ["confirmed", "estimated", "none", "frozen"] as const;

export type Team = { id: string; name: string; parentId: string | null; createdAt: number };

export type Person = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  role: Role;
  teamId: string | null;
  managerId: string | null;
  timeZone: string;
  language: Language;
  /** Where this person may sell; empty means everywhere. */
  territories: string[];
  /** Languages this person can sell in. */
  languages: string[];
  /** Verticals this person holds a licence for. */
  licences: string[];
  /** Declared specialities. */
  industries: string[];
  /** Open leads and deals carried at once. */
  capacity: number;
  hiredAt: number | null;
  active: boolean;
  createdAt: number;
  updatedAt: number;
};

export type Account = {
  id: string;
  name: string;
  nameKey: string;
  domain: string | null;
  industry: string | null;
  segment: string | null;
  employees: number | null;
  /** Millions, in `currency`. */
  revenue: number | null;
  currency: string | null;
  country: string | null;
  territory: string | null;
  foundedYear: number | null;
  creditCode: string | null;
  vatId: string | null;
  parentId: string | null;
  ownerId: string | null;
  createdAt: number;
  updatedAt: number;
};

export type Contact = {
  id: string;
  accountId: string | null;
  name: string | null;
  title: string | null;
  email: string | null;
  phone: string | null;
  language: string | null;
  createdAt: number;
  updatedAt: number;
};

export type Product = {
  id: string;
  name: string;
  nameKey: string;
  series: string | null;
  price: number | null;
  currency: string | null;
  createdAt: number;
  updatedAt: number;
};

export type Lead = {
  id: string;
  contactId: string | null;
  accountId: string | null;
  productId: string | null;
  title: string;
  source: string | null;
  status: LeadStatus;
  outcome: "won" | "lost" | null;
  language: string | null;
  territory: string | null;
  need: string | null;
  budget: number | null;
  currency: string | null;
  budgetStatus: string | null;
  ownerId: string | null;
  selfSourced: boolean;
  createdAt: number;
  updatedAt: number;
  closedAt: number | null;
};

export type Deal = {
  id: string;
  name: string;
  accountId: string | null;
  leadId: string | null;
  productId: string | null;
  ownerId: string | null;
  stage: Stage;
  status: "open" | "won" | "lost";
  /** Major units of `currency`. */
  amount: number | null;
  currency: string | null;
  budgetStatus: string | null;
  nextStep: string | null;
  nextStepDate: number | null;
  decisionMaker: string | null;
  competitor: string | null;
  lossReason: string | null;
  openedAt: number | null;
  closeDate: number | null;
  closedAt: number | null;
  createdAt: number;
  updatedAt: number;
};

/** The records every change of which passes the gate (src/core/gate). */
export type RecordTypes = {
  team: Team;
  person: Person;
  account: Account;
  contact: Contact;
  product: Product;
  lead: Lead;
  deal: Deal;
};
export type RecordKind = keyof RecordTypes;

/** One behaviour event of a customer. */
export type Touch = {
  id: string;
  contactId: string | null;
  anonymousId: string | null;
  accountId: string | null;
  type: string;
  /** When it happened. */
  at: number;
  /** When it reached us. */
  receivedAt: number;
  props: Record<string, unknown>;
  source: string;
};
