// Deals: leads worth a forecast, and where each stands.
import { type Reach, seesDeal } from "../../../core/api/reach.ts";
import { NotFound } from "../../../core/errors.ts";
import type { Deal } from "../../../core/model.ts";
import type { Reader } from "../../../core/ports.ts";
import { defined } from "../defined.ts";
import { dealsWithin, within } from "../filters.ts";
import { pageOf, readPage } from "../page.ts";
import { type ApiRoute, byId, readRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";
import { dealQuery, dealSchema, toDeal } from "./deal-shapes.ts";

/** What reads `/deals`. */
export function dealRoutes({ store: { read } }: ApiServices): ApiRoute[] {
  return [
    readRoute(
      {
        ...{ path: "/deals", operationId: "listDeals", summary: "List deals" },
        description: "In order of id.",
        ...{ scope: "deals:read", query: dealQuery, answer: pageOf(dealSchema) },
      },
      async ({ query, reach }) => {
        const { stage, status, ownerId, updatedSince } = query;
        const anyOf = within(dealsWithin(reach), {
          ...defined({ stage, status, ownerId }),
          ...(updatedSince === undefined ? {} : { updatedAt: { gte: updatedSince } }),
        });
        const { rows, next } = await readPage(read.deals, { list: "deals", query, anyOf });
        return { data: rows.map(toDeal), next };
      },
    ),
    readRoute(
      {
        ...{ path: "/deals/{id}", operationId: "getDeal", summary: "Read one deal" },
        ...{ scope: "deals:read", params: byId, answer: dealSchema, fails: [404] },
      },
      async ({ params, reach }) => toDeal(await findDeal(read, reach, params.id)),
    ),
  ];
}

/** A deal this key may see; throws NotFound. */
export async function findDeal(
  read: Pick<Reader, "deals">,
  reach: Reach,
  id: string,
): Promise<Deal> {
  const deal = await read.deals.get(id);
  if (deal && seesDeal(reach, deal)) return deal;
  const message = "There is no deal with this id. GET /api/v1/deals lists them.";
  throw new NotFound("no_such_deal", message);
}
