// The records, as core sees them: times are UTC milliseconds, "not known" is null. Words are those of PRODUCT.md.

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

/** One account of a person on one chat platform connection. */
export type Identity = {
  id: string;
  personId: string;
  surface: Surface;
  connection: string;
  externalId: string;
  verifiedBy: "email" | "phone" | "operator";
  createdAt: number;
  lastSeenAt: number | null;
};

export type Absence = {
  id: string;
  personId: string;
  from: number;
  to: number;
  reason: string | null;
  createdAt: number;
};

export type Consent = {
  id: string;
  personId: string;
  purpose: string;
  wording: string;
  grantedAt: number;
  withdrawnAt: number | null;
};

export type Via = "chat" | "import" | "api" | "source" | "job" | "cli";

export type Audit = {
  id: string;
  at: number;
  actorId: string | null;
  via: Via;
  action: string;
  kind: string;
  recordId: string;
  detail: unknown;
};

export type FieldValue = {
  id: string;
  kind: string;
  recordId: string;
  field: string;
  value: unknown;
  /** As it was written, where reading it changed or lost something. */
  original: string | null;
  status: "stated" | "estimated" | "verified" | "unresolved";
  source: string;
  actorId: string | null;
  evidence: unknown;
  at: number;
  batchId: string | null;
};

export type ExternalId = {
  id: string;
  kind: string;
  recordId: string;
  source: string;
  externalId: string;
  createdAt: number;
};

export type OwnerChange = {
  id: string;
  kind: "lead" | "deal";
  recordId: string;
  fromId: string | null;
  toId: string | null;
  authorId: string | null;
  reason: string;
  at: number;
  crmState: "none" | "pending" | "written" | "refused";
};

export type StageChange = {
  id: string;
  dealId: string;
  from: string | null;
  to: string;
  at: number;
  actorId: string | null;
  source: string;
  evidence: unknown;
};

/** Integer points per factor, adding up to 100. */
export type Weights = Record<string, number>;

export type WeightVersion = {
  id: string;
  segment: string;
  number: number;
  weights: Weights;
  state: "proposed" | "published" | "retired";
  authorId: string | null;
  reason: string | null;
  basedOnId: string | null;
  backtest: unknown;
  createdAt: number;
  publishedAt: number | null;
};

export type ImportBatch = {
  id: string;
  kind: string;
  source: string;
  actorId: string | null;
  state: "preview" | "running" | "done" | "failed" | "cancelled";
  mapping: unknown;
  counts: unknown;
  warnings: unknown;
  startedAt: number;
  finishedAt: number | null;
};

export type Asset = {
  id: string;
  personId: string | null;
  name: string;
  mediaType: string;
  size: number;
  path: string;
  createdAt: number;
};

export type ApiKey = {
  id: string;
  name: string;
  hash: string;
  scopes: string[];
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
};

/** One line of a conversation on the local chat, which has no platform to remember it. */
export type LocalMessage = {
  id: string;
  /** Idempotency key of the message, or the key of the event a person's words came in as. */
  key: string;
  personId: string;
  author: "person" | "ringside";
  /** A card, or `{ text }` for what a person wrote. */
  body: unknown;
  createdAt: number;
  updatedAt: number;
};

/** Where a person's conversation stands. `id` is the person's id. */
export type Conversation = {
  id: string;
  state: { lastLeadId?: string };
  updatedAt: number;
};
