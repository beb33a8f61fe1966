// One description per table and one generic implementation of the table ports over Prisma.
import type { FindOptions, Match, ReadTable, Table, Where } from "../core/ports.ts";
import { upsertAll } from "./bulk.ts";
import { Prisma, type PrismaClient } from "./generated/client.ts";

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
  fieldValues: shape("FieldValue", ["at"], ["value", "evidence"]),
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
  apiKeys: shape("ApiKey", ["createdAt", "lastUsedAt", "revokedAt"], ["scopes"]),
  localMessages: shape("LocalMessage", kept, ["body"]),
  nudges: shape("Nudge", ["createdAt", "sentAt", "actedAt"], ["card"]),
  preferences: shape("Attention", ["updatedAt"]),
  rules: shape("Rule", kept),
  ruleVersions: shape("RuleVersion", created, ["body", "backtest"]),
  matches: shape("Match", ["at", "createdAt"], ["touches"]),
  nextActions: shape("NextAction", ["dueAt", "snoozedTo", "createdAt", "closedAt"], ["reasons"]),
  visitors: shape("Visitor", [...kept, "linkedAt", "undoneAt"], ["reason", "rejected"]),
  customerIdentities: shape("CustomerIdentity", ["seenAt"]),
  merges: shape("Merge", ["at", "undoneAt"], ["reasons", "before"]),
  disputes: shape("Dispute", ["at", "decidedAt"]),
  armedActions: shape("ActionRef", created, ["params"]),
  conversations: shape("Conversation", ["updatedAt"], ["state"]),
} as const;

/** The part of a Prisma model delegate that tables use. */
type Delegate = {
  findUnique(args: object): Promise<object | null>;
  findMany(args: object): Promise<object[]>;
  count(args: object): Promise<number>;
  update(args: object): Promise<object>;
};

export function createReadTable<Row>(client: Client, table: TableShape): ReadTable<Row> {
  const delegate = delegateOf(client, table);
  return {
    async get(id) {
      const row = await delegate.findUnique({ where: { id } });
      return row ? fromPrisma<Row>(table, row) : undefined;
    },
    async find(where, options = {}) {
      const pages = splitLists(toWhere(table, where)).map((part) =>
        delegate.findMany({ where: part, ...toPage(options) }),
      );
      const found = await Promise.all(pages);
      const rows = found.flat().map((row) => fromPrisma<Row>(table, row));
      return found.length > 1 ? inOrder(rows, options) : rows;
    },
    async count(where) {
      const parts = splitLists(toWhere(table, where));
      const counts = await Promise.all(parts.map((part) => delegate.count({ where: part })));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

/** Prisma takes at most 999 parameters in one query (SQLite's old limit): a longer list is asked for in parts. */
const longestList = 500;

function splitLists(where: Record<string, unknown>): Record<string, unknown>[] {
  for (const [field, condition] of Object.entries(where)) {
    const list = (condition as { in?: unknown[] } | null)?.in;
    if (!Array.isArray(list) || list.length <= longestList) continue;
    const distinct = [...new Set(list)];
    return Array.from({ length: Math.ceil(distinct.length / longestList) }, (_, part) => ({
      ...where,
      [field]: { in: distinct.slice(part * longestList, (part + 1) * longestList) },
    })).flatMap(splitLists);
  }
  return [where];
}

/** Puts the rows of several parts into the order and number that one query would have given. */
function inOrder<Row>(rows: Row[], { order, limit }: FindOptions<Row>): Row[] {
  const by = (order?.by ?? "id") as keyof Row;
  const sign = order?.descending ? -1 : 1;
  const sorted = rows.toSorted((a, b) => {
    if (a[by] === b[by]) return 0;
    return (a[by] ?? 0) < (b[by] ?? 0) ? -sign : sign;
  });
  return limit === undefined ? sorted : sorted.slice(0, limit);
}

export function createTable<Row extends { id: string }>(
  client: Client,
  table: TableShape,
): Table<Row> {
  const delegate = delegateOf(client, table);
  return {
    ...createReadTable<Row>(client, table),
    put: (...rows) => upsertAll(client, table, rows),
    async update(id, set) {
      await delegate.update({ where: { id }, data: toPrisma(table, set) });
    },
  };
}

function delegateOf(client: Client, table: TableShape): Delegate {
  const name = table.model[0]?.toLowerCase() + table.model.slice(1);
  return (client as unknown as Record<string, Delegate>)[name] as Delegate;
}

function fromPrisma<Row>(table: TableShape, row: object): Row {
  const result: Record<string, unknown> = { ...row };
  for (const field of table.times) {
    const value = result[field];
    if (value instanceof Date) result[field] = value.getTime();
  }
  return result as Row;
}

function toPrisma(table: TableShape, set: object): Record<string, unknown> {
  const result: Record<string, unknown> = { ...set };
  for (const field of table.times) {
    if (typeof result[field] === "number") result[field] = new Date(result[field]);
  }
  for (const field of table.json) {
    if (result[field] === null) result[field] = Prisma.DbNull;
  }
  return result;
}

function toWhere<Row>(table: TableShape, where: Where<Row>): Record<string, unknown> {
  const conditions = Object.entries(where) as [string, Match<unknown> | undefined][];
  return Object.fromEntries(
    conditions
      .filter(([, match]) => match !== undefined)
      .map(([field, match]) => [field, toCondition(table.times.includes(field), match)]),
  );
}

function toCondition(isTime: boolean, match: unknown): unknown {
  const convert = (value: unknown) =>
    isTime && typeof value === "number" ? new Date(value) : value;
  if (Array.isArray(match)) return { in: match.map(convert) };
  if (match === null || typeof match !== "object") return convert(match);
  return Object.fromEntries(Object.entries(match).map(([key, value]) => [key, convert(value)]));
}

function toPage<Row>(options: FindOptions<Row>): object {
  const { limit, order } = options;
  const by = order ? [{ [order.by]: order.descending ? "desc" : "asc" }] : [];
  // The id settles ties, so that a page is the same every time.
  const orderBy = order?.by === "id" ? by : [...by, { id: "asc" }];
  return { orderBy, ...(limit === undefined ? {} : { take: limit }) };
}
