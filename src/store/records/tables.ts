// One description per table and one generic implementation of the table ports.
import type { ReadTable, RecordTables, Table } from "../../core/tables.ts";
import type { Prisma, PrismaClient } from "../generated/client.ts";
import { encode, removeAll, upsertAll } from "./bulk.ts";
import type { Parameter, Sql } from "./sql.ts";
import { createDecode, toOrder, toParameter, toWhere } from "./table-query.ts";

export type Client = Omit<
  PrismaClient,
  "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends"
>;

/** Where a table lives and which of its columns are times (milliseconds in core) or JSON. */
export type TableShape = { model: Prisma.ModelName; times: string[]; json: string[] };

const shape = (model: Prisma.ModelName, times: string[], json: string[] = []): TableShape => ({
  model,
  times,
  json,
});
const created = ["createdAt"];
const kept = ["createdAt", "updatedAt"];

/** Records, by kind. */
export const recordShapes = {
  team: shape("Team", created),
  person: shape(
    "Person",
    [...kept, "hiredAt"],
    ["territories", "languages", "licences", "industries"],
  ),
  account: shape("Account", kept),
  contact: shape("Contact", kept),
  product: shape("Product", kept),
  lead: shape("Lead", [...kept, "closedAt"]),
  deal: shape("Deal", [...kept, "nextStepDate", "openedAt", "closeDate", "closedAt"]),
} as const;

/** Facts, by the name they have in the ports. */
export const factShapes = {
  identities: shape("Identity", ["createdAt", "lastSeenAt"]),
  absences: shape("Absence", ["from", "to", "createdAt"]),
  consents: shape("Consent", ["grantedAt", "withdrawnAt"]),
  audits: shape("Audit", ["at"], ["detail"]),
  fieldValues: shape("FieldValue", ["at", "until"], ["value", "evidence"]),
  externalIds: shape("ExternalId", created),
  ownerChanges: shape("OwnerChange", ["at"]),
  stageChanges: shape("StageChange", ["at"], ["evidence"]),
  weightVersions: shape("WeightVersion", ["createdAt", "publishedAt"], ["weights", "backtest"]),
  assignments: shape(
    "Assignment",
    ["deadlineAt", "decidedAt", "closedAt"],
    ["contributions", "alternatives"],
  ),
  importBatches: shape(
    "ImportBatch",
    ["startedAt", "finishedAt"],
    ["mapping", "counts", "warnings"],
  ),
  assets: shape("Asset", created),
  apiKeys: shape("ApiKey", ["createdAt", "lastUsedAt", "revokedAt", "refusedAt"], ["scopes"]),
  apiAnswers: shape("ApiAnswer", created),
  webhooks: shape("Webhook", ["failingSince", "retryAt", "lastSentAt", "createdAt"], ["events"]),
  webhookMessages: shape("WebhookMessage", ["nextAt", "createdAt", "sentAt"], ["payload"]),
  localMessages: shape("LocalMessage", kept, ["body"]),
  nudges: shape("Nudge", ["createdAt", "sentAt", "actedAt"], ["card"]),
  preferences: shape("Attention", ["updatedAt"]),
  routines: shape("Routine", ["updatedAt"]),
  firstDays: shape("FirstDay", ["updatedAt"]),
  publishers: shape("Publisher", ["passedAt", "updatedAt"], ["answers"]),
  rules: shape("Rule", kept),
  ruleVersions: shape("RuleVersion", created, ["body", "backtest"]),
  matches: shape("Match", ["at", "createdAt"], ["touches"]),
  slippingAlerts: shape(
    "SlippingAlert",
    ["since", "createdAt", "snoozedTo", "managerToldAt", "closedAt"],
    ["reasons"],
  ),
  nextActions: shape("NextAction", ["dueAt", "snoozedTo", "createdAt", "closedAt"], ["reasons"]),
  visitors: shape("Visitor", [...kept, "linkedAt", "undoneAt"], ["reason", "rejected"]),
  customerIdentities: shape("CustomerIdentity", ["seenAt"]),
  merges: shape("Merge", ["at", "undoneAt"], ["reasons", "before"]),
  disputes: shape("Dispute", ["at", "decidedAt"]),
  contractVersions: shape("ContractVersion", ["publishedAt"], ["body"]),
  drifts: shape("Drift", ["at"], ["value", "standing"]),
  healthReadings: shape("HealthReading", ["at"]),
  stageUpdates: shape("StageUpdate", ["createdAt", "confirmedAt", "undoneAt"], ["understood"]),
  reports: shape("Report", ["sentAt", "correctedAt"], ["earlier"]),
  calendarReviews: shape("CalendarReview", ["startsAt", "at"], ["personIds"]),
  crmWrites: shape("CrmWrite", ["nextAt", "createdAt", "writtenAt"], ["change"]),
  crmSeen: shape("CrmSeen", ["updatedAt"], ["values", "flips"]),
  crmCursors: shape("CrmCursor", ["syncedAt", "updatedAt"], ["counts"]),
  crmLines: shape("CrmLine", ["since", "toldAt"]),
  practiceSessions: shape("PracticeSession", ["startedAt", "closedAt"], ["plan", "play"]),
  practiceTurns: shape("Turn", ["at"], ["labels"]),
  practiceReports: shape("PracticeReport", ["at", "sharedAt"], ["body"]),
  calls: shape("Call", ["heldUntil", "at", "consentedAt"], ["transcript", "analysis"]),
  alerts: shape("Alert", [...kept, "resolvedAt"], ["evidence"]),
  skillEvidence: shape("SkillEvidence", ["at"], ["quotes"]),
  skillEstimates: shape("SkillEstimate", ["updatedAt"]),
  looks: shape("Look", ["at"]),
  strategies: shape("Strategy", [...kept, "registeredAt", "publishedAt"], ["claim"]),
  verdicts: shape("Verdict", ["at"], ["effect", "method"]),
  adoptions: shape("Adoption", ["at", "retiredAt"]),
  laterEffects: shape("LaterEffect", ["since", "at"], ["method"]),
  teamChannels: shape("TeamChannel", ["updatedAt"]),
  askingHours: shape("AskingHour", ["updatedAt"]),
  debriefs: shape("Debrief", ["createdAt", "closedAt"], ["answers"]),
  scriptAssets: shape("ScriptAsset", kept, ["provenance"]),
  armedActions: shape("ActionRef", created, ["params"]),
  conversations: shape("Conversation", ["updatedAt"], ["state"]),
} as const;

/** A table that can only be read: what the reader gives. */
export function createReadTable<Row>(sql: Sql, { model }: TableShape): ReadTable<Row> {
  // Columns are asked for when first needed: a table may be made before its migration has run.
  let decode: ReturnType<typeof createDecode> | undefined;
  const read = (text: string, ...parameters: Parameter[]): Row[] => {
    decode ??= createDecode(sql, model);
    const rows = sql.all<Record<string, unknown>>(`SELECT * FROM "${model}"${text}`, ...parameters);
    for (const row of rows) decode(row);
    return rows as Row[];
  };
  return {
    get: async (id) => read(' WHERE "id" = ?', id)[0],
    async find(where, options = {}) {
      const { text, parameters } = toWhere(where);
      const order = toOrder(options);
      if (options.limit === undefined) return read(text + order, ...parameters);
      return read(`${text}${order} LIMIT ?`, ...parameters, options.limit);
    },
    async count(where) {
      const { text, parameters } = toWhere(where);
      const query = `SELECT COUNT(*) AS "count" FROM "${model}"${text}`;
      return sql.all<{ count: number }>(query, ...parameters)[0]?.count ?? 0;
    },
  };
}

/** Reading and writing one table inside the transaction `sql` belongs to. */
export function createTable<Row extends { id: string }>(sql: Sql, table: TableShape): Table<Row> {
  return {
    ...createReadTable<Row>(sql, table),
    put: async (...rows) => upsertAll(sql, table, rows),
    remove: async (...ids) => removeAll(sql, table, ids),
    async update(id, set) {
      const row = encode(table, set);
      const fields = Object.keys(row);
      if (fields.length === 0) return;
      const text = fields.map((field) => `"${field}" = ?`).join(", ");
      const values = fields.map((field) => toParameter(row[field]));
      const changed = sql.run(`UPDATE "${table.model}" SET ${text} WHERE "id" = ?`, ...values, id);
      if (changed === 0) throw new Error(`No ${table.model} with the id ${id} to update.`);
    },
  };
}

/** The record tables, which only the gate writes. */
export function createRecordTables(sql: Sql): RecordTables {
  return {
    teams: createReadTable(sql, recordShapes.team),
    people: createReadTable(sql, recordShapes.person),
    accounts: createReadTable(sql, recordShapes.account),
    contacts: createReadTable(sql, recordShapes.contact),
    products: createReadTable(sql, recordShapes.product),
    leads: createReadTable(sql, recordShapes.lead),
    deals: createReadTable(sql, recordShapes.deal),
  };
}
