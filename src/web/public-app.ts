// The public listener: what may be reached from outside. Others mount what they serve on the app returned here.
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { secureHeaders } from "hono/secure-headers";
import type { Clock, Store } from "../core/ports.ts";
import { requireKey } from "./access.ts";
import { createApi } from "./api/api.ts";
import { createHealth, type Readiness } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import { observeRequests } from "./observe.ts";
import { onProblem, problem, type WebLog } from "./problem.ts";
import { createRateLimit, defaultRate, type Rate } from "./rate-limit.ts";

export type PublicAppOptions = {
  store: Store;
  metrics: Metrics;
  ready: () => Promise<Readiness>;
  clock: Clock;
  log: WebLog;
  /** Ringside's version, shown in /healthz and the API's description. */
  version: string;
  /** True when only this machine reaches the listener: then a direct scrape of /metrics needs no key. */
  openMetrics: boolean;
  rate?: Rate;
  /** What takes touches in: with limits and headers of its own, so before ours. */
  touches?: Hono | undefined;
  /** Pages for people, with headers of their own. */
  pages?: Hono | undefined;
};

const maxBodyBytes = 1_000_000;

export function createPublicApp(options: PublicAppOptions): Hono {
  const { store, metrics, ready, clock, log, version, openMetrics, rate = defaultRate } = options;
  const access = requireKey({ store, clock, log, rateLimit: createRateLimit(clock, rate) });
  const app = new Hono();

  app.onError(onProblem(log));
  app.notFound(() => problem({ status: 404, code: "no_such_page", detail: noSuchPage }));
  app.use(observeRequests(metrics.httpRequests, log));
  if (options.touches) app.route("/", options.touches);
  if (options.pages) app.route("/", options.pages);
  app.use(secureHeaders(headers));
  app.use(noStore);
  app.use(methodNotAllowed({ app, onMethodNotAllowed }));
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge }));

  app.route("/", createHealth({ metrics, ready, openMetrics, access, log, version }));
  app.route("/api/v1", createApi({ store, access, version }));
  return app;
}

const noSuchPage = "Nothing is here. /api/v1/openapi.json lists what the API offers.";

const headers = {
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  xFrameOptions: "DENY",
  // TLS, and the promise to keep using it, belong to the proxy in front.
  strictTransportSecurity: false,
};

const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  if (!context.res.headers.has("cache-control")) context.header("cache-control", "no-store");
};

const onMethodNotAllowed = (context: Context, methods: string[]) =>
  problem({
    status: 405,
    code: "wrong_method",
    detail: `${context.req.method} does not work here. Use ${methods.join(" or ")}.`,
    headers: { allow: methods.join(", ") },
  });

const tooLarge = () =>
  problem({
    status: 413,
    code: "too_large",
    detail: `The request is larger than ${maxBodyBytes / 1_000_000} MB. Send less at once.`,
  });
