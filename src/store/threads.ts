// Which of our cards a platform's thread stands under, from where the cards were sent.
import type { Threads } from "../core/ports.ts";
import type { Records } from "./records/records.ts";

/** The port over the cards that were sent. */
export function createThreads({ client }: Pick<Records, "client">): Threads {
  return {
    async cardOf(thread, { personId, prefix }) {
      // A range rather than LIKE: SQLite finds it by the index on the card's key.
      const cardKey = { gte: prefix, lt: `${prefix}\u{10FFFF}` };
      const sent = await client.sentCard.findMany({ where: { target: personId, cardKey } });
      return sent.find(({ ref }) => Object.values(ref as object).includes(thread))?.cardKey;
    },
  };
}
