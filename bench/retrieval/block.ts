// How long the event loop was held up while something else ran.
import { monitorEventLoopDelay } from "node:perf_hooks";

export type Blocked = { tookMs: number; longestBlockMs: number };

/** Runs `work`, and says how long it took and the longest time nothing else could run. */
export async function watchLoop(work: () => Promise<void>): Promise<Blocked> {
  const resolution = 1;
  const delay = monitorEventLoopDelay({ resolution });
  const began = performance.now();
  delay.enable();
  await work();
  // One more turn, or a block at the very end would not be seen.
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return {
    tookMs: Math.round(performance.now() - began - 20),
    longestBlockMs: Math.round(delay.max / 1e6),
  };
}
