// Words of a talk that may not be kept, taken out of the inbox and the outbox once they have arrived.
import type { TalkTraces } from "../core/ports.ts";
import type { Records } from "./records.ts";

/** The port over both: rows stay, so that a redelivery is still known and a card can still be edited. */
export function createTalkTraces({ client, transaction }: Records): TalkTraces {
  return {
    async forget({ personId, under, from, to }) {
      const identities = await client.identity.findMany({ where: { personId } });
      const accounts = [personId, ...identities.map(({ externalId }) => externalId)];
      await transaction(async ({ prisma }) => {
        await prisma.$executeRawUnsafe(
          `UPDATE "InboxEvent" SET "payload" = json_set("payload", '$.text', '')
           WHERE "state" <> 'new' AND "receivedAt" BETWEEN ? AND ?
           AND json_extract("payload", '$.text') IS NOT NULL
           AND json_extract("payload", '$.externalId') IN (SELECT "value" FROM json_each(?))`,
          from,
          to,
          JSON.stringify(accounts),
        );
        await prisma.outboxMessage.updateMany({
          where: {
            target: personId,
            OR: [{ under }, { cardKey: under }],
            state: { notIn: ["queued", "sending"] },
          },
          data: { body: {} },
        });
        await prisma.actionRef.deleteMany({
          where: { personId, action: "practice.say", createdAt: { lte: new Date(to) } },
        });
      });
    },
  };
}
