// What listens for HTTP: the local chat for this machine, and the public listener.
import type { Hono } from "hono";
import { createLocalRoutes } from "../chat/local/routes.ts";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import type { Ringside } from "../main.ts";
import { createCustomerPages } from "../web/customer-page/routes.ts";
import { isLoopback, type Listener, listen } from "../web/listen.ts";
import { createPublicApp } from "../web/public-app.ts";
import { createIntake } from "./touch-intake.ts";
import { version } from "./version.ts";

/** Opens what the configuration asks for; one that cannot open closes the others. */
export async function openListeners(
  ringside: Ringside,
  { config, log, isConnected }: { config: Config; log: Log; isConnected: boolean },
): Promise<(Listener & { line: string })[]> {
  const opened: (Listener & { line: string })[] = [];
  const add = (listener: Listener, name: string) =>
    opened.push({ ...listener, line: `${name}: ${listener.url}` });
  try {
    if (isLocalChatOn(config, isConnected)) {
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
        touches: createIntake(ringside, config.sources),
        pages: pagesOf(ringside, log),
      });
      mountSurfaces(app, ringside);
      const at = { host: config.httpHost, port: config.httpPort, variable: "HTTP_PORT" };
      add(await listen({ fetch: app.fetch, ...at }), "Health, metrics and API");
    }
    return opened;
  } catch (error) {
    for (const listener of opened) await listener.close();
    throw error;
  }
}

/** The pages that cards link to, where there is a public address for them. */
function pagesOf(ringside: Ringside, log: Log): Hono | undefined {
  const { customerPages: links, records: store, touchNews, metrics } = ringside;
  if (!links) return undefined;
  const { listen: onNews } = touchNews;
  return createCustomerPages({
    ...ringside,
    links,
    store,
    log,
    listen: onNews,
    views: metrics.pageViews,
  });
}

/** The local chat speaks for anybody: once a real platform is connected it has to be asked for. */
function isLocalChatOn({ localChat }: Config, isConnected: boolean): boolean {
  return localChat === "on" || (localChat === "auto" && !isConnected);
}

/** Platforms that call us do so under their own name; one may be connected at any time. */
function mountSurfaces(app: Hono, { surfaces }: Ringside): void {
  for (const name of ["slack", "lark"]) {
    app.all(`/${name}/*`, async (context) => {
      const found = surfaces.find(({ adapter }) => adapter.surface === name);
      return (await found?.fetch?.(context.req.raw)) ?? context.notFound();
    });
  }
}

async function readiness({ records, events, surfaces }: Ringside) {
  const check = async (ask: () => Promise<unknown>) =>
    ask().then(
      () => "ok",
      () => "broken",
    );
  const parts = {
    records: await check(() => records.read.people.count({})),
    events: await check(() => events.after(Number.MAX_SAFE_INTEGER, 1)),
    ...Object.fromEntries(
      surfaces.map(({ adapter, state }) => [adapter.surface, state().ok ? "ok" : "broken"]),
    ),
  };
  return { ok: Object.values(parts).every((part) => part === "ok"), parts };
}
