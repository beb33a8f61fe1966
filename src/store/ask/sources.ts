// The semantic layer in SQL: which rows each metric counts, whose they are, when they happened, and where its dimensions
// lie. Texts are ours alone; whatever a person said is a parameter. docs/ask.md says the same in words.
import type { Dimension } from "../../core/ask/dimensions.ts";
import type { MetricId } from "../../core/ask/metrics.ts";

/** Tables a metric reads. `joins` are used only where a dimension or the metric asks for them, in this order. */
export type Source = {
  from: string;
  /** Whose the row is: every count is bounded by it. */
  owner: string;
  joins: Record<string, string>;
  columns: Partial<Record<Dimension, { column: string; joins: readonly string[] }>>;
};

/** Rows of a source that a metric counts. `part`: 1 where a row belongs to the counted part of a rate. */
export type Counting = {
  source: Source;
  where: readonly string[];
  at: string | null;
  weight?: string;
  part?: string;
  value?: string;
  currency?: string;
  /** Joins the metric itself needs. */
  joins?: readonly string[];
};

const ownerJoin = (owner: string) => `LEFT JOIN "Person" o ON o."id" = ${owner}`;
const ofOwner = (owner: string): Source["columns"] => ({
  person: { column: owner, joins: [] },
  team: { column: 'o."teamId"', joins: ["owner"] },
});
const ofAccount = (joins: readonly string[] = ["account"]): Source["columns"] => ({
  segment: { column: 'a."segment"', joins },
  industry: { column: 'a."industry"', joins },
  country: { column: 'a."country"', joins },
  region: { column: 'a."territory"', joins },
});

const deals: Source = {
  from: '"Deal" d',
  owner: 'd."ownerId"',
  joins: {
    owner: ownerJoin('d."ownerId"'),
    account: 'LEFT JOIN "Account" a ON a."id" = d."accountId"',
    lead: 'LEFT JOIN "Lead" l ON l."id" = d."leadId"',
    product: 'LEFT JOIN "Product" p ON p."id" = d."productId"',
  },
  columns: {
    ...ofOwner('d."ownerId"'),
    ...ofAccount(),
    source: { column: 'l."source"', joins: ["lead"] },
    product: { column: 'p."name"', joins: ["product"] },
    stage: { column: 'd."stage"', joins: [] },
    competitor: { column: 'd."competitor"', joins: [] },
    loss_reason: { column: 'd."lossReason"', joins: [] },
  },
};

const leadColumns: Source["columns"] = {
  ...ofAccount(),
  region: { column: 'coalesce(l."territory", a."territory")', joins: ["account"] },
  source: { column: 'l."source"', joins: [] },
  product: { column: 'p."name"', joins: ["product"] },
};
const leadJoins = {
  account: 'LEFT JOIN "Account" a ON a."id" = l."accountId"',
  product: 'LEFT JOIN "Product" p ON p."id" = l."productId"',
};

const leads: Source = {
  from: '"Lead" l',
  owner: 'l."ownerId"',
  joins: { owner: ownerJoin('l."ownerId"'), ...leadJoins },
  columns: { ...leadColumns, ...ofOwner('l."ownerId"') },
};

const offers: Source = {
  from: '"Assignment" s JOIN "Lead" l ON l."id" = s."leadId"',
  owner: 's."repId"',
  joins: { owner: ownerJoin('s."repId"'), ...leadJoins },
  columns: { ...leadColumns, ...ofOwner('s."repId"') },
};

const actions: Source = {
  from: '"NextAction" n',
  owner: 'n."personId"',
  joins: {
    owner: ownerJoin('n."personId"'),
    account: 'LEFT JOIN "Account" a ON a."id" = n."accountId"',
  },
  columns: {
    ...ofOwner('n."personId"'),
    ...ofAccount(),
    kind: { column: 'n."action"', joins: [] },
  },
};

/** Sources that know no more of a row than whose it is. */
const owned = (from: string, owner: string): Source => ({
  ...{ from, owner, joins: { owner: ownerJoin(owner) } },
  columns: ofOwner(owner),
});
const updates = owned('"StageUpdate" u', 'u."personId"');
const practice = owned('"PracticeReport" r', 'r."personId"');
const readings = owned('"HealthReading" h', `substr(h."slice", length('person:') + 1)`);

const dayMs = "86400000.0";
const hourMs = "3600000.0";
const won = `d."status" = 'won'`;
const open = `d."status" = 'open'`;
const accepted = `s."state" = 'accepted'`;
const offerOver = `s."state" IN ('accepted', 'declined', 'expired')`;
const actionOver = `n."state" IN ('done', 'useless', 'expired')`;
const opened = 'coalesce(d."openedAt", d."createdAt")';

/** Practice others may count: shared with consent standing, the first 30 days over; one's own, whatever is shared. */
const visiblePractice = `(r."personId" = :asker OR (
    EXISTS (SELECT 1 FROM "Consent" c
      WHERE c."personId" = r."personId" AND c."purpose" = 'practice' AND c."withdrawnAt" IS NULL)
    AND (SELECT min(e."at") FROM "SkillEvidence" e WHERE e."personId" = r."personId") <= :ownUntil))`;

/** Every metric but those that count touches, which lie in the event log (touches.ts). */
export const countings: Record<Exclude<MetricId, "touches">, Counting> = {
  win_rate: {
    ...{ source: deals, at: 'd."closedAt"', part: won },
    where: [`d."status" IN ('won', 'lost')`],
  },
  deals_won: { source: deals, where: [won], at: 'd."closedAt"' },
  deals_lost: { source: deals, where: [`d."status" = 'lost'`], at: 'd."closedAt"' },
  deals_open: { source: deals, where: [open], at: null },
  deals_created: { source: deals, where: [], at: opened },
  won_amount: {
    ...{ source: deals, at: 'd."closedAt"', value: 'd."amount"', currency: 'd."currency"' },
    where: [won, 'd."amount" IS NOT NULL'],
  },
  open_amount: {
    ...{ source: deals, at: null, value: 'd."amount"', currency: 'd."currency"' },
    where: [open, 'd."amount" IS NOT NULL'],
  },
  average_deal: {
    ...{ source: deals, at: 'd."closedAt"', value: 'd."amount"', currency: 'd."currency"' },
    where: [won, 'd."amount" IS NOT NULL'],
  },
  cycle_days: {
    ...{ source: deals, at: 'd."closedAt"', value: `(d."closedAt" - d."openedAt") / ${dayMs}` },
    where: [won, 'd."openedAt" IS NOT NULL', 'd."closedAt" >= d."openedAt"'],
  },
  stage_days: {
    ...{ source: deals, at: null, where: [open] },
    value: `(:now - coalesce((SELECT max(c."at") FROM "StageChange" c
      WHERE c."dealId" = d."id" AND c."at" <= :now), ${opened})) / ${dayMs}`,
  },
  leads_received: { source: leads, where: [], at: 'l."createdAt"' },
  leads_accepted: { source: offers, where: [accepted], at: 's."closedAt"' },
  accept_rate: { source: offers, where: [offerOver], at: 's."closedAt"', part: accepted },
  hours_to_accept: {
    ...{ source: offers, at: 's."closedAt"', where: [accepted, 's."authorId" IS NULL'] },
    value: `(s."closedAt" - s."decidedAt") / ${hourMs}`,
  },
  hours_to_contact: {
    ...{ source: offers, at: 's."closedAt"' },
    where: [accepted, 'l."contactId" IS NOT NULL'],
  },
  actions_made: { source: actions, where: [], at: 'n."createdAt"' },
  actions_done: { source: actions, where: [`n."state" = 'done'`], at: 'n."closedAt"' },
  actions_overdue: {
    ...{ source: actions, at: null },
    where: [`n."state" IN ('open', 'snoozed')`, 'n."dueAt" < :now'],
  },
  action_done_rate: {
    ...{ source: actions, where: [actionOver], at: 'n."closedAt"', part: `n."state" = 'done'` },
  },
  updates_confirmed: {
    ...{ source: updates, where: [`u."state" = 'confirmed'`], at: 'u."confirmedAt"' },
  },
  contract_rate: {
    ...{ source: readings, at: 'h."at"', weight: 'h."total"', part: 'h."kept"' },
    where: [`h."metric" = 'kept'`, `h."slice" LIKE 'person:%'`],
  },
  practice_sessions: {
    ...{ source: practice, at: 'r."at"' },
    where: ['r."sharedAt" IS NOT NULL', visiblePractice],
  },
};

/** Contacts with whose customers they are: the account's owner, else that of their latest lead. */
export const customers: Source = {
  from: '"Contact" c LEFT JOIN "Account" a ON a."id" = c."accountId"',
  owner: `coalesce(a."ownerId", (SELECT l."ownerId" FROM "Lead" l
    WHERE l."contactId" = c."id" AND l."ownerId" IS NOT NULL ORDER BY l."createdAt" DESC LIMIT 1))`,
  joins: {},
  columns: ofAccount([]),
};
