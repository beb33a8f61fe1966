// The only way out. A message is written in the transaction that decided it and leaves afterwards, per target in order.
import type { Card } from "../core/card.ts";
import type { NewId } from "../core/ids.ts";
import type { Person } from "../core/model.ts";
import type { Clock, Outbox, Outgoing, Post, Settlement } from "../core/ports.ts";
import { upsertAll } from "./bulk.ts";
import type { Prisma } from "./generated/client.ts";
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
  let sequence =
    (await client.outboxMessage.aggregate({ _max: { sequence: true } }))._max.sequence ?? 0;
  const latest = new Map<string, Post>();
  for (const post of posts) latest.set(`${post.to} ${post.card.key}`, post);
  for (const post of latest.values()) {
    const earlier = await client.outboxMessage.findFirst({
      where: { target: post.to, cardKey: post.card.key },
      orderBy: { sequence: "desc" },
    });
    if (earlier?.state === "queued" && earlier.attempts === 0) {
      const body = post.card as unknown as Prisma.InputJsonValue;
      await client.outboxMessage.update({ where: { id: earlier.id }, data: { body } });
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

/** The sending side of the outbox. One process sends: what it holds is kept in memory, what it held is in the rows. */
export function createOutbox(
  records: Records,
  { clock, newId }: { clock: Clock; newId: NewId },
): Outbox {
  const { client } = records;
  const busy = new Set<string>();

  return {
    async take(limit) {
      const taken = await records.transaction((tx) => takeHeads(tx, { now: clock(), limit, busy }));
      for (const { target } of taken) busy.add(target);
      return taken;
    },
    async settle(message, settlement, notice) {
      await records.write(async (unit, tx) => {
        await writeSettlement(tx, message, { settlement, now: unit.now, newId });
        if (notice) unit.post(toNotice(message, notice));
      });
      busy.delete(message.target);
    },
    async whereIs(cardKey, target) {
      const sent = await client.sentCard.findUnique({
        where: { cardKey_target: { cardKey, target } },
      });
      return sent ? { surface: sent.surface, ref: sent.ref as Record<string, string> } : undefined;
    },
    async nextAt() {
      const next = await client.outboxMessage.findFirst({
        where: { state: { in: waiting }, target: { notIn: [...busy] } },
        orderBy: { nextAt: "asc" },
      });
      return next?.nextAt.getTime();
    },
  };
}

const waiting = ["queued", "sending"];
const ambiguousMark = "no answer: it may have arrived";

type Taking = { now: number; limit: number; busy: ReadonlySet<string> };

/** A target whose first message must wait waits whole: order is per target. */
async function takeHeads(client: Client, { now, limit, busy }: Taking): Promise<Outgoing[]> {
  const heads = await client.outboxMessage.groupBy({
    by: ["target"],
    where: { state: { in: waiting }, target: { notIn: [...busy] } },
    _min: { sequence: true },
  });
  const due = await client.outboxMessage.findMany({
    where: {
      sequence: { in: heads.flatMap((head) => head._min.sequence ?? []) },
      nextAt: { lte: new Date(now) },
    },
    orderBy: { sequence: "asc" },
    take: limit,
  });
  const id = { in: due.map((message) => message.id) };
  await client.outboxMessage.updateMany({
    where: { id, triedAt: null },
    data: { triedAt: new Date(now) },
  });
  await client.outboxMessage.updateMany({
    where: { id },
    data: { state: "sending", attempts: { increment: 1 } },
  });
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

type Settling = { settlement: Settlement; now: number; newId: NewId };

async function writeSettlement(
  client: Client,
  { id, cardKey, target }: Outgoing,
  { settlement, now, newId }: Settling,
): Promise<void> {
  await client.outboxMessage.update({ where: { id }, data: toData(settlement, now) });
  if (settlement.state !== "sent") return;
  const { ref, surface } = settlement;
  const at = new Date(now);
  await client.sentCard.upsert({
    where: { cardKey_target: { cardKey, target } },
    create: { id: newId("sentCard"), cardKey, target, surface, ref, sentAt: at, updatedAt: at },
    update: { ref, surface, updatedAt: at },
  });
}

function toData(settlement: Settlement, now: number): Prisma.OutboxMessageUpdateInput {
  if (settlement.state === "sent") return { state: "sent", error: null, sentAt: new Date(now) };
  if (settlement.state !== "queued") return { state: settlement.state, error: settlement.error };
  return {
    state: "queued",
    error: settlement.ambiguous ? ambiguousMark : settlement.error,
    nextAt: new Date(settlement.nextAt),
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
