// The public listener: what may be reached from outside. Others mount what they serve on the app returned here.
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { secureHeaders } from "hono/secure-headers";
import { requireKey } from "./access.ts";
import { createApi } from "./api/api.ts";
import type { ApiServices } from "./api/services.ts";
import { createHealth, type Readiness } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import { observeRequests } from "./observe.ts";
import { onProblem, sayProblem, type WebLog } from "./problem.ts";
import { createRateLimit, defaultRate, type Rate } from "./rate-limit.ts";

export type PublicAppOptions = ApiServices & {
  metrics: Metrics;
  ready: () => Promise<Readiness>;
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
  app.notFound((context) => sayProblem(context, { status: 404, code: "no_such_page" }));
  app.use(observeRequests(metrics.httpRequests, log));
  if (options.touches) app.route("/", options.touches);
  if (options.pages) app.route("/", options.pages);
  app.use(secureHeaders(headers));
  app.use(noStore);
  app.use(methodNotAllowed({ app, onMethodNotAllowed }));
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: tooLarge }));

  app.route("/", createHealth({ metrics, ready, openMetrics, access, log, version }));
  app.route("/api/v1", createApi({ ...options, access, version }));
  return app;
}

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
  sayProblem(context, {
    ...{ status: 405, code: "wrong_method" },
    params: { method: context.req.method, allowed: methods.join(", ") },
    headers: { allow: methods.join(", ") },
  });

const tooLarge = (context: Context) =>
  sayProblem(context, {
    ...{ status: 413, code: "too_large", params: { megabytes: maxBodyBytes / 1_000_000 } },
    // What was not read of a body must not be taken for the next request.
    headers: { connection: "close" },
  });
