// What came in from chat, kept before it is acknowledged. One row per event, however often it is delivered.
import type { Outcome } from "../core/card.ts";
import type { Clock, Inbox, Unit } from "../core/ports.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Records } from "./records/records.ts";
import type { Sql } from "./records/sql.ts";

/** What the inbox itself reads of an event. */
type Kept = { key: string; aliases?: string[]; surface: string; kind: string };
type Arrival<Event> = { event: Event; dueAt: number; now: number };

export function createInbox<Event extends Kept>(records: Records, clock: Clock): Inbox<Event> {
  const keepInGroup = createGroupCommit((arrivals: Arrival<Event>[]) =>
    records.transaction(async ({ sql }) => keepAll(sql, arrivals), { isUrgent: true }),
  );
  const { sql } = records;

  return {
    keep: (event, { dueInMs = 0 } = {}) => {
      const now = clock();
      return keepInGroup({ event, now, dueAt: now + dueInMs });
    },
    due: async (limit) => findDue<Event>(sql, { now: clock(), limit }),
    async nextAt() {
      const query = `SELECT MIN("nextAt") AS "at" FROM "InboxEvent" WHERE "state" = 'new'`;
      return sql.all<{ at: number | null }>(query)[0]?.at ?? undefined;
    },
    settle: (key, effect, options) =>
      // An event that is kept is worked on again if the power fails: its end may follow to the disk.
      records.write((unit, tx) => finish(tx.sql, { key, effect, unit }), {
        sync: "NORMAL",
        ...options,
      }),
    async outcomeOf(key) {
      const row = findRow(sql, key);
      return !row || row.state === "new" ? undefined : toOutcome(row);
    },
    async postpone(key, { error, delayMs }) {
      const nextAt = clock() + delayMs;
      await records.transaction(async (tx) => {
        const row = findRow(tx.sql, key);
        if (row) tx.sql.run(postponing, error, nextAt, row.key);
      });
    },
    fail: (key, { error, effect }) =>
      records.write((unit, tx) => finish(tx.sql, { key, effect, unit, error })),
  };
}

/**
 * Order of arrival. Several may arrive in one millisecond, and then the order of insertion decides, which only
 * SQLite's own row number knows; elsewhere this takes a column of its own.
 */
function findDue<Event>(
  sql: Sql,
  { now, limit }: { now: number; limit: number },
): { event: Event; attempts: number }[] {
  const rows = sql.all<{ payload: string; attempts: number }>(
    `SELECT "payload", "attempts" FROM "InboxEvent"
     WHERE "state" = 'new' AND "nextAt" <= ? ORDER BY "receivedAt", rowid LIMIT ?`,
    now,
    limit,
  );
  return rows.map(({ payload, attempts }) => ({ event: JSON.parse(payload) as Event, attempts }));
}

/** Keeps those whose keys are new, and remembers every new key of those that are known. */
function keepAll<Event extends Kept>(sql: Sql, arrivals: Arrival<Event>[]): ("new" | "known")[] {
  const rows = sql.all<{ alias: string; key: string }>(
    `SELECT "alias", "key" FROM "InboxAlias" WHERE "alias" IN (SELECT "value" FROM json_each(?))`,
    JSON.stringify(arrivals.flatMap(({ event }) => keysOf(event))),
  );
  const known = new Map(rows.map(({ alias, key }) => [alias, key]));
  return arrivals.map((arrival) => {
    const keys = keysOf(arrival.event);
    const earlier = keys.map((key) => known.get(key)).find((key) => key !== undefined);
    const key = earlier ?? arrival.event.key;
    for (const alias of keys.filter((each) => !known.has(each))) {
      known.set(alias, key);
      sql.run(
        `INSERT INTO "InboxAlias" ("alias", "key", "at") VALUES (?, ?, ?)`,
        ...[alias, key],
        arrival.now,
      );
    }
    if (earlier !== undefined) return "known";
    insert(sql, arrival);
    return "new";
  });
}

function keysOf({ key, aliases = [] }: Kept): string[] {
  return [...new Set([key, ...aliases])];
}

function insert<Event extends Kept>(sql: Sql, { event, dueAt, now }: Arrival<Event>): void {
  const { key, surface, kind } = event;
  sql.run(
    `INSERT INTO "InboxEvent"
     ("key", "surface", "kind", "payload", "state", "attempts", "receivedAt", "nextAt")
     VALUES (?, ?, ?, ?, 'new', 0, ?, ?)`,
    ...[key, surface, kind, JSON.stringify(event), now, dueAt],
  );
}

const postponing = `UPDATE "InboxEvent" SET "attempts" = "attempts" + 1, "error" = ?, "nextAt" = ?
  WHERE "key" = ? AND "state" = 'new'`;
const finishing = `UPDATE "InboxEvent" SET "state" = ?, "outcome" = ?, "error" = ?, "doneAt" = ?
  WHERE "key" = ?`;

type Row = { key: string; state: string; outcome: string | null };

/** An event by its own key, or by another it came under. */
function findRow(sql: Sql, key: string): Row | undefined {
  const byKey = `SELECT "key", "state", "outcome" FROM "InboxEvent" WHERE "key" = ?`;
  const [row] = sql.all<Row>(byKey, key);
  if (row) return row;
  const [alias] = sql.all<Row>(`SELECT "key" FROM "InboxAlias" WHERE "alias" = ?`, key);
  return alias && sql.all<Row>(byKey, alias.key)[0];
}

function toOutcome({ outcome }: Row): Outcome {
  return outcome === null ? {} : (JSON.parse(outcome) as Outcome);
}

type Finishing = {
  key: string;
  unit: Unit;
  effect: (unit: Unit) => Promise<Outcome>;
  error?: string;
};

async function finish(sql: Sql, { key, unit, effect, error }: Finishing): Promise<Outcome> {
  const row = findRow(sql, key);
  if (!row) throw new Error(`The inbox has no event under the key ${key}.`);
  if (row.state !== "new") return toOutcome(row);
  const outcome = await effect(unit);
  const state = error === undefined ? "done" : "failed";
  sql.run(finishing, state, JSON.stringify(outcome), error ?? null, unit.now, row.key);
  return outcome;
}
