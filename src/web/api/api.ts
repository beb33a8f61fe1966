// /api/v1: records for other programs. Within v1 fields and routes are added, never changed or removed.
import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { type KeyEnv, requireScope } from "../access.ts";
import { createAnswerOnce } from "./answer-once.ts";
import type { ApiRoute } from "./route.ts";
import { actionRoutes } from "./routes/actions.ts";
import { dealRoutes } from "./routes/deals.ts";
import { leadRoutes } from "./routes/leads.ts";
import { meRoutes } from "./routes/me.ts";
import { newLeadRoutes } from "./routes/new-leads.ts";
import { peopleRoutes } from "./routes/people.ts";
import { touchRoutes } from "./routes/touches.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import { writeDealRoutes } from "./routes/write-deals.ts";
import type { ApiServices } from "./services.ts";

export type ApiOptions = ApiServices & { access: MiddlewareHandler<KeyEnv>; version: string };

/** The one table of routes: what is not here is neither served nor described. */
export function routesOf(services: ApiServices): ApiRoute[] {
  return [
    ...meRoutes(),
    ...peopleRoutes(services),
    ...leadRoutes(services),
    ...newLeadRoutes(services),
    ...dealRoutes(services),
    ...writeDealRoutes(services),
    ...touchRoutes(services),
    ...actionRoutes(services),
    ...webhookRoutes(services),
  ];
}

/** Every route asks for the key's scope first; the description of the API is open to all. */
export function createApi({ access, version, ...services }: ApiOptions): OpenAPIHono<KeyEnv> {
  const api = new OpenAPIHono<KeyEnv>();
  const routes = routesOf(services);
  // Open to all, so before the key is asked for; written once, when somebody first wants it.
  let document: object | undefined;
  api.get("/openapi.json", (context) => {
    document ??= describe(api, routes, version);
    return context.json(document);
  });
  api.use(access);
  const once = createAnswerOnce(services);
  for (const { config, scope, handle } of routes) {
    const path = config.path.replace(/\{(\w+)\}/g, ":$1");
    const guards = scope ? [requireScope(scope)] : [];
    api.on([config.method.toUpperCase()], [path], ...guards, (context) => handle(context, once));
  }
  return api;
}

function describe(api: OpenAPIHono<KeyEnv>, routes: readonly ApiRoute[], version: string): object {
  const { openAPIRegistry: registry } = api;
  registry.registerComponent("securitySchemes", "apiKey", {
    ...{ type: "http", scheme: "bearer" },
    description: "An API key (rsk_…) the operator made.",
  });
  registry.registerPath({
    ...{ method: "get", path: "/openapi.json", operationId: "getDocument" },
    ...{ summary: "This document", security: [] },
    responses: {
      200: {
        description: "OpenAPI 3.1.",
        content: { "application/json": { schema: z.looseObject({ openapi: z.string() }) } },
      },
    },
  });
  for (const { config } of routes) registry.registerPath(config);
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Ringside", version },
    servers: [{ url: "/api/v1" }],
  });
}
