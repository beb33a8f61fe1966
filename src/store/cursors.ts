// Where readers of outside systems stopped: a position per name, in the records database.
import type { Records } from "./records/records.ts";

export type Cursors = {
  /** 0 for a name that is new. */
  get(name: string): Promise<number>;
  set(name: string, position: number): Promise<void>;
};

export function createCursors(
  records: Pick<Records, "client" | "transaction">,
  clock: () => number,
): Cursors {
  return {
    async get(name) {
      const row = await records.client.checkpoint.findUnique({ where: { consumer: name } });
      return Number(row?.position ?? 0);
    },
    async set(name, position) {
      const kept = { position: BigInt(position), updatedAt: new Date(clock()) };
      await records.transaction(({ prisma }) =>
        prisma.checkpoint.upsert({
          where: { consumer: name },
          create: { consumer: name, ...kept },
          update: kept,
        }),
      );
    },
  };
}
