// The loops of a running bot together: who follows the log, jobs, what came in, what goes out.
import type { Loop } from "./loop.ts";

export type Loops = {
  wake(wrote: { messages?: number; jobs?: number; touches?: number }): void;
  start(): void;
  drain(): Promise<void>;
  stop(): Promise<void>;
};

/** Nothing runs until `start` or `drain`. */
export function createLoops({
  host,
  sender,
  jobs,
  consumers,
}: {
  host: Loop;
  sender: Loop;
  jobs: Loop;
  consumers: Loop;
}): Loops {
  const all = [consumers, jobs, host, sender];
  let started = false;
  return {
    wake({ messages = 0, jobs: queued = 0, touches = 0 }) {
      if (!started) return;
      if (messages > 0) sender.wake();
      if (queued > 0) jobs.wake();
      if (touches > 0) consumers.wake();
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
