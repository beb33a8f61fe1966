// One task at a time, those that somebody waits for first, with turns of the event loop between them.
import { setImmediate } from "node:timers/promises";

/** Runs a task when no other of this mutex runs; urgent ones overtake the rest, and each kind keeps its order. */
export type Alone = <Result>(
  task: () => Promise<Result>,
  options?: { isUrgent?: boolean },
) => Promise<Result>;

/**
 * SQLite answers at once, so a queue of transactions never yields by itself, and each turn of the event loop takes
 * in one new connection (libuv 1.46): with one turn or none between two transactions, a crowd over HTTP waited 13 s
 * to be heard, with several 3 s (bench chat). A turn without anything to do costs some 20 µs; one that was full of
 * other work is enough.
 */
const turnsBetween = 6;
const enoughMs = 1;
/** While others wait, so many urgent ones at most go before one of those. */
const mostUrgentInARow = 20;

/** A task that fails does not stop the next. */
export function createMutex(): Alone {
  const urgent: (() => Promise<void>)[] = [];
  const patient: (() => Promise<void>)[] = [];
  let isRunning = false;
  let inARow = 0;

  const next = () => {
    const isTheirTurn = inARow >= mostUrgentInARow && patient.length > 0;
    const task = isTheirTurn ? undefined : urgent.shift();
    inARow = task ? inARow + 1 : 0;
    return task ?? patient.shift();
  };
  const run = async (): Promise<void> => {
    isRunning = true;
    for (let task = next(); task; task = next()) {
      await task();
      if (urgent.length + patient.length > 0) await letOthersIn();
    }
    isRunning = false;
  };

  return (task, { isUrgent = false } = {}) =>
    new Promise((resolve, reject) => {
      const lane = isUrgent ? urgent : patient;
      lane.push(async () => task().then(resolve, reject));
      if (!isRunning) void run();
    });
}

async function letOthersIn(): Promise<void> {
  const until = performance.now() + enoughMs;
  for (let turn = 0; turn < turnsBetween; turn += 1) {
    await setImmediate();
    if (performance.now() > until) return;
  }
}
