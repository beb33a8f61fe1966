// The loops of a running bot together: jobs, what came in, what goes out.
import type { Loop } from "./loop.ts";

export type Loops = {
  wake(wrote: { messages: number; jobs: number }): void;
  start(): void;
  drain(): Promise<void>;
  stop(): Promise<void>;
};

/** Nothing runs until `start` or `drain`. */
export function createLoops({
  host,
  sender,
  jobs,
}: {
  host: Loop;
  sender: Loop;
  jobs: Loop;
}): Loops {
  const all = [jobs, host, sender];
  let started = false;
  return {
    wake(wrote) {
      if (!started) return;
      if (wrote.messages > 0) sender.wake();
      if (wrote.jobs > 0) jobs.wake();
    },
    start() {
      started = true;
      for (const loop of all) loop.wake();
    },
    async drain() {
      started = true;
      // Twice, since a job's message, sent, may be answered by nobody, but an event may queue a job.
      for (const loop of [...all, ...all]) await loop.drain();
    },
    async stop() {
      for (const loop of all) await loop.stop();
    },
  };
}
