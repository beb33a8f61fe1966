// `npm start`: the bot, its listeners and its command socket, until a signal ends it.
import type { Config } from "../config.ts";
import type { Clock } from "../core/ports.ts";
import type { Log } from "../log.ts";
import type { Ringside } from "../main.ts";
import { sampleFeatured } from "../sample/featured.ts";
import { serveCommands, socketPathFor } from "../store/command-socket/socket.ts";
import { readConnections } from "../store/connections.ts";
import { createSecrets } from "../store/secrets.ts";
import { wantedConnections } from "./start/connections.ts";
import { openListeners } from "./start/listeners.ts";
import { openConnections } from "./start/open-connections.ts";
import { pollSources } from "./start/poll-sources.ts";
import { fillIfEmpty, runHere, withRingside } from "./write/run-here.ts";

export type StartOptions = {
  config: Config;
  log: Log;
  /** One line for whoever started it. */
  say: (line: string) => void;
  /** Aborts when it is time to stop. */
  signal: AbortSignal;
  /** The system's, unless the work is to be at another time of day, as in `bench soak`. */
  clock?: Clock;
};

export async function start({
  config,
  log,
  say,
  signal,
  clock = Date.now,
}: StartOptions): Promise<void> {
  for (const warning of config.warnings) log.warn({}, warning);
  const options = { config, log, clock, featured: sampleFeatured, isServing: true };
  await withRingside(options, async (ringside) => {
    const secrets = createSecrets(ringside.dataDir);
    const stored = await readConnections(ringside.records.client, secrets);
    const wanted = wantedConnections(config, stored);
    const isConnected = wanted.length > 0;
    // A connected platform means a team of its own: nobody wants invented colleagues there.
    if (!isConnected) await fillIfEmpty(ringside, { config, say });
    const open: { close(): Promise<void> }[] = [];
    try {
      open.push(await serveWrites(ringside, { config, log }));
      for (const listener of await openListeners(ringside, { config, log, isConnected })) {
        open.push(listener);
        say(listener.line);
      }
      open.push(pollSources(ringside, { config, log }));
      await openConnections(ringside, wanted, { log, say, signal });
      ringside.start();
      await untilAborted(signal);
      say("Stopping …");
    } finally {
      for (const one of open.reverse()) await one.close();
    }
  });
}

function serveWrites(ringside: Ringside, { config, log }: { config: Config; log: Log }) {
  return serveCommands(
    socketPathFor(config.dataDir),
    (request, progress) => runHere(request, ringside, progress),
    { onBug: (error) => log.error({ err: error }, "a command failed") },
  );
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
}
