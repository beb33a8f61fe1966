// Leads: who may buy, and whose they are.
import { createRoute, z } from "@hono/zod-openapi";
import { type Lead, leadStatuses } from "../../core/model.ts";
import { requireScope } from "../access.ts";
import { listRoute, moment, needs, problemsOf, toMoment } from "./route.ts";

export const leadSchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    contactId: z.string().nullable(),
    accountId: z.string().nullable(),
    productId: z.string().nullable(),
    source: z.string().nullable(),
    status: z.enum(leadStatuses),
    outcome: z.enum(["won", "lost"]).nullable(),
    language: z.string().nullable(),
    territory: z.string().nullable(),
    need: z.string().nullable(),
    budget: z.number().nullable().openapi({ description: "Major units of `currency`." }),
    currency: z.string().nullable(),
    budgetStatus: z.string().nullable(),
    ownerId: z.string().nullable(),
    selfSourced: z.boolean(),
    createdAt: moment,
    updatedAt: moment,
    closedAt: moment.nullable(),
  })
  .openapi("Lead");

export const listLeads = listRoute({
  path: "/leads",
  operationId: "listLeads",
  summary: "List leads",
  scope: "leads:read",
  item: leadSchema,
});

export const getLead = createRoute({
  method: "get",
  path: "/leads/{id}",
  operationId: "getLead",
  summary: "Read one lead",
  security: needs("leads:read"),
  middleware: [requireScope("leads:read")] as const,
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: "The lead.", content: { "application/json": { schema: leadSchema } } },
    ...problemsOf(401, 403, 404, 429),
  },
});

export function toLead(lead: Lead): z.infer<typeof leadSchema> {
  return {
    ...lead,
    createdAt: toMoment(lead.createdAt),
    updatedAt: toMoment(lead.updatedAt),
    closedAt: toMoment(lead.closedAt),
  };
}
