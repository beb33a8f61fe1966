// Consumers read what was written in order, batch by batch: effects and position commit together, so nothing happens twice.
import { setImmediate } from "node:timers/promises";
import type { Clock, Unit } from "../core/ports.ts";
import { createLoop, type Loop } from "../loop.ts";
import type { Records } from "./records/records.ts";

/** One reader of the event log, or of anything else whose entries have growing positions. */
export type Consumer<Entry extends { position: number } = { position: number }> = {
  /** Names its position for good (the Checkpoint table). */
  name: string;
  /** Entries after a position, in order, such as `events.after`. */
  read(position: number, limit: number): Promise<Entry[]>;
  /**
   * Looks at a batch outside the transaction, then returns what to write inside it; nothing when there is nothing.
   * After a crash the same batch comes again, and none of what it would have written is there.
   */
  handle(entries: Entry[]): Promise<((unit: Unit) => Promise<void>) | undefined>;
  /** Entries at once: few enough that one batch keeps nobody waiting. */
  batchSize?: number;
};

type ConsumerLoopOptions = {
  records: Records;
  clock: Clock;
  consumers: readonly Consumer[];
  /** A batch that fails is tried again after a rest; the other consumers go on. */
  onError: (error: unknown, about: { consumer: string }) => void;
};

const defaultBatchSize = 500;
/** Nobody tells the consumers that something was written: they look. */
const lookAgainMs = 1_000;

/** Lets a consumer of one kind of entries stand among others. */
export function defineConsumer<Entry extends { position: number }>(
  consumer: Consumer<Entry>,
): Consumer {
  return consumer as unknown as Consumer;
}

/** Runs every consumer in turn, a batch each, until none has more. */
export function createConsumerLoop(options: ConsumerLoopOptions): Loop {
  const { clock, consumers, onError } = options;
  const runs = consumers.map((consumer) => createRun(consumer, options));
  const failed = new Set<Run>();
  return createLoop({
    clock,
    nextAt: async () => clock() + lookAgainMs,
    onError: (error) => onError(error, { consumer: "loop" }),
    async round() {
      let hasMore = false;
      for (const run of runs.filter((one) => !failed.has(one))) {
        // SQLite answers at once, so that nothing yields by itself: the network gets a turn in between.
        await setImmediate();
        const result = await run();
        if (result === "failed") failed.add(run);
        hasMore = result === "more" || hasMore;
      }
      // What failed rests until the others are through, and then until somebody looks again.
      if (!hasMore) failed.clear();
      return hasMore;
    },
  });
}

type Run = () => Promise<"more" | "done" | "failed">;

/** One consumer with the position it remembers; resolves to whether there may be more. */
function createRun(consumer: Consumer, options: ConsumerLoopOptions): Run {
  const { records, onError } = options;
  const { name, batchSize = defaultBatchSize } = consumer;
  let known: number | undefined;
  return async () => {
    try {
      const position = known ?? (await readPosition(records, name));
      const reached = await runBatch(options, consumer, { position, batchSize });
      known = reached;
      return reached > position ? "more" : "done";
    } catch (error) {
      // What the failed batch left is what the database says.
      known = undefined;
      onError(error, { consumer: name });
      return "failed";
    }
  };
}

/** Resolves to the position after the batch, committed with its effects. */
async function runBatch(
  { records, clock }: ConsumerLoopOptions,
  { name, read, handle }: Consumer,
  { position, batchSize }: { position: number; batchSize: number },
): Promise<number> {
  const entries = await read(position, batchSize);
  const last = entries.at(-1);
  if (!last) return position;
  const effect = await handle(entries);
  if (!effect && last.position === position) return position;
  const { position: reached } = last;
  if (effect) {
    await records.write(async (unit, { sql }) => {
      await effect(unit);
      sql.run(keepPosition, name, reached, unit.now);
    });
  } else {
    // A position alone may be lost with the power: the batch comes again, and again has nothing to write.
    await records.note(keepPosition, name, reached, clock());
  }
  return reached;
}

const keepPosition = `INSERT INTO "Checkpoint" ("consumer", "position", "updatedAt") VALUES (?, ?, ?)
  ON CONFLICT ("consumer") DO UPDATE SET "position" = excluded."position", "updatedAt" = excluded."updatedAt"`;

/** How far a consumer has come: its effects up to there are committed. */
export async function readPosition({ sql }: Records, name: string): Promise<number> {
  const text = 'SELECT "position" FROM "Checkpoint" WHERE "consumer" = ?';
  return sql.all<{ position: number }>(text, name)[0]?.position ?? 0;
}
