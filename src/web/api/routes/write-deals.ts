// Deals that programs bring in or change: what a data contract does not take is refused, field by field.
import type { z } from "@hono/zod-openapi";
import { mayGiveTo, type Reach, seesAccount, seesLead } from "../../../core/api/reach.ts";
import { changeDeal, createDeals } from "../../../core/api/write-deals.ts";
import type { Reader, Unit } from "../../../core/ports.ts";
import { Refusal } from "../../problem.ts";
import type { Answer } from "../answer-once.ts";
import { checkRefused, toRefusal } from "../refused.ts";
import { type ApiRoute, byId, writeRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";
import {
  dealBatch,
  dealChange,
  dealSchema,
  mostDeals,
  newDeal,
  toDeal,
  toFacts,
} from "./deal-shapes.ts";
import { findDeal } from "./deals.ts";
import { resultSchema } from "./lead-shapes.ts";

/** What writes `/deals`. */
export function writeDealRoutes(services: ApiServices): ApiRoute[] {
  return [createDeal(services), createMany(services), patchDeal(services)];
}

function createDeal({ gate, store }: ApiServices): ApiRoute {
  return writeRoute(
    {
      ...{ method: "post", path: "/deals", operationId: "createDeal" },
      summary: "Bring a deal in",
      description: "What breaks a data contract is refused.",
      ...{ scope: "deals:write", body: newDeal, answer: dealSchema, status: 201 },
    },
    async ({ body, key, reach, language }) => {
      await checkReferences(store.read, reach, body);
      return async (unit) => {
        const asked = { caller: { key, reach }, deals: [toFacts(body)], isBulk: false };
        const created = await createDeals(unit, { gate }, asked);
        if ("refusals" in created) throw toRefusal(created.refusals, { language });
        return answerMade(unit, created.deals[0]);
      };
    },
  );
}

type Made = { id: string; isNew: boolean } | undefined;

async function answerMade(unit: Unit, made: Made): Promise<Answer> {
  const stored = await unit.deals.get(made?.id ?? "");
  if (!made || !stored) throw new Error("The deal was not stored.");
  const location = `/api/v1/deals/${made.id}`;
  return { status: made.isNew ? 201 : 200, body: toDeal(stored), location };
}

function createMany({ gate, store }: ApiServices): ApiRoute {
  return writeRoute(
    {
      ...{ method: "post", path: "/deals/batch", operationId: "createDeals" },
      summary: `Bring up to ${mostDeals} deals in`,
      description:
        "All or none. A value that a data contract keeps out stays beside its deal as drift; the rest goes in.",
      ...{ scope: "deals:write", body: dealBatch, answer: resultSchema, status: 200 },
    },
    async ({ body, key, reach, language }) => {
      for (const [index, deal] of body.deals.entries()) {
        await checkReferences(store.read, reach, deal, `deals.${index}.`);
      }
      return async (unit) => {
        const deals = body.deals.map(toFacts);
        const asked = { caller: { key, reach }, deals, isBulk: true };
        const created = await createDeals(unit, { gate }, asked);
        if (!("refusals" in created)) return { status: 200, body: { data: created.deals } };
        const placeOf = (index: number) => `deals.${created.dealOf[index]}.`;
        throw toRefusal(created.refusals, { language, placeOf });
      };
    },
  );
}

function patchDeal({ gate, store }: ApiServices): ApiRoute {
  return writeRoute(
    {
      ...{ method: "patch", path: "/deals/{id}", operationId: "changeDeal" },
      summary: "Change a deal",
      description:
        "Null takes a value back. What breaks a data contract is refused, all or nothing.",
      ...{ scope: "deals:write", params: byId, body: dealChange, answer: dealSchema },
      ...{ status: 200, fails: [404] },
    },
    async ({ params, body, key, reach, language }) => {
      const { id } = await findDeal(store.read, reach, params.id);
      const facts = toFacts(body);
      if (Object.keys(facts.set).length === 0 && !facts.unknownUntil) {
        throw new Refusal(422, "empty_change");
      }
      await checkReferences(store.read, reach, body);
      return async (unit) => {
        const deal = await findDeal(unit, reach, id);
        const asked = { caller: { key, reach }, deal, facts };
        checkRefused(await changeDeal(unit, { gate }, asked), { language });
        return { status: 200, body: toDeal((await unit.deals.get(id)) ?? deal) };
      };
    },
  );
}

type References = Pick<
  z.output<typeof dealChange>,
  "accountId" | "leadId" | "productId" | "ownerId"
>;

/** What a deal names has to be there, and be seen by the key that names it. */
async function checkReferences(
  read: Reader,
  reach: Reach,
  { accountId, leadId, productId, ownerId }: References,
  place = "",
): Promise<void> {
  const check = (field: string, id: string, isThere: boolean) => {
    if (isThere) return;
    throw new Refusal(422, "unknown_reference", { params: { field: `${place}${field}`, id } });
  };
  if (accountId) {
    const isThere = (await read.accounts.get(accountId)) !== undefined;
    check("accountId", accountId, isThere && (await seesAccount(read, reach, accountId)));
  }
  if (leadId) {
    const lead = await read.leads.get(leadId);
    check("leadId", leadId, lead !== undefined && (await seesLead(read, reach, lead)));
  }
  if (productId) check("productId", productId, (await read.products.get(productId)) !== undefined);
  if (ownerId) {
    check("ownerId", ownerId, (await read.people.get(ownerId))?.active === true);
    if (!mayGiveTo(reach, ownerId)) throw new Refusal(403, "not_yours_to_give");
  }
}
