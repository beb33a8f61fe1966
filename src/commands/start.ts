// `npm start`: the bot, its listeners and its command socket, until a signal ends it.
import type { ChatSurface } from "../chat/adapter.ts";
import type { Config } from "../config.ts";
import { Refused } from "../core/errors.ts";
import type { Log } from "../log.ts";
import type { Ringside } from "../main.ts";
import { sampleFeatured } from "../sample/featured.ts";
import { serveCommands, socketPathFor } from "../store/command-socket.ts";
import { surfacesOf } from "./connections.ts";
import { openListeners } from "./listeners.ts";
import { fillIfEmpty, runHere, withRingside } from "./run-write.ts";

export type StartOptions = {
  config: Config;
  log: Log;
  /** One line for whoever started it. */
  say: (line: string) => void;
  /** Aborts when it is time to stop. */
  signal: AbortSignal;
};

export async function start({ config, log, say, signal }: StartOptions): Promise<void> {
  for (const warning of config.warnings) log.warn({}, warning);
  const surfaces = surfacesOf(config);
  await withRingside({ config, log, surfaces, featured: sampleFeatured }, async (ringside) => {
    // A connected platform means a team of its own: nobody wants invented colleagues there.
    if (surfaces.length === 0) await fillIfEmpty(ringside, { config, say });
    const open: { close(): Promise<void> }[] = [];
    try {
      open.push(await serveWrites(ringside, { config, log }));
      for (const listener of await openListeners(ringside, { config, log })) {
        open.push(listener);
        say(listener.line);
      }
      await connectAll(ringside.surfaces, { log, say, signal });
      ringside.start();
      await untilAborted(signal);
      say("Stopping …");
    } finally {
      for (const one of open.reverse()) await one.close();
    }
  });
}

type Connecting = Pick<StartOptions, "log" | "say" | "signal">;

/** Connects every platform. Wrong keys end the start; a platform that cannot be reached is tried again. */
async function connectAll(
  surfaces: ChatSurface[],
  { log, say, signal }: Connecting,
): Promise<void> {
  for (const surface of surfaces) {
    const name = surface.adapter.surface;
    try {
      await surface.start();
      say(`${name}: ${surface.state().why}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
      log.warn({ surface: name, err: error }, "cannot be reached; trying again in a minute");
      const again = setTimeout(() => {
        connectAll([surface], { log, say, signal }).catch((refused: unknown) =>
          log.error({ surface: name, err: refused }, "was refused"),
        );
      }, retryConnectMs);
      signal.addEventListener("abort", () => clearTimeout(again), { once: true });
    }
  }
}

const retryConnectMs = 60_000;

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
