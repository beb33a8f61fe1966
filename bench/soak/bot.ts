// The bot of the soak: `npm start` as it is, in a process of its own, on a clock that stands in working hours.
// Started by fork with --expose-gc: node bot.ts <milliseconds the clock is ahead>
import { start } from "../../src/commands/start.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import type { BotTold } from "./wire.ts";

const rssEveryMs = 1_000;
const aheadMs = Number(process.argv[2]);
const ended = new AbortController();
const tell = (told: BotTold) => process.connected && process.send?.(told);

process.on("message", (asked: "heap" | "stop") => {
  if (asked === "stop") return ended.abort();
  globalThis.gc?.();
  tell({ heap: process.memoryUsage().heapUsed });
});
// Nobody is left to measure.
process.on("disconnect", () => process.exit());
const watch = setInterval(() => tell({ rss: process.memoryUsage.rss() }), rssEveryMs);

await start({
  config: readConfig(),
  log: createLog({ level: "warn" }),
  say: (said) => void tell({ said }),
  signal: ended.signal,
  clock: () => Date.now() + aheadMs,
});
clearInterval(watch);
process.disconnect();
