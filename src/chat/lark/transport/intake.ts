// What comes over a socket and is under way: when the bot stops it may end, and nothing more is taken.
import { setImmediate } from "node:timers/promises";
import { RetryLater } from "../../../core/errors.ts";
import { within } from "../../../within.ts";

export type Intake = {
  /** Does a piece of work; once closed it refuses, and Lark delivers that event again. */
  take(work: () => Promise<object>): Promise<object>;
  /** Resolves when what was taken has ended, or after so long. */
  close(withinMs: number): Promise<void>;
};

export function createIntake(): Intake {
  const underWay = new Set<Promise<object>>();
  let isClosed = false;
  return {
    async take(work) {
      if (isClosed) throw new RetryLater("The bot is stopping.", { afterMs: 15_000 });
      const task = work();
      underWay.add(task);
      return task.finally(() => underWay.delete(task));
    },
    async close(withinMs) {
      isClosed = true;
      await within(Promise.allSettled(underWay), withinMs);
      // The SDK writes its acknowledgement after the work has ended.
      await setImmediate();
    },
  };
}
