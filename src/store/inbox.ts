// What came in from chat, kept before it is acknowledged. One row per event, however often it is delivered.
import type { Outcome } from "../core/card.ts";
import type { Clock, Inbox, Unit } from "../core/ports.ts";
import type { Prisma } from "./generated/client.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Records } from "./records.ts";
import type { Client } from "./tables.ts";

/** What the inbox itself reads of an event. */
type Kept = { key: string; aliases?: string[]; surface: string; kind: string };
type Arrival<Event> = { event: Event; dueAt: number; now: number };

export function createInbox<Event extends Kept>(records: Records, clock: Clock): Inbox<Event> {
  const keepInGroup = createGroupCommit((arrivals: Arrival<Event>[]) =>
    records.transaction((client) => keepAll(client, arrivals), { isUrgent: true }),
  );
  const { client } = records;

  return {
    keep: (event, { dueInMs = 0 } = {}) => {
      const now = clock();
      return keepInGroup({ event, now, dueAt: now + dueInMs });
    },
    due: (limit) => findDue<Event>(client, { now: clock(), limit }),
    async nextAt() {
      const first = await client.inboxEvent.findFirst({
        where: { state: "new" },
        orderBy: { nextAt: "asc" },
      });
      return first?.nextAt.getTime();
    },
    settle: (key, effect, options) =>
      records.write((unit, tx) => finish(tx, { key, effect, unit }), options),
    async outcomeOf(key) {
      const row = await findRow(client, key);
      return !row || row.state === "new" ? undefined : ((row.outcome ?? {}) as Outcome);
    },
    async postpone(key, { error, delayMs }) {
      const nextAt = new Date(clock() + delayMs);
      await records.transaction(async (tx) => {
        const row = await findRow(tx, key);
        const data = { attempts: { increment: 1 }, error, nextAt };
        if (row) await tx.inboxEvent.updateMany({ where: { key: row.key, state: "new" }, data });
      });
    },
    fail: (key, { error, effect }) =>
      records.write((unit, tx) => finish(tx, { key, effect, unit, error })),
  };
}

/**
 * Order of arrival. Several may arrive in one millisecond, and then the order of insertion decides, which only
 * SQLite's own row number knows; elsewhere this takes a column of its own.
 */
async function findDue<Event>(
  client: Client,
  { now, limit }: { now: number; limit: number },
): Promise<{ event: Event; attempts: number }[]> {
  const rows = await client.$queryRawUnsafe<{ payload: string; attempts: bigint }[]>(
    `SELECT CAST("payload" AS TEXT) AS "payload", "attempts" FROM "InboxEvent"
     WHERE "state" = 'new' AND "nextAt" <= ? ORDER BY "receivedAt", rowid LIMIT ?`,
    now,
    limit,
  );
  return rows.map((row) => ({
    event: JSON.parse(row.payload) as Event,
    attempts: Number(row.attempts),
  }));
}

/** Keeps those whose keys are new, and remembers every new key of those that are known. */
async function keepAll<Event extends Kept>(
  client: Client,
  arrivals: Arrival<Event>[],
): Promise<("new" | "known")[]> {
  const rows = await client.$queryRawUnsafe<{ alias: string; key: string }[]>(
    `SELECT "alias", "key" FROM "InboxAlias" WHERE "alias" IN (SELECT "value" FROM json_each(?))`,
    JSON.stringify(arrivals.flatMap(({ event }) => keysOf(event))),
  );
  const known = new Map(rows.map(({ alias, key }) => [alias, key]));
  const aliases: { alias: string; key: string; at: Date }[] = [];
  const fresh: Arrival<Event>[] = [];
  for (const arrival of arrivals) {
    const keys = keysOf(arrival.event);
    const earlier = keys.map((key) => known.get(key)).find((key) => key !== undefined);
    if (earlier === undefined) fresh.push(arrival);
    const key = earlier ?? arrival.event.key;
    for (const alias of keys.filter((each) => !known.has(each))) {
      known.set(alias, key);
      aliases.push({ alias, key, at: new Date(arrival.now) });
    }
  }
  await client.inboxAlias.createMany({ data: aliases });
  await client.inboxEvent.createMany({ data: fresh.map(toRow) });
  return arrivals.map((arrival) => (fresh.includes(arrival) ? "new" : "known"));
}

function keysOf({ key, aliases = [] }: Kept): string[] {
  return [...new Set([key, ...aliases])];
}

function toRow<Event extends Kept>({ event, dueAt, now }: Arrival<Event>) {
  return {
    key: event.key,
    surface: event.surface,
    kind: event.kind,
    payload: event as unknown as Prisma.InputJsonValue,
    state: "new",
    attempts: 0,
    receivedAt: new Date(now),
    nextAt: new Date(dueAt),
  };
}

/** An event by its own key, or by another it came under. */
async function findRow(client: Client, key: string) {
  const row = await client.inboxEvent.findUnique({ where: { key } });
  if (row) return row;
  const alias = await client.inboxAlias.findUnique({ where: { alias: key } });
  return alias && client.inboxEvent.findUnique({ where: { key: alias.key } });
}

type Finishing = {
  key: string;
  unit: Unit;
  effect: (unit: Unit) => Promise<Outcome>;
  error?: string;
};

async function finish(client: Client, { key, unit, effect, error }: Finishing): Promise<Outcome> {
  const row = await findRow(client, key);
  if (!row) throw new Error(`The inbox has no event under the key ${key}.`);
  if (row.state !== "new") return (row.outcome ?? {}) as Outcome;
  const outcome = await effect(unit);
  await client.inboxEvent.updateMany({
    where: { key: row.key },
    data: {
      state: error === undefined ? "done" : "failed",
      outcome: outcome as unknown as Prisma.InputJsonValue,
      error: error ?? null,
      doneAt: new Date(unit.now),
    },
  });
  return outcome;
}
