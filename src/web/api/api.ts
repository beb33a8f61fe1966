// /api/v1: records for other programs, read only. Within v1 fields and routes are added, never changed or removed.
import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { NotFound } from "../../core/errors.ts";
import type { Store } from "../../core/ports.ts";
import type { KeyEnv } from "../access.ts";
import { problem } from "../problem.ts";
import { listDeals, toDeal } from "./deals.ts";
import { getLead, listLeads, toLead } from "./leads.ts";
import { getDocument, getMe, meSchema } from "./me.ts";
import { readPage } from "./page.ts";
import { listPeople, toPerson } from "./people.ts";

export type ApiOptions = { store: Store; access: MiddlewareHandler<KeyEnv>; version: string };

export function createApi({ store, access, version }: ApiOptions): OpenAPIHono<KeyEnv> {
  const { people, leads, deals } = store.read;
  const api = createEmptyApi();

  // Open to all, so before the key is asked for; written once, when every route is known.
  let document: { openapi: string } | undefined;
  api.openapi(getDocument, (context) => {
    document ??= describe(api, version);
    return context.json(document, 200);
  });
  api.use(access);

  api.openapi(getMe, (context) => {
    const { name, scopes } = context.get("key");
    return context.json(meSchema.parse({ name, scopes }), 200);
  });
  api.openapi(listPeople, async (context) => {
    const { rows, next } = await readPage(people, "people", context.req.valid("query"));
    const { scopes } = context.get("key");
    return context.json({ data: rows.map((person) => toPerson(person, scopes)), next }, 200);
  });
  api.openapi(listLeads, async (context) => {
    const { rows, next } = await readPage(leads, "leads", context.req.valid("query"));
    return context.json({ data: rows.map(toLead), next }, 200);
  });
  api.openapi(getLead, async (context) => {
    const { id } = context.req.valid("param");
    const lead = await leads.get(id);
    if (!lead) throw new NotFound("no_such_lead", noSuchLead);
    return context.json(toLead(lead), 200);
  });
  api.openapi(listDeals, async (context) => {
    const { rows, next } = await readPage(deals, "deals", context.req.valid("query"));
    return context.json({ data: rows.map(toDeal), next }, 200);
  });
  return api;
}

const noSuchLead = "There is no lead with this id. GET /api/v1/leads lists them.";

function createEmptyApi(): OpenAPIHono<KeyEnv> {
  const api = new OpenAPIHono<KeyEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined;
      const wrong = result.error.issues.map(
        ({ path, message }) => `${path.join(".") || result.target}: ${message}`,
      );
      return problem({ status: 400, code: "bad_request", detail: `Fix ${wrong.join("; ")}.` });
    },
  });
  api.openAPIRegistry.registerComponent("securitySchemes", "apiKey", {
    type: "http",
    scheme: "bearer",
    description: "An API key (rsk_…) the operator made.",
  });
  return api;
}

function describe(api: OpenAPIHono<KeyEnv>, version: string): { openapi: string } {
  return api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: "Ringside", version },
    servers: [{ url: "/api/v1" }],
  });
}
