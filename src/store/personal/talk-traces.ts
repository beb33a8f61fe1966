// Words of a talk that may not be kept, taken out of what came in, what went out, and the local chat's own memory.
import type { TalkTraces } from "../../core/ports.ts";
import type { Records } from "../records/records.ts";
import type { Sql } from "../records/sql.ts";

type Talk = Parameters<TalkTraces["forget"]>[0];

/**
 * The port over them. Rows stay where they tell a redelivery, or which message a card is; on the local chat, which is
 * its own platform, the messages themselves go, all but the card the talk was held under.
 */
export function createTalkTraces({
  transaction,
  emptyLog,
}: Pick<Records, "transaction" | "emptyLog">): TalkTraces {
  return {
    async forget(talk) {
      const left = await transaction(async ({ sql }) => {
        forgetHeard(sql, talk);
        forgetSaid(sql, talk);
        forgetLocal(sql, talk);
        forgetButtons(sql, talk);
        return countLeft(sql, talk);
      });
      return left + ((await emptyLog()) ? 0 : 1);
    },
  };
}

const fromThem = `json_extract("payload", '$.externalId') IN
  (SELECT "externalId" FROM "Identity" WHERE "personId" = ? UNION SELECT ?)`;
const inTime = `"receivedAt" BETWEEN ? AND ?`;
const inRoom = `"target" = ? AND ("under" = ? OR "cardKey" = ?)`;

/** What was answered at once may repeat what was said. */
function forgetHeard(sql: Sql, { personId, from, to }: Talk): void {
  sql.run(
    `UPDATE "InboxEvent" SET "payload" = json_set("payload", '$.text', ''), "outcome" = NULL
     WHERE "state" <> 'new' AND ${inTime} AND json_extract("payload", '$.text') IS NOT NULL AND ${fromThem}`,
    ...[from, to, personId, personId],
  );
}

function forgetSaid(sql: Sql, { personId, under }: Talk): void {
  sql.run(
    `UPDATE "OutboxMessage" SET "body" = '{}'
     WHERE ${inRoom} AND "state" NOT IN ('queued', 'sending')`,
    ...[personId, under, under],
  );
}

function forgetLocal(sql: Sql, { personId, under, from, to }: Talk): void {
  sql.run(
    `DELETE FROM "LocalMessage" WHERE "personId" = ? AND (
       ("author" = 'person' AND "createdAt" BETWEEN ? AND ?)
       OR "under" IN (SELECT json_extract("ref", '$.id') FROM "SentCard"
         WHERE "surface" = 'local' AND "target" = ? AND "cardKey" = ?)
       OR "key" IN (SELECT "key" FROM "OutboxMessage" WHERE "target" = ? AND "under" = ?
         AND "state" NOT IN ('queued', 'sending')))`,
    ...[personId, from, to, personId, under, personId, under],
  );
}

/** Buttons that would say it again. */
function forgetButtons(sql: Sql, { personId, from, to }: Talk): void {
  sql.run(
    `DELETE FROM "ActionRef" WHERE "personId" = ? AND "action" IN ('practice.say', 'ask')
     AND "createdAt" BETWEEN ? AND ?`,
    ...[personId, from, to],
  );
}

/** What had not come or gone yet, and is to be forgotten when it has. */
function countLeft(sql: Sql, { personId, under, from, to }: Talk): number {
  const [row] = sql.all<{ left: number }>(
    `SELECT (SELECT COUNT(*) FROM "InboxEvent" WHERE "state" = 'new' AND ${inTime} AND ${fromThem})
       + (SELECT COUNT(*) FROM "OutboxMessage" WHERE ${inRoom} AND "state" IN ('queued', 'sending')) AS "left"`,
    ...[from, to, personId, personId, personId, under, under],
  );
  return row?.left ?? 0;
}
