// `npm start`: the bot, its listeners and its command socket, until a signal ends it.
import { createLocalRoutes } from "../chat/local/routes.ts";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Ringside } from "../main.ts";
import { sampleFeatured } from "../sample/featured.ts";
import { serveCommands, socketPathFor } from "../store/command-socket.ts";
import { isLoopback, type Listener, listen } from "../web/listen.ts";
import { createPublicApp } from "../web/public-app.ts";
import { fillIfEmpty, runHere, withRingside } from "./run-write.ts";
import { version } from "./version.ts";

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
  await withRingside({ config, log, featured: sampleFeatured }, async (ringside) => {
    await fillIfEmpty(ringside, { config, say });
    const open: { close(): Promise<void> }[] = [];
    try {
      open.push(await serveWrites(ringside, { config, log }));
      for (const listener of await openListeners(ringside, { config, log })) {
        open.push(listener);
        say(listener.line);
      }
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

async function openListeners(
  ringside: Ringside,
  { config, log }: { config: Config; log: Log },
): Promise<(Listener & { line: string })[]> {
  const opened: (Listener & { line: string })[] = [];
  const add = (listener: Listener, name: string) =>
    opened.push({ ...listener, line: `${name}: ${listener.url}` });
  try {
    if (config.localChat !== "off") {
      const routes = createLocalRoutes(ringside.localChat, {
        onError: (error) => log.error({ err: error }, "the local chat failed"),
      });
      const at = { host: "127.0.0.1", port: config.chatPort, variable: "CHAT_PORT" };
      const listener = await listen({ fetch: routes.fetch, ...at });
      add({ ...listener, url: listener.url.replace("127.0.0.1", "localhost") }, "Local chat");
    }
    if (config.httpPort !== "off") {
      const app = createPublicApp({
        store: ringside.records,
        metrics: ringside.metrics,
        ready: () => readiness(ringside),
        clock: ringside.clock,
        log,
        version,
        openMetrics: isLoopback(config.httpHost),
      });
      const at = { host: config.httpHost, port: config.httpPort, variable: "HTTP_PORT" };
      add(await listen({ fetch: app.fetch, ...at }), "Health, metrics and API");
    }
    return opened;
  } catch (error) {
    for (const listener of opened) await listener.close();
    throw error;
  }
}

async function readiness({ records, events }: Ringside) {
  const check = async (ask: () => Promise<unknown>) =>
    ask().then(
      () => "ok",
      () => "broken",
    );
  const parts = {
    records: await check(() => records.read.people.count({})),
    events: await check(() => events.after(Number.MAX_SAFE_INTEGER, 1)),
  };
  return { ok: Object.values(parts).every((part) => part === "ok"), parts };
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
}
