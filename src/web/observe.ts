// Every request counted and, at debug, logged by its pattern: never the address itself, its query or its body.
import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Count } from "./metrics.ts";
import type { WebLog } from "./problem.ts";

export function observeRequests(
  requests: Count<"route" | "status">,
  log: WebLog,
): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const route = patternOf(context);
    const { status } = context.res;
    requests.inc({ route, status: String(status) });
    log.debug({ method: context.req.method, route, status }, "request");
  };
}

/** `/api/v1/leads/:id`, or `none`: an unknown path must not become a label. */
function patternOf(context: Context): string {
  return matchedRoutes(context).findLast((route) => route.method !== "ALL")?.path ?? "none";
}
