// Everything that is kept of one person, found, read and deleted by the tables that hold it.
import { RetryLater } from "../../core/errors.ts";
import {
  isOwn,
  type KeptCounts,
  type KeptKind,
  keptKinds,
  type RetentionGroup,
} from "../../core/people/privacy/kept.ts";
import type { Erasing, ErasingContact, PersonalData } from "../../core/people/privacy/services.ts";
import { noteForgotten } from "../forgotten.ts";
import type { Records } from "../records/records.ts";
import type { Parameter, Sql } from "../records/sql.ts";
import { contactStatements, namingContacts, visitorStatements } from "./contact-tables.ts";
import {
  isLoose,
  leaverTables,
  onTheirWay,
  type PersonalTable,
  personalTables,
  toldOthers,
} from "./personal-tables.ts";

type Compact = { compact(): Promise<boolean> };

type Places = readonly (readonly [string, string])[];
type PersonalDataOptions = {
  /** Rewritten with the records. */
  events: Compact;
  /** Where the list of who was forgotten lies. */
  dataDir: string;
};

/** The port on the records. */
export function createPersonalData(
  records: Records,
  { events, dataDir }: PersonalDataOptions,
): PersonalData {
  const { sql } = records;
  return {
    async counts(personId) {
      const counts: KeptCounts = {};
      for (const table of shown) {
        const found = countOf(sql, table, { personId });
        counts[table.kind] = (counts[table.kind] ?? 0) + found;
      }
      return counts;
    },
    async read(personId) {
      const found: Partial<Record<KeptKind, object[]>> = {};
      for (const table of shown) {
        found[table.kind] = [...(found[table.kind] ?? []), ...readOf(sql, table, personId)];
      }
      return found;
    },
    noteForgotten: (one) => noteForgotten(dataDir, one),
    erase: (what) => records.transaction(async (tx) => eraseAll(tx.sql, what)),
    eraseContact: (whose) => records.transaction(async (tx) => eraseContact(tx.sql, whose)),
    expire: (before) => records.transaction(async (tx) => expireAll(tx.sql, before)),
    async oldFiles(before) {
      const text = `SELECT "id" FROM "Asset" WHERE ${isLoose} AND "createdAt" < ?`;
      return sql.all<{ id: string }>(text, before).map(({ id }) => id);
    },
    async compact() {
      const done = [await records.compact(), await events.compact()];
      if (done.includes(false)) {
        throw new RetryLater("A database is being read and cannot be rewritten.", {
          afterMs: 5_000,
        });
      }
    },
  };
}

type ShownTable = PersonalTable & { kind: KeptKind };
const shown = personalTables.filter((table): table is ShownTable => table.kind !== null);

/** Every `?` of a condition is the person. */
function parametersOf({ where }: PersonalTable, personId: string): string[] {
  return (where.match(/\?/g) ?? []).map(() => personId);
}

function countOf(
  sql: Sql,
  table: PersonalTable,
  { personId, and = "", with: more = [] }: { personId: string; and?: string; with?: Parameter[] },
): number {
  const text = `SELECT COUNT(*) AS "count" FROM "${table.model}" WHERE ${table.where}${and}`;
  const [row] = sql.all<{ count: number }>(text, ...parametersOf(table, personId), ...more);
  return row?.count ?? 0;
}

function readOf(sql: Sql, table: ShownTable, personId: string): object[] {
  const types = new Map(
    sql
      .all<{ name: string; type: string }>(
        `SELECT "name", "type" FROM pragma_table_info('${table.model}')`,
      )
      .map(({ name, type }) => [name, type]),
  );
  const rows = sql.all<Record<string, unknown>>(
    `SELECT * FROM "${table.model}" WHERE ${table.where} ORDER BY "${table.time}"`,
    ...parametersOf(table, personId),
  );
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, toReadable(value, types.get(name))]),
    ),
  );
}

function toReadable(value: unknown, type: string | undefined): unknown {
  if (type === "DATETIME" && typeof value === "number") return new Date(value).toISOString();
  if (type === "JSONB" && typeof value === "string") return JSON.parse(value);
  return value;
}

// The asset store removes files, file and row together.
const withoutFiles = personalTables.filter(({ kind }) => kind !== "files");
const ownTables = withoutFiles.filter(({ kind }) => kind === null || isOwn(kind));
const leaverOrder = [...onTheirWay, ...withoutFiles, ...leaverTables];

function eraseAll(
  sql: Sql,
  { personId, to, leaving }: Erasing,
): { erased: KeptCounts; left: number } {
  const erased: KeptCounts = {};
  let left = 0;
  // Whoever left says nothing new.
  const until = { personId, to: leaving ? Number.MAX_SAFE_INTEGER : to };
  for (const table of leaving ? leaverOrder : ownTables) {
    left += countWaiting(sql, table, until);
    const count = eraseFrom(sql, table, until);
    if (table.kind !== null) erased[table.kind] = (erased[table.kind] ?? 0) + count;
  }
  for (const from of leaving?.names ?? []) rename(sql, toldOthers, { from, to: leaving?.as ?? "" });
  return { erased, left };
}

type Until = { personId: string; to: number };

function countWaiting(sql: Sql, table: PersonalTable, { personId, to }: Until): number {
  if (table.waiting === undefined) return 0;
  const and = ` AND ${table.waiting} AND "${table.time}" <= ?`;
  return countOf(sql, table, { personId, and, with: [to] });
}

function eraseFrom(sql: Sql, table: PersonalTable, { personId, to }: Until): number {
  const { model, where, time, blank, waiting } = table;
  const ready = waiting === undefined ? "" : ` AND NOT (${waiting})`;
  const which = `WHERE ${where} AND "${time}" <= ?${ready}`;
  const text = blank
    ? `UPDATE "${model}" SET ${blank} ${which}`
    : `DELETE FROM "${model}" ${which}`;
  return sql.run(text, ...parametersOf(table, personId), to);
}

function eraseContact(sql: Sql, { contactIds, visitorIds, names, as: to }: ErasingContact): void {
  for (const contactId of contactIds)
    for (const text of contactStatements) sql.run(text, contactId);
  for (const text of visitorStatements) sql.run(text, JSON.stringify(visitorIds));
  const places = [...toldOthers, ...namingContacts];
  // The longest first: an address before the name that is part of it.
  for (const from of names.toSorted((a, b) => b.length - a.length))
    rename(sql, places, { from, to });
}

/** Takes a name out of columns of text and documents: as it is written, and as JSON writes it. */
function rename(sql: Sql, places: Places, { from, to }: { from: string; to: string }): void {
  const forms = [...new Set([from, JSON.stringify(from).slice(1, -1)])];
  for (const [model, column] of places) {
    const text = `UPDATE "${model}" SET "${column}" = replace("${column}", ?, ?)
      WHERE instr("${column}", ?) > 0`;
    for (const form of forms) sql.run(text, form, to, form);
  }
}

/** Sessions under way, messages on their way and files are left alone, however old they are. */
function expireAll(
  sql: Sql,
  before: Record<RetentionGroup, number>,
): { rows: number; personIds: string[] } {
  const personIds = sql.all<{ personId: string }>(
    `SELECT DISTINCT "personId" FROM "SkillEvidence" WHERE "at" < ?`,
    before.practice,
  );
  let rows = 0;
  for (const table of expiring) {
    const until = keptKinds[table.kind].until;
    if (until === null) continue;
    const which = expiringOf(table);
    const { model, blank } = table;
    const text = blank
      ? `UPDATE "${model}" SET ${blank} ${which}`
      : `DELETE FROM "${model}" ${which}`;
    rows += sql.run(text, before[until]);
  }
  return { rows, personIds: personIds.map(({ personId }) => personId) };
}

/** An estimate is computed anew from what evidence is left; a file has its own end. */
const expiring = shown.filter(({ kind }) => kind !== "estimates" && kind !== "files");

const anybodys: Partial<Record<PersonalTable["model"], string>> = {
  Turn: `"sessionId" NOT IN (SELECT "id" FROM "PracticeSession" WHERE "state" <> 'closed') AND`,
  PracticeSession: `"state" = 'closed' AND`,
  InboxEvent: `json_extract("payload", '$.kind') IS NOT NULL AND`,
  OutboxMessage: `"body" <> '{}' AND`,
  // Nothing else of the audit ever goes.
  Audit: `"action" = 'page.open' AND`,
};

function expiringOf({ model, time, waiting }: PersonalTable): string {
  const ready = waiting === undefined ? "" : ` AND NOT (${waiting})`;
  return `WHERE ${anybodys[model] ?? ""} "${time}" < ?${ready}`;
}
