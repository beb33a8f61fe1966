// The only way out. A message is written in the transaction that decided it and leaves afterwards, per target in order.
import type { Card } from "../core/card.ts";
import type { NewId } from "../core/ids.ts";
import type { Post } from "../core/ports.ts";
import { upsertAll } from "./bulk.ts";
import type { Prisma } from "./generated/client.ts";
import type { Records } from "./records.ts";
import type { Client } from "./tables.ts";

/** A message taken for sending. `ambiguous`: an earlier attempt may have arrived. */
export type Outgoing = {
  id: string;
  key: string;
  target: string;
  cardKey: string;
  operation: "send" | "update";
  card: Card;
  attempts: number;
  ambiguous: boolean;
  triedAt: number | null;
};

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

/**
 * Takes the first waiting message of each target that is due and not in `busy`, marking it as being sent.
 * A target whose first message must wait waits whole: order is per target.
 */
export function takeOutgoing(
  records: Records,
  { now, limit, busy }: { now: number; limit: number; busy: ReadonlySet<string> },
): Promise<Outgoing[]> {
  return records.transaction(async (client) => {
    const heads = await client.outboxMessage.groupBy({
      by: ["target"],
      where: { state: { in: ["queued", "sending"] }, target: { notIn: [...busy] } },
      _min: { sequence: true },
    });
    const sequences = heads.flatMap((head) => head._min.sequence ?? []);
    const due = await client.outboxMessage.findMany({
      where: { sequence: { in: sequences }, nextAt: { lte: new Date(now) } },
      orderBy: { sequence: "asc" },
      take: limit,
    });
    await client.outboxMessage.updateMany({
      where: { id: { in: due.map((message) => message.id) } },
      data: { state: "sending", attempts: { increment: 1 } },
    });
    await client.outboxMessage.updateMany({
      where: { id: { in: due.map((message) => message.id) }, triedAt: null },
      data: { triedAt: new Date(now) },
    });
    return due.map((message) => ({
      id: message.id,
      key: message.key,
      target: message.target,
      cardKey: message.cardKey,
      operation: message.operation === "update" ? "update" : "send",
      card: message.body as unknown as Card,
      attempts: message.attempts + 1,
      // Found in this state, it was on its way when a process died or a call failed without an answer.
      ambiguous: message.state === "sending" || message.error === ambiguousMark,
      triedAt: message.triedAt?.getTime() ?? null,
    }));
  });
}

const ambiguousMark = "no answer: it may have arrived";

/** What became of an attempt. */
export type Settlement =
  | { state: "sent"; ref?: Record<string, string>; surface?: string }
  | { state: "queued"; nextAt: number; error: string; ambiguous: boolean }
  | { state: "maybe" | "failed" | "dropped"; error: string };

/** Writes down what became of a message, and where its card now stands. */
export function settleOutgoing(
  records: Records,
  message: Outgoing,
  { now, newId, settlement }: { now: number; newId: NewId; settlement: Settlement },
): Promise<void> {
  return records.transaction(async (client) => {
    await client.outboxMessage.update({
      where: { id: message.id },
      data: toData(settlement, now),
    });
    if (settlement.state !== "sent" || !settlement.ref) return;
    const { ref, surface = "local" } = settlement;
    await client.sentCard.upsert({
      where: { cardKey_target: { cardKey: message.cardKey, target: message.target } },
      create: {
        id: newId("sentCard"),
        cardKey: message.cardKey,
        target: message.target,
        surface,
        ref,
        sentAt: new Date(now),
        updatedAt: new Date(now),
      },
      update: { ref, surface, updatedAt: new Date(now) },
    });
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

/** Where a card stands, if it was ever sent. */
export async function findSentCard(
  records: Records,
  cardKey: string,
  target: string,
): Promise<{ surface: string; ref: Record<string, string> } | undefined> {
  const sent = await records.client.sentCard.findUnique({
    where: { cardKey_target: { cardKey, target } },
  });
  if (!sent) return undefined;
  return { surface: sent.surface, ref: sent.ref as Record<string, string> };
}

/** When the next waiting message may leave; undefined when none waits. */
export async function nextOutgoingAt(records: Records): Promise<number | undefined> {
  const next = await records.client.outboxMessage.findFirst({
    where: { state: { in: ["queued", "sending"] } },
    orderBy: { nextAt: "asc" },
  });
  return next?.nextAt.getTime();
}
