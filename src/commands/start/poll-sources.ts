// Sources that cannot call us are asked once a minute while the bot runs.
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Ringside } from "../../main.ts";
import { pollExport } from "../../sources/touches/ga4/poll-export.ts";
import { createCursors } from "../../store/cursors.ts";
import { createTakeInHere } from "./touch-intake.ts";

const everyMs = 60_000;

/** Polls what the configuration names, until closed; a poll that fails is tried again a minute later. */
export function pollSources(
  ringside: Ringside,
  { config, log }: { config: Config; log: Log },
): { close(): Promise<void> } {
  const { ga4Folder: folder } = config.sources;
  const ended = new AbortController();
  const running = folder ? pollFolder(folder, ringside, { log, signal: ended.signal }) : undefined;
  return {
    async close() {
      ended.abort();
      await running;
    },
  };
}

async function pollFolder(
  folder: string,
  ringside: Ringside,
  { log, signal }: { log: Log; signal: AbortSignal },
): Promise<void> {
  const { records, clock } = ringside;
  const cursors = createCursors(records, clock);
  const takeIn = createTakeInHere(ringside);
  while (!signal.aborted) {
    try {
      await pollExport({ folder, cursors, takeIn, clock });
    } catch (error) {
      log.warn({ source: "ga4", err: error }, "the export folder could not be read");
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
