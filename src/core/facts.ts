// Facts around the records: who did what, what was said, where a value came from. Times are UTC milliseconds.
import type { Surface } from "./model.ts";

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
  /** unknown: somebody honestly said that it is not known before `until`. */
  status: "stated" | "estimated" | "verified" | "unresolved" | "unknown";
  source: string;
  actorId: string | null;
  evidence: unknown;
  at: number;
  batchId: string | null;
  until?: number | null;
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
  /** Where it was changed: "chat", "crm:hubspot", a file's name. */
  source: string;
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
  /** It sees what this person may see. */
  personId: string | null;
  /** It sees what the teams at and below this one have. */
  teamId: string | null;
  createdAt: number;
  lastUsedAt: number | null;
  revokedAt: number | null;
  /** Uses after it was revoked, and the last of them. */
  refusals: number;
  refusedAt: number | null;
};

/** What a program was answered, for when it asks the same again. */
export type ApiAnswer = {
  id: string;
  /** SHA-256 of what was asked. */
  fingerprint: string;
  status: number;
  location: string | null;
  /** JSON; sealed where it holds a secret. */
  body: string;
  createdAt: number;
};

/** One line of a conversation on the local chat, which has no platform to remember it. */
export type LocalMessage = {
  id: string;
  /** Idempotency key of the message, or the key of the event a person's words came in as. */
  key: string;
  personId: string;
  author: "person" | "ringside";
  /** The message in whose thread it stands. */
  under: string | null;
  /** A card, or `{ text }` for what a person wrote. */
  body: unknown;
  createdAt: number;
  updatedAt: number;
};

/** The practice that ended last, with what playing it again means; an empty drill is a whole session. */
export type Practised = {
  sessionId: string;
  at: number;
  played: {
    scenario: string;
    vertical: string;
    language: string;
    drill: string;
    level: -1 | 0 | 1;
  };
};

/** Where a person's conversation stands. `id` is the person's id. */
export type Conversation = {
  id: string;
  /** `callUntil`: until then the next file is a call; `reviews`: of deals, booked for a time; `practised`: last; `asked`: the last question to the data. */
  state: {
    lastLeadId?: string;
    callUntil?: number;
    reviews?: { dealId: string; at: number; isShown?: true }[];
    practised?: Practised;
    asked?: { query: unknown; at: number };
  };
  updatedAt: number;
};
