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
    records.transaction(async (client) => {
      const answers: ("new" | "known")[] = [];
      for (const arrival of arrivals) answers.push(await keepOne(client, arrival));
      return answers;
    }),
  );
  const { client } = records;

  return {
    keep: (event, { dueInMs = 0 } = {}) => {
      const now = clock();
      return keepInGroup({ event, now, dueAt: now + dueInMs });
    },
    async due(limit) {
      const rows = await client.inboxEvent.findMany({
        where: { state: "new", nextAt: { lte: new Date(clock()) } },
        orderBy: [{ receivedAt: "asc" }, { key: "asc" }],
        take: limit,
      });
      return rows.map((row) => ({
        event: row.payload as unknown as Event,
        attempts: row.attempts,
      }));
    },
    async nextAt() {
      const first = await client.inboxEvent.findFirst({
        where: { state: "new" },
        orderBy: { nextAt: "asc" },
      });
      return first?.nextAt.getTime();
    },
    settle: (key, effect) => records.write((unit, tx) => finish(tx, { key, effect, unit })),
    async outcomeOf(key) {
      const alias = await client.inboxAlias.findUnique({ where: { alias: key } });
      const row = alias && (await client.inboxEvent.findUnique({ where: { key: alias.key } }));
      return !row || row.state === "new" ? undefined : ((row.outcome ?? {}) as Outcome);
    },
    async postpone(key, { error, delayMs }) {
      const nextAt = new Date(clock() + delayMs);
      await records.transaction((tx) =>
        tx.inboxEvent.update({
          where: { key },
          data: { attempts: { increment: 1 }, error, nextAt },
        }),
      );
    },
    fail: (key, { error, effect }) =>
      records.write((unit, tx) => finish(tx, { key, effect, unit, error })),
  };
}

async function keepOne<Event extends Kept>(
  client: Client,
  { event, dueAt, now }: Arrival<Event>,
): Promise<"new" | "known"> {
  const keys = [...new Set([event.key, ...(event.aliases ?? [])])];
  const known = await client.inboxAlias.findFirst({ where: { alias: { in: keys } } });
  if (known) return "known";
  const at = new Date(now);
  await client.inboxAlias.createMany({
    data: keys.map((alias) => ({ alias, key: event.key, at })),
  });
  await client.inboxEvent.create({
    data: {
      key: event.key,
      surface: event.surface,
      kind: event.kind,
      payload: event as unknown as Prisma.InputJsonValue,
      state: "new",
      attempts: 0,
      receivedAt: at,
      nextAt: new Date(dueAt),
    },
  });
  return "new";
}

type Finishing = {
  key: string;
  unit: Unit;
  effect: (unit: Unit) => Promise<Outcome>;
  error?: string;
};

async function finish(client: Client, { key, unit, effect, error }: Finishing): Promise<Outcome> {
  const row = await client.inboxEvent.findUniqueOrThrow({ where: { key } });
  if (row.state !== "new") return (row.outcome ?? {}) as Outcome;
  const outcome = await effect(unit);
  await client.inboxEvent.update({
    where: { key },
    data: {
      state: error === undefined ? "done" : "failed",
      outcome: outcome as unknown as Prisma.InputJsonValue,
      error: error ?? null,
      doneAt: new Date(unit.now),
    },
  });
  return outcome;
}
