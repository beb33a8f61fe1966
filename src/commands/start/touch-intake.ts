// The sources of touches that the configuration switches on, and what the public listener serves for them.
import { Hono } from "hono";
import type { Config } from "../../config.ts";
import type { Ringside } from "../../main.ts";
import { serveScript } from "../../sources/touches/collector/serve-script.ts";
import { createSources } from "../../sources/touches/sources.ts";
import { createTakeIn, type TakeIn } from "../../sources/touches/take-in.ts";
import { createTouchRoutes, type OpenSource } from "../../web/touches/touch-routes.ts";

type Sources = Config["sources"];
type Intake = Pick<Ringside, "events" | "metrics" | "clock">;

/** Routes of every source with a secret. */
export function createIntake(ringside: Intake, sources: Sources): Hono {
  const { metrics, clock } = ringside;
  const open = openSources(sources);
  const app = new Hono();
  if (open.some(({ source }) => source.id === "web")) app.get("/collect.js", serveScript());
  const routes = createTouchRoutes({
    sources: open,
    takeIn: createTakeInHere(ringside),
    clock,
    deliveries: metrics.sourceDeliveries,
    publicUrl: sources.publicUrl,
  });
  return app.route("/", routes);
}

/** Into the log of this installation, counted. */
export function createTakeInHere({ events, metrics }: Omit<Intake, "clock">): TakeIn {
  return createTakeIn({
    events,
    count: (source, result, touches) => metrics.touches.inc({ source, result }, touches),
  });
}

/** The sources that have their secret. */
function openSources({ origins, secrets }: Sources): OpenSource[] {
  return createSources(origins).flatMap((source) => {
    const secret = secrets[source.id as keyof Sources["secrets"]];
    return secret ? [{ source, secret }] : [];
  });
}
