// What came in from chat, kept before it is acknowledged. One row per event, however often it is delivered.
import type { Prisma } from "./generated/client.ts";
import type { Records } from "./records.ts";
import type { Client } from "./tables.ts";

/** An event as it is kept: the platform's key, other keys it may come under, and its content. */
export type Arrival = {
  key: string;
  aliases?: string[];
  surface: string;
  kind: string;
  at: number;
};

export type Kept<Event> = { event: Event; attempts: number };

/** Keeps events in one transaction; says for each whether it is new. */
export function keepArrivals(
  records: Records,
  arrivals: Arrival[],
  now: number,
): Promise<("new" | "known")[]> {
  return records.transaction(async (client) => {
    const answers: ("new" | "known")[] = [];
    for (const arrival of arrivals) answers.push(await keepOne(client, arrival, now));
    return answers;
  });
}

async function keepOne(client: Client, arrival: Arrival, now: number): Promise<"new" | "known"> {
  const keys = [arrival.key, ...(arrival.aliases ?? [])];
  const known = await client.inboxAlias.findFirst({ where: { alias: { in: keys } } });
  if (known) return "known";
  const at = new Date(now);
  await client.inboxAlias.createMany({
    data: keys.map((alias) => ({ alias, key: arrival.key, at })),
  });
  await client.inboxEvent.create({
    data: {
      key: arrival.key,
      surface: arrival.surface,
      kind: arrival.kind,
      payload: arrival as unknown as Prisma.InputJsonValue,
      state: "new",
      attempts: 0,
      receivedAt: at,
      nextAt: at,
    },
  });
  return "new";
}

/** The events still to be worked on and due, oldest first. */
export async function dueArrivals<Event>(
  records: Records,
  { now, limit }: { now: number; limit: number },
): Promise<Kept<Event>[]> {
  const rows = await records.client.inboxEvent.findMany({
    where: { state: "new", nextAt: { lte: new Date(now) } },
    orderBy: [{ receivedAt: "asc" }, { key: "asc" }],
    take: limit,
  });
  return rows.map((row) => ({ event: row.payload as Event, attempts: row.attempts }));
}

/** What was answered to an event, by any of its keys; undefined while it is still worked on. */
export async function findOutcome(records: Records, key: string): Promise<unknown> {
  const alias = await records.client.inboxAlias.findUnique({ where: { alias: key } });
  if (!alias) return undefined;
  const row = await records.client.inboxEvent.findUnique({ where: { key: alias.key } });
  return row?.state === "new" ? undefined : (row?.outcome ?? {});
}

/**
 * Marks an event done with its answer. Call it in the transaction of its effects.
 * False when it was done before: then nothing of this transaction may be kept.
 */
export async function finishArrival(
  client: Client,
  { key, outcome, now }: { key: string; outcome: object; now: number },
): Promise<boolean> {
  const { count } = await client.inboxEvent.updateMany({
    where: { key, state: "new" },
    data: { state: "done", outcome: outcome as Prisma.InputJsonValue, doneAt: new Date(now) },
  });
  return count === 1;
}

/** Puts an event back for later. */
export function postponeArrival(
  records: Records,
  { key, error, nextAt }: { key: string; error: string; nextAt: number },
): Promise<unknown> {
  return records.transaction((client) =>
    client.inboxEvent.update({
      where: { key },
      data: { attempts: { increment: 1 }, error, nextAt: new Date(nextAt) },
    }),
  );
}

/** Gives an event up, with the answer its person got instead. */
export function failArrival(
  records: Records,
  { key, error, outcome, now }: { key: string; error: string; outcome: object; now: number },
): Promise<unknown> {
  return records.transaction((client) =>
    client.inboxEvent.update({
      where: { key },
      data: {
        state: "failed",
        error,
        outcome: outcome as Prisma.InputJsonValue,
        doneAt: new Date(now),
      },
    }),
  );
}
