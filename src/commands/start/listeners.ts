// What listens for HTTP: the local chat for this machine, and the public listener.
import { Hono } from "hono";
import { createLocalRoutes } from "../../chat/local/http/routes.ts";
import type { Config } from "../../config.ts";
import type { Log } from "../../log.ts";
import type { Ringside } from "../../main.ts";
import { nameReaders } from "../../sources/touches/name-readers.ts";
import { createSecrets } from "../../store/secrets.ts";
import type { ApiServices } from "../../web/api/services.ts";
import { createCustomerPages } from "../../web/customer-page/routes.ts";
import { isLoopback, type Listener, listen } from "../../web/listen.ts";
import { createPublicApp } from "../../web/public-app.ts";
import { openHealthPage } from "../../wiring/pages.ts";
import { createReadiness } from "../../wiring/readiness.ts";
import { version } from "../version.ts";
import { createIntake } from "./touch-intake.ts";

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
        ...apiServices(ringside),
        metrics: ringside.metrics,
        ready: createReadiness(ringside),
        log,
        version,
        openMetrics: isLoopback(config.httpHost),
        touches: createIntake(ringside, config.sources),
        pages: pagesOf(ringside, { config, log }),
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

/** What the API works with. */
export function apiServices(ringside: Ringside): ApiServices {
  const { records: store, gate, events, clock, workdays, dataDir } = ringside;
  const secrets = createSecrets(dataDir);
  return { store, gate, events, clock, workdays, secrets, names: nameReaders };
}

/** The pages that cards link to, where there is a public address for them. */
function pagesOf(
  ringside: Ringside,
  { config, log }: { config: Config; log: Log },
): Hono | undefined {
  const { customerPages: links, records: store, touchNews, metrics } = ringside;
  const health = openHealthPage(ringside, { pages: config.pages, log });
  if (!links || !health) return undefined;
  const { listen: onNews } = touchNews;
  const customers = createCustomerPages({
    ...ringside,
    links,
    store,
    log,
    listen: onNews,
    views: metrics.pageViews,
  });
  return new Hono().route("/", customers).route("/", health);
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
