// The only way out. A message is written in the transaction that decided it and leaves afterwards, per target in order.
import type { Card } from "../core/card.ts";
import type { NewId } from "../core/ids.ts";
import type { Person } from "../core/model.ts";
import type { Clock, Outbox, Outgoing, Post, Settlement } from "../core/ports.ts";
import { upsertAll } from "./bulk.ts";
import type { Prisma } from "./generated/client.ts";
import { createGroupCommit } from "./group-commit.ts";
import type { Records } from "./records.ts";
import type { Client } from "./tables.ts";

const times = ["nextAt", "triedAt", "createdAt", "sentAt"];

/**
 * Queues cards in order. A key the person already has becomes an edit of that card; a card still waiting to
 * leave is replaced in its place, so that a person gets its last state once.
 */
export async function queuePosts(
  client: Client,
  posts: Post[],
  { now, newId }: { now: number; newId: NewId },
): Promise<void> {
  if (posts.length === 0) return;
  // Not `aggregate`: Prisma's reads the whole table, and this must not slow down as it grows.
  const last = await client.outboxMessage.findFirst({
    select: { sequence: true },
    orderBy: { sequence: "desc" },
  });
  let sequence = last?.sequence ?? 0;
  const latest = new Map<string, Post>();
  for (const post of posts) latest.set(`${post.to} ${post.card.key}`, post);
  for (const post of latest.values()) {
    const earlier = await client.outboxMessage.findFirst({
      where: { target: post.to, cardKey: post.card.key },
      orderBy: { sequence: "desc" },
    });
    if (earlier?.state === "queued" && earlier.attempts === 0) {
      const body = post.card as unknown as Prisma.InputJsonValue;
      await client.outboxMessage.updateMany({ where: { id: earlier.id }, data: { body } });
      continue;
    }
    sequence += 1;
    await upsertAll(client, { model: "OutboxMessage", times, json: ["body"] }, [
      newMessage(post, { now, id: newId("outbox"), sequence, isEdit: earlier !== null }),
    ]);
  }
}

function newMessage(
  { to, card }: Post,
  { now, id, sequence, isEdit }: { now: number; id: string; sequence: number; isEdit: boolean },
) {
  return {
    id,
    key: id,
    sequence,
    target: to,
    cardKey: card.key,
    operation: isEdit ? "update" : "send",
    body: card,
    state: "queued",
    attempts: 0,
    nextAt: now,
    triedAt: null,
    error: null,
    createdAt: now,
    sentAt: null,
  };
}

type Settling = {
  message: Outgoing;
  settlement: Settlement;
  notice?: { person: Person; title: string; body: string } | undefined;
};

/** The sending side of the outbox. One process sends: what it holds is kept in memory, what it held is in the rows. */
export function createOutbox(
  records: Records,
  { clock, newId }: { clock: Clock; newId: NewId },
): Outbox {
  const { client } = records;
  const busy = new Set<string>();
  const settleInGroup = createGroupCommit((group: Settling[]) =>
    records.write(async (unit, tx) => {
      for (const one of group) {
        await writeSettlement(tx, one, { now: unit.now, newId });
        if (one.notice) unit.post(toNotice(one.message, one.notice));
      }
      return group;
    }),
  );

  return {
    async take(limit) {
      const ids = await findHeads(client, { now: clock(), limit, busy });
      if (ids.length === 0) return [];
      const taken = await records.transaction((tx) => takeAll(tx, { now: clock(), ids }));
      for (const { target } of taken) busy.add(target);
      return taken;
    },
    async settle(message, settlement, notice) {
      try {
        await settleInGroup({ message, settlement, notice });
      } finally {
        // Not written down, it is still "sending": taken again, it counts as one that may have arrived.
        busy.delete(message.target);
      }
    },
    async whereIs(cardKey, target) {
      const sent = await client.sentCard.findUnique({
        where: { cardKey_target: { cardKey, target } },
      });
      return sent ? { surface: sent.surface, ref: sent.ref as Record<string, string> } : undefined;
    },
    async nextAt() {
      const rows = await client.$queryRawUnsafe<{ at: bigint | null }[]>(
        `SELECT MIN("nextAt") AS "at" FROM ${heads}`,
        JSON.stringify([...busy]),
      );
      const at = rows[0]?.at;
      return at === null || at === undefined ? undefined : Number(at);
    },
  };
}

const ambiguousMark = "no answer: it may have arrived";

/**
 * The first waiting message of each target that is not busy (its parameter, as JSON). A target whose first
 * message must wait waits whole: order is per target.
 */
const heads = `"OutboxMessage" AS "head" WHERE "state" IN ('queued', 'sending')
  AND "target" NOT IN (SELECT "value" FROM json_each(?))
  AND NOT EXISTS (
    SELECT 1 FROM "OutboxMessage" AS "earlier" WHERE "earlier"."target" = "head"."target"
    AND "earlier"."state" IN ('queued', 'sending') AND "earlier"."sequence" < "head"."sequence")`;

type Taking = { now: number; limit: number; busy: ReadonlySet<string> };

/** Looks before anything is locked: mostly there is nothing to take. */
async function findHeads(client: Client, { now, limit, busy }: Taking): Promise<string[]> {
  const rows = await client.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM ${heads} AND "nextAt" <= ? ORDER BY "sequence" LIMIT ?`,
    JSON.stringify([...busy]),
    now,
    limit,
  );
  return rows.map(({ id }) => id);
}

/** Reads them again, since a card may have been replaced meanwhile, and marks them as on their way. */
async function takeAll(
  client: Client,
  { now, ids }: { now: number; ids: string[] },
): Promise<Outgoing[]> {
  const due = await client.outboxMessage.findMany({
    where: { id: { in: ids } },
    orderBy: { sequence: "asc" },
  });
  await client.$executeRawUnsafe(
    `UPDATE "OutboxMessage" SET "state" = 'sending', "attempts" = "attempts" + 1,
     "triedAt" = COALESCE("triedAt", ?) WHERE "id" IN (SELECT "value" FROM json_each(?))`,
    now,
    JSON.stringify(ids),
  );
  return due.map((message) => ({
    id: message.id,
    key: message.key,
    target: message.target,
    cardKey: message.cardKey,
    card: message.body as unknown as Card,
    attempts: message.attempts + 1,
    // Found in this state, it was on its way when a process died, or a call ended without an answer.
    ambiguous: message.state === "sending" || message.error === ambiguousMark,
    triedAt: message.triedAt?.getTime() ?? null,
  }));
}

async function writeSettlement(
  client: Client,
  { message, settlement }: Settling,
  { now, newId }: { now: number; newId: NewId },
): Promise<void> {
  const { id, cardKey, target } = message;
  const data = toData(message, settlement, now);
  await client.outboxMessage.updateMany({ where: { id }, data });
  if (settlement.state !== "sent") return;
  const { ref, surface } = settlement;
  const at = new Date(now);
  await client.sentCard.upsert({
    where: { cardKey_target: { cardKey, target } },
    create: { id: newId("sentCard"), cardKey, target, surface, ref, sentAt: at, updatedAt: at },
    update: { ref, surface, updatedAt: at },
  });
}

function toData(
  { attempts, triedAt }: Outgoing,
  settlement: Settlement,
  now: number,
): Prisma.OutboxMessageUpdateManyMutationInput {
  if (settlement.state === "sent") return { state: "sent", error: null, sentAt: new Date(now) };
  if (settlement.state !== "queued") return { state: settlement.state, error: settlement.error };
  const { ambiguous, error, nextAt } = settlement;
  // Given back without an attempt, it is as it was: still replaced by a later state of its card.
  const untried = { attempts: attempts - 1, triedAt: triedAt === null ? null : new Date(triedAt) };
  return {
    state: "queued",
    error: ambiguous ? ambiguousMark : error || null,
    nextAt: new Date(nextAt),
    ...(error === "" ? untried : {}),
  };
}

function toNotice(
  message: Outgoing,
  { person, title, body }: { person: Person; title: string; body: string },
): Post {
  return {
    to: person.id,
    card: {
      key: `maybe:${message.id}`,
      title,
      tone: "warn",
      summary: title,
      blocks: [{ t: "text", text: [{ t: "text", text: body }] }],
    },
  };
}
