// Leads: who may buy, and whose they are.
import { type Reach, seesLead } from "../../../core/api/reach.ts";
import { NotFound } from "../../../core/errors.ts";
import type { Lead } from "../../../core/model.ts";
import type { Reader } from "../../../core/ports.ts";
import { defined } from "../defined.ts";
import { leadsWithin, within } from "../filters.ts";
import { pageOf, readPage } from "../page.ts";
import { type ApiRoute, byId, readRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";
import { leadQuery, leadSchema, toLead, toLeads } from "./lead-shapes.ts";

/** What reads `/leads`. */
export function leadRoutes(services: ApiServices): ApiRoute[] {
  const { store } = services;
  return [
    listLeads(services),
    readRoute(
      {
        ...{ path: "/leads/{id}", operationId: "getLead", summary: "Read one lead" },
        ...{ scope: "leads:read", params: byId, answer: leadSchema, fails: [404] },
      },
      async ({ params, reach }) => toLead(store.read, await findLead(store.read, reach, params.id)),
    ),
  ];
}

function listLeads({ store: { read } }: ApiServices): ApiRoute {
  return readRoute(
    {
      ...{ path: "/leads", operationId: "listLeads", summary: "List leads" },
      description: "In order of id.",
      ...{ scope: "leads:read", query: leadQuery, answer: pageOf(leadSchema) },
    },
    async ({ query, reach }) => {
      const { status, ownerId, updatedSince } = query;
      const anyOf = within(await leadsWithin(read, reach), {
        ...defined({ status, ownerId }),
        ...(updatedSince === undefined ? {} : { updatedAt: { gte: updatedSince } }),
      });
      const { rows, next } = await readPage(read.leads, { list: "leads", query, anyOf });
      return { data: await toLeads(read, rows), next };
    },
  );
}

/** A lead this key may see; throws NotFound. */
export async function findLead(read: Reader, reach: Reach, id: string): Promise<Lead> {
  const lead = await read.leads.get(id);
  if (lead && (await seesLead(read, reach, lead))) return lead;
  const message = "There is no lead with this id. GET /api/v1/leads lists them.";
  throw new NotFound("no_such_lead", message);
}
