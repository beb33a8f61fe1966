// Work that waits: runs when woken or when the next piece is due, one round at a time, and stops cleanly.
import type { Clock } from "./core/ports.ts";

export type Loop = {
  /** There may be something to do now. */
  wake(): void;
  /** Runs rounds until nothing is due. */
  drain(): Promise<void>;
  /** Finishes the round under way and starts no other. */
  stop(): Promise<void>;
};

export type LoopOptions = {
  /** Does what is due now; returns whether it did anything. */
  round: () => Promise<boolean>;
  /** When the next piece is due; undefined when none is. */
  nextAt: () => Promise<number | undefined>;
  clock: Clock;
  onError: (error: unknown) => void;
  /** Never sleeps longer than this: another process may have written, or the clock may have jumped. */
  maxSleepMs?: number;
};

export function createLoop({
  round,
  nextAt,
  clock,
  onError,
  maxSleepMs = 60_000,
}: LoopOptions): Loop {
  let stopped = false;
  let woken = false;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const turn = async (): Promise<void> => {
    clearTimeout(timer);
    woken = false;
    try {
      let more = true;
      while (more && !stopped) more = await round();
      const at = woken ? clock() : await nextAt();
      if (at !== undefined) sleep(Math.min(Math.max(at - clock(), 5), maxSleepMs));
    } catch (error) {
      onError(error);
      sleep(1_000);
    }
  };

  const sleep = (ms: number): void => {
    if (!stopped) timer = setTimeout(wake, ms);
  };

  const wake = (): void => {
    woken = true;
    if (stopped || running) return;
    running = turn().finally(() => {
      running = undefined;
      if (woken) wake();
    });
  };

  return {
    wake,
    async drain() {
      wake();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      while (running) await running;
    },
  };
}
