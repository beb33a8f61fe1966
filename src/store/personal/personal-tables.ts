// Where what is kept of a person lies: every table, which rows of it are theirs, and what becomes of those.
// test/store/personal/personal-data.test.ts compares this with the schema: a table is either here or named as the business's.
import type { KeptKind } from "../../core/people/privacy/kept.ts";
import type { Prisma } from "../generated/client.ts";

/** Rows of one person in one table. In `where` every `?` is the person's id. */
export type PersonalTable = {
  /** What a person calls it; null: bookkeeping that is not shown. */
  kind: KeptKind | null;
  model: Prisma.ModelName;
  where: string;
  /** When it was; what is later than a deletion is not part of it. */
  time: string;
  /** Instead of deleting rows that others need: only what is personal is taken out of them. */
  blank?: string;
  /** Still on its way: for the next time. */
  waiting?: string;
};

const byPerson = `"personId" = ?`;
const ofThem = (
  kind: KeptKind,
  model: Prisma.ModelName,
  more: Partial<PersonalTable> = {},
): PersonalTable => ({ kind, model, where: byPerson, time: "at", ...more });

/** The accounts somebody speaks from; on the local chat that is their id. */
const fromThem = `json_extract("payload", '$.externalId') IN
  (SELECT "externalId" FROM "Identity" WHERE "personId" = ? UNION SELECT ?)`;

/** An event keeps whose it is: its key must be known when it is delivered again. */
const blankEvent = `"payload" = json_object('externalId', json_extract("payload", '$.externalId')),
  "outcome" = NULL, "error" = NULL`;

/** Buttons that carry words or belong to a talk; those of leads and actions carry ids. */
const wordyButtons = `${byPerson} AND ("action" LIKE 'practice.%' OR "action" LIKE 'skills.%'
  OR json_extract("params", '$.text') IS NOT NULL)`;

/** Files that no record rests on as evidence: nor an update that waits for its person, or can still be taken back. */
export const isLoose = `NOT EXISTS
  (SELECT 1 FROM "FieldValue" WHERE instr("evidence", "Asset"."id") > 0)
  AND NOT EXISTS (SELECT 1 FROM "StageChange" WHERE instr("evidence", "Asset"."id") > 0)
  AND NOT EXISTS (SELECT 1 FROM "StageUpdate"
    WHERE "state" IN ('draft', 'confirmed') AND instr("understood", "Asset"."id") > 0)`;

const madeByThem = `json_extract("provenance", '$.personId') = ?`;
const outcome = `json_extract("provenance", '$.outcome')`;

/** Words lent to colleagues, and drafts that nobody else has read. */
const lentWords = `${madeByThem} AND (${outcome} = 'colleague'
  OR ("state" = 'draft' AND "reviewerId" IS NULL))`;

/** Cleaned words that the team has stay; who said them does not. */
const withoutAuthor = `"authorId" = NULL, "provenance" = json_set("provenance", '$.personId', '')`;

/** In this order, as some are found by others. Files themselves are the asset store's to remove. */
export const personalTables: readonly PersonalTable[] = [
  ofThem("turns", "Turn", {
    where: `"sessionId" IN (SELECT "id" FROM "PracticeSession" WHERE "personId" = ?)`,
  }),
  ofThem("sessions", "PracticeSession", { time: "startedAt" }),
  ofThem("reports", "PracticeReport"),
  ofThem("evidence", "SkillEvidence"),
  ofThem("estimates", "SkillEstimate", { time: "updatedAt" }),
  ofThem("calls", "Call"),
  ofThem("alerts", "Alert", { time: "createdAt" }),
  ofThem("sentReports", "Report", { time: "sentAt" }),
  // What an update wrote is the deal's; how its person said it is theirs.
  ofThem("updates", "StageUpdate", {
    ...{ where: `${byPerson} AND "text" <> ''`, time: "createdAt" },
    blank: `"text" = '', "understood" =
      json_remove(json_set("understood", '$.words', json('{}')), '$.second')`,
  }),
  ofThem("debriefs", "Debrief", {
    ...{ where: `${byPerson} AND "answers" <> '{}'`, time: "createdAt" },
    blank: `"answers" = '{}', "state" =
      CASE WHEN "state" IN ('asked', 'answered') THEN 'skipped' ELSE "state" END`,
  }),
  ofThem("drills", "ScriptAsset", { where: lentWords, time: "createdAt" }),
  ofThem("tracks", "ScriptAsset", {
    ...{ where: `${madeByThem} AND ${outcome} IN ('won', 'lost')`, time: "createdAt" },
    blank: withoutAuthor,
  }),
  ofThem("nudges", "Nudge", { time: "createdAt" }),
  ofThem("messages", "LocalMessage", { time: "createdAt" }),
  ofThem("conversation", "Conversation", { where: `"id" = ?`, time: "updatedAt" }),
  ofThem("passing", "InboxEvent", {
    ...{ where: `${fromThem} AND json_extract("payload", '$.kind') IS NOT NULL` },
    ...{ time: "receivedAt", blank: blankEvent, waiting: `"state" = 'new'` },
  }),
  ofThem("passing", "OutboxMessage", {
    ...{ where: `"target" = ? AND "body" <> '{}'`, time: "createdAt", blank: `"body" = '{}'` },
    waiting: `"state" IN ('queued', 'sending')`,
  }),
  ofThem("buttons", "ActionRef", { where: wordyButtons, time: "createdAt" }),
  ofThem("files", "Asset", { where: `${byPerson} AND ${isLoose}`, time: "createdAt" }),
  {
    ...{ kind: null, model: "Job", time: "createdAt", blank: `"payload" = '{}', "error" = NULL` },
    where: `instr("payload", ?) > 0 AND "state" IN ('done', 'failed')`,
  },
  ofThem("looks", "Look", { where: `"subjectId" = ?` }),
  ofThem("pages", "Audit", { where: `"actorId" = ? AND "action" = 'page.open'` }),
  ofThem("identities", "Identity", { time: "createdAt" }),
  ofThem("consents", "Consent", { time: "grantedAt" }),
  ofThem("preferences", "Attention", { time: "updatedAt" }),
  ofThem("preferences", "AskingHour", { where: `"id" = ?`, time: "updatedAt" }),
  ofThem("preferences", "Routine", { time: "updatedAt" }),
  ofThem("preferences", "FirstDay", { where: `"id" = ?`, time: "updatedAt" }),
  ofThem("preferences", "Publisher", { where: `"id" = ?`, time: "updatedAt" }),
  ofThem("absences", "Absence", { time: "createdAt" }),
];

/** What was on its way to or from somebody who left reaches nobody. */
export const onTheirWay: readonly PersonalTable[] = [
  {
    ...{ kind: null, model: "OutboxMessage", time: "createdAt" },
    where: `"target" = ? AND "state" IN ('queued', 'sending')`,
  },
  {
    ...{ kind: null, model: "InboxEvent", time: "receivedAt" },
    where: `${fromThem} AND "state" = 'new'`,
  },
];

/** What also goes with somebody who leaves. Deals, leads and strategies stay, without who said what in which words. */
export const leaverTables: readonly PersonalTable[] = [
  { kind: null, model: "ActionRef", where: byPerson, time: "createdAt" },
  { kind: null, model: "SentCard", where: `"target" = ?`, time: "sentAt" },
  { kind: null, model: "PersonalKey", where: `"subjectId" = ?`, time: "createdAt" },
  {
    ...{ kind: null, model: "FieldValue", time: "at" },
    where: `"kind" = 'person' AND "recordId" = ?`,
  },
  {
    ...{ kind: null, model: "ExternalId", time: "createdAt" },
    where: `"kind" = 'person' AND "recordId" = ?`,
  },
  { kind: null, model: "Dispute", where: byPerson, time: "at", blank: `"text" = ''` },
  {
    ...{ kind: null, model: "Asset", where: byPerson, time: "createdAt" },
    blank: `"personId" = NULL`,
  },
  {
    ...{ kind: null, model: "ScriptAsset", where: madeByThem, time: "createdAt" },
    blank: withoutAuthor,
  },
];

/** Where others were told of somebody by name, by mail or by number: columns of text or documents. */
export const toldOthers: readonly [Prisma.ModelName, string][] = [
  ["LocalMessage", "body"],
  ["OutboxMessage", "body"],
  ["InboxEvent", "payload"],
  ["InboxEvent", "outcome"],
  ["Nudge", "card"],
  ["Report", "text"],
  ["Report", "earlier"],
  ["CalendarReview", "title"],
  ["StageUpdate", "text"],
  ["StageUpdate", "understood"],
  ["Debrief", "answers"],
  ["ScriptAsset", "text"],
  ["ScriptAsset", "provenance"],
  ["Job", "payload"],
  ["Conversation", "state"],
  ["ActionRef", "params"],
  ["ImportBatch", "warnings"],
  ["ImportBatch", "mapping"],
  ["Audit", "detail"],
  ["ApiAnswer", "body"],
  ["Dispute", "text"],
  ["Dispute", "reason"],
  ["OwnerChange", "reason"],
  ["Assignment", "reason"],
];

/** Tables of the business: what they hold of a person is an id, or nothing. */
export const businessTables: readonly Prisma.ModelName[] = [
  "Account",
  "Contact",
  "Product",
  "Lead",
  "Deal",
  "DealContact",
  "Team",
  "Person",
  "StageChange",
  "StageUpdate",
  "OwnerChange",
  "Assignment",
  "Audit",
  "ImportBatch",
  "WeightVersion",
  "Rule",
  "RuleVersion",
  "Match",
  "NextAction",
  "SlippingAlert",
  "Visitor",
  "CustomerIdentity",
  "Merge",
  "Drift",
  "ContractVersion",
  "HealthReading",
  "CrmWrite",
  "CrmSeen",
  "CrmCursor",
  "CrmLine",
  "Strategy",
  "Verdict",
  "Adoption",
  "LaterEffect",
  "TeamChannel",
  "Debrief",
  "CalendarReview",
  "ScriptAsset",
  "ApiKey",
  "ApiAnswer",
  "Webhook",
  "WebhookMessage",
  "Connection",
  "Checkpoint",
  "Setting",
  "InboxAlias",
];
