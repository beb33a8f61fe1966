// Leads that programs bring in, one or many, and what they later say about them.
import type { z } from "@hono/zod-openapi";
import { writerOf } from "../../../core/api/caller.ts";
import { createLeads, type NewLead } from "../../../core/api/create-leads.ts";
import type { Reader, Unit } from "../../../core/ports.ts";
import { Refusal } from "../../problem.ts";
import type { Answer } from "../answer-once.ts";
import { defined } from "../defined.ts";
import { checkRefused, toRefusal } from "../refused.ts";
import { type ApiRoute, byId, writeRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";
import {
  batchSchema,
  leadChange,
  leadSchema,
  mostLeads,
  newLead,
  resultSchema,
  toLead,
} from "./lead-shapes.ts";
import { findLead } from "./leads.ts";

/** What writes `/leads`. */
export function newLeadRoutes(services: ApiServices): ApiRoute[] {
  return [createLead(services), createMany(services), changeLead(services)];
}

function createLead(services: ApiServices): ApiRoute {
  const { gate } = services;
  return writeRoute(
    {
      ...{ method: "post", path: "/leads", operationId: "createLead" },
      summary: "Bring a lead in",
      description:
        "It is offered to the rep who fits best; of a key that is tied to a rep it is the rep's own. A contact is known by its e-mail address, an account by its name. What breaks a data contract is refused.",
      ...{ scope: "leads:write", body: newLead, answer: leadSchema, status: 201 },
    },
    async ({ body, key, reach, language }) => {
      const lead = await readLead(services, body, "");
      return async (unit) => {
        const asked = { caller: { key, reach }, leads: [lead], isBulk: false };
        const created = await createLeads(unit, { gate }, asked);
        if ("refusals" in created) throw toRefusal(created.refusals, { language });
        return answerMade(unit, created.leads[0]);
      };
    },
  );
}

type Made = { id: string; isNew: boolean } | undefined;

async function answerMade(unit: Unit, made: Made): Promise<Answer> {
  const stored = await unit.leads.get(made?.id ?? "");
  if (!made || !stored) throw new Error("The lead was not stored.");
  const location = `/api/v1/leads/${made.id}`;
  return { status: made.isNew ? 201 : 200, body: await toLead(unit, stored), location };
}

function createMany(services: ApiServices): ApiRoute {
  const { gate } = services;
  return writeRoute(
    {
      ...{ method: "post", path: "/leads/batch", operationId: "createLeads" },
      summary: `Bring up to ${mostLeads} leads in`,
      description:
        "All or none. A value that a data contract keeps out stays beside its lead as drift; the rest goes in.",
      ...{ scope: "leads:write", body: batchSchema, answer: resultSchema, status: 200 },
    },
    async ({ body, key, reach, language }) => {
      const leads: NewLead[] = [];
      for (const [index, one] of body.leads.entries()) {
        leads.push(await readLead(services, one, `leads.${index}.`));
      }
      return async (unit) => {
        const asked = { caller: { key, reach }, leads, isBulk: true };
        const created = await createLeads(unit, { gate }, asked);
        if (!("refusals" in created)) return { status: 200, body: { data: created.leads } };
        const placeOf = (index: number) => `leads.${created.leadOf[index]}.`;
        throw toRefusal(created.refusals, { language, placeOf });
      };
    },
  );
}

/** A lead with its names in one spelling. Throws where it names nobody, or a product there is not. */
async function readLead(
  { names, store }: ApiServices,
  { productId, phone, ...lead }: z.output<typeof newLead>,
  place: string,
): Promise<NewLead> {
  const { name, company, email, title } = lead;
  if (!name && !company && !email && !phone && !title) {
    throw new Refusal(422, "nameless_lead", { params: { place } });
  }
  await checkProduct(store.read, productId, place);
  return {
    ...defined(lead),
    ...(productId ? { productId } : {}),
    ...(phone ? { phone: names.phone(phone) ?? phone } : {}),
    isNaming: email !== undefined && names.email(email) !== undefined,
  };
}

async function checkProduct(
  read: Pick<Reader, "products">,
  productId: string | undefined,
  place = "",
): Promise<void> {
  if (!productId || (await read.products.get(productId))) return;
  const field = `${place}productId`;
  throw new Refusal(422, "unknown_reference", { params: { field, id: productId } });
}

function changeLead({ gate, store }: ApiServices): ApiRoute {
  return writeRoute(
    {
      ...{ method: "patch", path: "/leads/{id}", operationId: "changeLead" },
      summary: "Change what is known about a lead",
      description: "Whose it is and how it stands is decided in Ringside, or in the CRM.",
      ...{ scope: "leads:write", params: byId, body: leadChange, answer: leadSchema },
      ...{ status: 200, fails: [404] },
    },
    async ({ params, body, key, reach, language }) => {
      const { id } = await findLead(store.read, reach, params.id);
      await checkProduct(store.read, body.productId);
      const set = defined(body);
      if (Object.keys(set).length === 0) throw new Refusal(422, "empty_change");
      return async (unit) => {
        const changes = [{ kind: "lead", id, set }] as const;
        const batch = { ...writerOf({ key, reach }), whole: true, changes };
        checkRefused(await gate.apply(unit, batch), { language });
        const lead = await unit.leads.get(id);
        if (!lead) throw new Error(`The lead ${id} is gone.`);
        return { status: 200, body: await toLead(unit, lead) };
      };
    },
  );
}
