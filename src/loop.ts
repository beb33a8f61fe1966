// Work that waits: runs when woken or when the next piece is due, one round at a time, and stops cleanly.
import type { Clock } from "./core/ports.ts";

export type Loop = {
  /** There may be something to do now. */
  wake(): void;
  /** Runs rounds until nothing is due and what they started has ended. */
  drain(): Promise<void>;
  /** Finishes the round under way and what was started, and starts nothing more. */
  stop(): Promise<void>;
};

/** Runs work beside later rounds, so that one slow piece holds up no other. The loop looks again after the last. */
export type Start = (work: () => Promise<void>) => void;

export type LoopOptions = {
  /** Does what is due now, or starts it; returns whether there may be more. */
  round: (start: Start) => Promise<boolean>;
  /** When the next piece is due; undefined when none is. */
  nextAt: () => Promise<number | undefined>;
  clock: Clock;
  onError: (error: unknown) => void;
  /** Never sleeps longer than this: another process may have written, or the clock may have jumped. */
  maxSleepMs?: number;
};

const minSleepMs = 5;
/** After work that failed, what failed it (a full disk, say) gets a moment before the loop tries again by itself. */
const restAfterErrorMs = 1_000;

export function createLoop(options: LoopOptions): Loop {
  const { round, nextAt, clock, onError } = options;
  const state = { stopped: false, woken: false, failed: false };
  const alarm = createAlarm(() => wake());
  const beside = createBeside({ onLast: () => wake(), onError: (error) => fail(error) });
  let running: Promise<void> | undefined;

  const fail = (error: unknown): void => {
    state.failed = true;
    onError(error);
    if (!running) sleepUntil(clock() + restAfterErrorMs);
  };
  const sleepUntil = (at: number | undefined): void => {
    if (at === undefined || state.stopped) return;
    alarm.set(Math.min(Math.max(at - clock(), minSleepMs), options.maxSleepMs ?? 60_000));
  };
  const turn = async (): Promise<void> => {
    Object.assign(state, { woken: false, failed: false });
    alarm.clear();
    while (!state.stopped && (await round(beside.start)));
    if (!state.woken && !state.stopped) sleepUntil(await nextAt());
  };
  const wake = (): void => {
    state.woken = true;
    if (state.stopped || running) return;
    running = turn()
      .catch(fail)
      .finally(() => {
        running = undefined;
        if (state.failed) sleepUntil(clock() + restAfterErrorMs);
        if (state.woken) wake();
      });
  };
  const settle = async (): Promise<void> => {
    const under = () => running ?? beside.any();
    for (let work = under(); work; work = under()) await work;
  };

  return {
    wake,
    async drain() {
      wake();
      await settle();
    },
    async stop() {
      state.stopped = true;
      alarm.clear();
      await settle();
    },
  };
}

type Beside = { start: Start; any(): Promise<void> | undefined };

/** Work under way that nobody waits for, except who drains or stops. */
function createBeside(on: { onLast: () => void; onError: (error: unknown) => void }): Beside {
  const tasks = new Set<Promise<void>>();
  const end = (task: Promise<void>, next: () => void): void => {
    tasks.delete(task);
    next();
  };
  return {
    start(work) {
      const task: Promise<void> = work().then(
        () => end(task, () => tasks.size === 0 && on.onLast()),
        (error: unknown) => end(task, () => on.onError(error)),
      );
      tasks.add(task);
    },
    any: () => (tasks.size > 0 ? Promise.race(tasks) : undefined),
  };
}

/** One timer: setting it again replaces it. */
function createAlarm(ring: () => void): { set(ms: number): void; clear(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    set(ms) {
      clearTimeout(timer);
      timer = setTimeout(ring, ms);
    },
    clear: () => clearTimeout(timer),
  };
}
