// Lets what somebody waits for go first: other work begins one piece at a time, when no acknowledgement is under way.
import { setImmediate, setTimeout } from "node:timers/promises";

export type Calm = {
  /** Holds other work back until this is over. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves when it is calm, or was not for a while; one after another, with the event loop's turns in between. */
  come(): Promise<void>;
};

/** How long a piece of other work is held back at most: a crowd that never rests must not stop it altogether. */
const usualMostMs = 200;
/**
 * The longer a piece stood in line, the shorter: by a tenth of that, down to a twentieth. Held back in full, each of a
 * long line, five pieces a second would be done while acknowledgements never end, and `bench soak` saw the line grow.
 */
const shorterBy = 0.1;
const leastShare = 0.05;
/** Turns of the event loop in which nothing new comes in before it counts as calm (src/store/records/mutex.ts has why). */
const quietTurns = 6;

export function createCalm({ mostMs = usualMostMs }: { mostMs?: number } = {}): Calm {
  let underWay = 0;
  let last = Promise.resolve();
  let tellOver = (): void => {};
  let over = Promise.resolve();

  const begin = (): void => {
    underWay += 1;
    if (underWay > 1) return;
    over = new Promise((resolve) => {
      tellOver = resolve;
    });
  };
  const end = (): void => {
    underWay -= 1;
    if (underWay === 0) tellOver();
  };
  const untilQuiet = async (isLate: () => boolean): Promise<void> => {
    for (let quiet = 0; quiet < quietTurns && !isLate(); quiet += 1) {
      await setImmediate();
      if (underWay === 0) continue;
      await over;
      quiet = 0;
    }
  };
  const wait = async (cameAt: number): Promise<void> => {
    const stop = new AbortController();
    let isLate = false;
    const stoodMs = performance.now() - cameAt;
    const heldMs = Math.max(mostMs * leastShare, mostMs - stoodMs * shorterBy);
    const late = setTimeout(heldMs, undefined, { signal: stop.signal, ref: false }).then(
      () => {
        isLate = true;
      },
      () => {},
    );
    await Promise.race([untilQuiet(() => isLate), late]);
    stop.abort();
  };

  return {
    async during(work) {
      begin();
      return work.finally(end);
    },
    come() {
      const cameAt = performance.now();
      last = last.then(() => wait(cameAt));
      return last;
    },
  };
}
