// The only way out. A message is written in the transaction that decided it and leaves afterwards, per target in order.
import type { Card } from "../core/card.ts";
import type { NewId } from "../core/ids.ts";
import type { Person } from "../core/model.ts";
import type { Clock, Outbox, Outgoing, Post, Settlement } from "../core/ports.ts";
import { createGroupCommit } from "./group-commit.ts";
import { upsertAll } from "./records/bulk.ts";
import type { Records } from "./records/records.ts";
import type { Sql } from "./records/sql.ts";

const times = ["nextAt", "triedAt", "createdAt", "sentAt"];

/**
 * Queues cards in order. A key the person already has becomes an edit of that card; a card still waiting to
 * leave is replaced in its place, so that a person gets its last state once.
 */
export function queuePosts(
  sql: Sql,
  posts: Post[],
  { now, newId }: { now: number; newId: NewId },
): void {
  if (posts.length === 0) return;
  const [last] = sql.all<{ sequence: number | null }>(
    `SELECT MAX("sequence") AS "sequence" FROM "OutboxMessage"`,
  );
  let sequence = last?.sequence ?? 0;
  const latest = new Map<string, Post>();
  for (const post of posts) latest.set(`${post.to} ${post.card.key}`, post);
  for (const post of latest.values()) {
    const [earlier] = sql.all<{ id: string; state: string; attempts: number }>(
      `SELECT "id", "state", "attempts" FROM "OutboxMessage"
       WHERE "target" = ? AND "cardKey" = ? ORDER BY "sequence" DESC LIMIT 1`,
      ...[post.to, post.card.key],
    );
    if (earlier?.state === "queued" && earlier.attempts === 0) {
      const body = JSON.stringify(post.card);
      sql.run(`UPDATE "OutboxMessage" SET "body" = ? WHERE "id" = ?`, body, earlier.id);
      continue;
    }
    sequence += 1;
    upsertAll(sql, { model: "OutboxMessage", times, json: ["body"] }, [
      newMessage(post, { now, id: newId("outbox"), sequence, isEdit: earlier !== undefined }),
    ]);
  }
}

function newMessage(
  { to, card, under }: Post,
  { now, id, sequence, isEdit }: { now: number; id: string; sequence: number; isEdit: boolean },
) {
  return {
    id,
    key: id,
    sequence,
    target: to,
    cardKey: card.key,
    under: under ?? null,
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
  const { sql } = records;
  const busy = new Set<string>();
  const settleInGroup = createGroupCommit((group: Settling[]) =>
    records.write(
      async (unit, tx) => {
        for (const one of group) {
          writeSettlement(tx.sql, one, { now: unit.now, newId });
          if (one.notice) unit.post(toNotice(one.message, one.notice));
        }
        return group;
        // Should the power fail, it is still on its way, as it may be after a crash: what that means is defined.
      },
      { sync: "NORMAL" },
    ),
  );

  return {
    async take(limit) {
      const ids = findHeads(sql, { now: clock(), limit, busy });
      if (ids.length === 0) return [];
      const taken = await records.transaction(async (tx) => takeAll(tx.sql, { now: clock(), ids }));
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
      const [sent] = sql.all<{ surface: string; ref: string }>(
        `SELECT "surface", "ref" FROM "SentCard" WHERE "cardKey" = ? AND "target" = ?`,
        ...[cardKey, target],
      );
      return sent && { surface: sent.surface, ref: JSON.parse(sent.ref) as Record<string, string> };
    },
    async nextAt() {
      const [first] = sql.all<{ at: number | null }>(
        `SELECT MIN("nextAt") AS "at" FROM ${heads}`,
        JSON.stringify([...busy]),
      );
      return first?.at ?? undefined;
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
function findHeads(sql: Sql, { now, limit, busy }: Taking): string[] {
  const rows = sql.all<{ id: string }>(
    `SELECT "id" FROM ${heads} AND "nextAt" <= ? ORDER BY "sequence" LIMIT ?`,
    JSON.stringify([...busy]),
    now,
    limit,
  );
  return rows.map(({ id }) => id);
}

type Row = {
  id: string;
  key: string;
  target: string;
  cardKey: string;
  under: string | null;
  body: string;
  state: string;
  attempts: number;
  triedAt: number | null;
  error: string | null;
};

const inList = `"id" IN (SELECT "value" FROM json_each(?))`;

/** Reads them again, since a card may have been replaced meanwhile, and marks them as on their way. */
function takeAll(sql: Sql, { now, ids }: { now: number; ids: string[] }): Outgoing[] {
  const list = JSON.stringify(ids);
  const due = sql.all<Row>(
    `SELECT "id", "key", "target", "cardKey", "under", "body", "state", "attempts", "triedAt", "error"
     FROM "OutboxMessage" WHERE ${inList} ORDER BY "sequence"`,
    list,
  );
  sql.run(
    `UPDATE "OutboxMessage" SET "state" = 'sending', "attempts" = "attempts" + 1,
     "triedAt" = COALESCE("triedAt", ?) WHERE ${inList}`,
    ...[now, list],
  );
  return due.map((message) => ({
    id: message.id,
    key: message.key,
    target: message.target,
    cardKey: message.cardKey,
    card: JSON.parse(message.body) as Card,
    under: message.under,
    attempts: message.attempts + 1,
    // Found in this state, it was on its way when a process died, or a call ended without an answer.
    ambiguous: message.state === "sending" || message.error === ambiguousMark,
    triedAt: message.triedAt,
  }));
}

function writeSettlement(
  sql: Sql,
  { message, settlement }: Settling,
  { now, newId }: { now: number; newId: NewId },
): void {
  const { id, cardKey, target } = message;
  if (settlement.state === "queued") {
    giveBack(sql, message, settlement);
    return;
  }
  if (settlement.state !== "sent") {
    const text = `UPDATE "OutboxMessage" SET "state" = ?, "error" = ? WHERE "id" = ?`;
    sql.run(text, settlement.state, settlement.error, id);
    return;
  }
  sql.run(
    `UPDATE "OutboxMessage" SET "state" = 'sent', "error" = NULL, "sentAt" = ? WHERE "id" = ?`,
    ...[now, id],
  );
  const { ref, surface } = settlement;
  sql.run(
    `INSERT INTO "SentCard" ("id", "cardKey", "target", "surface", "ref", "sentAt", "updatedAt")
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("cardKey", "target") DO UPDATE SET
     "ref" = excluded."ref", "surface" = excluded."surface", "updatedAt" = excluded."updatedAt"`,
    ...[newId("sentCard"), cardKey, target, surface, JSON.stringify(ref), now, now],
  );
}

function giveBack(
  sql: Sql,
  { id, attempts, triedAt }: Outgoing,
  { ambiguous, error, nextAt }: Extract<Settlement, { state: "queued" }>,
): void {
  sql.run(
    `UPDATE "OutboxMessage" SET "state" = 'queued', "error" = ?, "nextAt" = ? WHERE "id" = ?`,
    ...[ambiguous ? ambiguousMark : error || null, nextAt, id],
  );
  // Given back without an attempt, it is as it was: still replaced by a later state of its card.
  if (error === "") {
    const text = `UPDATE "OutboxMessage" SET "attempts" = ?, "triedAt" = ? WHERE "id" = ?`;
    sql.run(text, attempts - 1, triedAt, id);
  }
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
