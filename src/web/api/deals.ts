// Deals: leads worth a forecast, and where each stands.
import { z } from "@hono/zod-openapi";
import { type Deal, stages } from "../../core/model.ts";
import { listRoute, moment, toMoment } from "./route.ts";

export const dealSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    accountId: z.string().nullable(),
    leadId: z.string().nullable(),
    productId: z.string().nullable(),
    ownerId: z.string().nullable(),
    stage: z.enum(stages),
    status: z.enum(["open", "won", "lost"]),
    amount: z.number().nullable().openapi({ description: "Major units of `currency`." }),
    currency: z.string().nullable(),
    budgetStatus: z.string().nullable(),
    nextStep: z.string().nullable(),
    nextStepDate: moment.nullable(),
    decisionMaker: z.string().nullable(),
    competitor: z.string().nullable(),
    lossReason: z.string().nullable(),
    openedAt: moment.nullable(),
    closeDate: moment.nullable(),
    closedAt: moment.nullable(),
    createdAt: moment,
    updatedAt: moment,
  })
  .openapi("Deal");

export const listDeals = listRoute({
  path: "/deals",
  operationId: "listDeals",
  summary: "List deals",
  scope: "deals:read",
  item: dealSchema,
});

export function toDeal(deal: Deal): z.infer<typeof dealSchema> {
  return {
    ...deal,
    nextStepDate: toMoment(deal.nextStepDate),
    openedAt: toMoment(deal.openedAt),
    closeDate: toMoment(deal.closeDate),
    closedAt: toMoment(deal.closedAt),
    createdAt: toMoment(deal.createdAt),
    updatedAt: toMoment(deal.updatedAt),
  };
}
