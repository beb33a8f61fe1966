// What a supervisor asks: is it alive, can it work, how is it doing.
import { Hono, type MiddlewareHandler } from "hono";
import { type KeyEnv, requireScope } from "./access.ts";
import type { Metrics } from "./metrics.ts";
import type { WebLog } from "./problem.ts";

/** Whether Ringside can work, and what each part says about itself: public, so no paths and no secrets. */
export type Readiness = { ok: boolean; parts: Record<string, string> };

export type HealthOptions = {
  metrics: Metrics;
  ready: () => Promise<Readiness>;
  openMetrics: boolean;
  access: MiddlewareHandler<KeyEnv>;
  log: WebLog;
  version: string;
};

export function createHealth(options: HealthOptions): Hono<KeyEnv> {
  const { metrics, ready, openMetrics, access, log, version } = options;
  const guard = (check: MiddlewareHandler<KeyEnv>) => (openMetrics ? unlessDirect(check) : check);
  return new Hono<KeyEnv>()
    .get("/healthz", (context) => context.json({ ok: true, version }))
    .get("/readyz", async (context) => {
      const state = await askReady(ready, log);
      return context.json(state, state.ok ? 200 : 503);
    })
    .get("/metrics", guard(access), guard(requireScope("metrics:read")), async (context) =>
      context.body(await metrics.render(), 200, { "content-type": metrics.contentType }),
    );
}

async function askReady(ready: () => Promise<Readiness>, log: WebLog): Promise<Readiness> {
  try {
    return await ready();
  } catch (error) {
    log.error({ err: error }, "The readiness check failed");
    return { ok: false, parts: { check: "failed, see the log" } };
  }
}

/** A proxy on this machine hands on requests of strangers: those need a key all the same. */
function unlessDirect(check: MiddlewareHandler<KeyEnv>): MiddlewareHandler<KeyEnv> {
  return (context, next) => {
    const forwarded = context.req.header("x-forwarded-for") ?? context.req.header("forwarded");
    return forwarded === undefined ? next() : check(context, next);
  };
}
