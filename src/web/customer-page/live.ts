// The live stream of one open page: the graph again whenever it changed, until the link ends or the reader may not.
import type { SSEStreamingApi } from "hono/streaming";
import type { Clock } from "../../core/ports.ts";
import type { Checked, Refusal } from "./check-access.ts";

export type Pace = {
  /** A line at least this often: proxies drop what is silent. Access is asked anew each time. */
  heartbeatMs: number;
  /** Waits this long after news, so that who is who is settled and an import is one change. */
  settleMs: number;
};

export const usualPace: Pace = { heartbeatMs: 15_000, settleMs: 1_000 };

export type LiveOptions = {
  /** What the page shows already. */
  version: string;
  check: () => Promise<Checked>;
  content: (access: Exclude<Checked, Refusal>) => Promise<{ json: string; version: string }>;
  sayRefusal: (refusal: Refusal) => object;
  listen: (hear: () => void) => () => void;
  clock: Clock;
  pace: Pace;
};

export async function runLive(stream: SSEStreamingApi, options: LiveOptions): Promise<void> {
  const { check, content, sayRefusal, clock, pace } = options;
  const bell = createBell(stream, options.listen);
  let { version } = options;
  await stream.write("retry: 5000\n\n");
  try {
    while (!stream.aborted) {
      const checked = await check();
      if ("refused" in checked) {
        await stream.writeSSE({ event: "gone", data: JSON.stringify(sayRefusal(checked)) });
        return;
      }
      const began = performance.now();
      const now = await content(checked);
      // A customer who takes long to count is counted less often: a tenth of the time at most.
      const settleMs = Math.max(pace.settleMs, 10 * (performance.now() - began));
      if (now.version === version) await stream.write(": still here\n\n");
      else await stream.writeSSE({ event: "graph", data: now.json, id: now.version });
      version = now.version;
      const leftMs = checked.link.expiresAt - clock();
      await bell.wait(Math.min(pace.heartbeatMs, leftMs), Math.min(settleMs, leftMs));
    }
  } finally {
    bell.stop();
  }
}

/** Waits for news, or as long as given; what rings meanwhile is not missed. */
function createBell(stream: SSEStreamingApi, listen: LiveOptions["listen"]) {
  let hasRung = false;
  let wake = () => {};
  const stop = listen(() => {
    hasRung = true;
    wake();
  });
  stream.onAbort(() => wake());
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, ms));
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (stream.aborted) wake();
    });
  return {
    stop,
    async wait(forMs: number, settleMs: number) {
      if (!hasRung) await pause(forMs);
      if (!hasRung) return;
      hasRung = false;
      wake = () => {};
      if (!stream.aborted) await new Promise((resolve) => setTimeout(resolve, settleMs));
    },
  };
}
