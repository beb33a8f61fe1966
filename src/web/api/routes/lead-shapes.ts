// Leads as they come and as they are answered.
import { z } from "@hono/zod-openapi";
import { budgetStatuses, type Lead, leadStatuses } from "../../../core/model.ts";
import type { Reader } from "../../../core/ports.ts";
import { pageQuery } from "../page.ts";
import { moment, momentIn, toMoment } from "../route.ts";

/** A lead as it is answered. */
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
    dealId: z.string().nullable().openapi({ description: "The deal it became." }),
    createdAt: moment,
    updatedAt: moment,
    closedAt: moment.nullable(),
  })
  .openapi("Lead");

const word = z.string().trim().min(1).max(100);
const facts = {
  title: word.max(300).optional(),
  need: word.max(5_000).optional(),
  source: word.optional(),
  language: word.optional(),
  territory: word.optional(),
  budget: z.number().min(0).max(1e15).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "three capital letters such as EUR")
    .optional(),
  budgetStatus: z.enum(budgetStatuses).optional(),
  productId: z.string().optional(),
};
/** A lead as it is brought in. */
export const newLead = z
  .strictObject({
    externalId: word
      .max(200)
      .optional()
      .openapi({ description: "Your own id: sent again, it is the same lead." }),
    name: word.max(300).optional(),
    company: word.max(300).optional(),
    email: z.email().max(254).toLowerCase().optional(),
    phone: word.max(40).optional(),
    ...facts,
  })
  .openapi("NewLead");
/** What can be changed about a lead. */
export const leadChange = z.strictObject(facts).openapi("LeadChange");

/** Leads of one batch at most: with 200, whoever chats waited for seconds (bench api, docs/api.md). */
export const mostLeads = 50;
/** Many leads. */
export const batchSchema = z.strictObject({ leads: z.array(newLead).min(1).max(mostLeads) });
/** What became of many. */
export const resultSchema = z.strictObject({
  data: z
    .array(z.strictObject({ id: z.string(), isNew: z.boolean() }))
    .openapi({ description: "In the order of the request." }),
});

/** Which leads. */
export const leadQuery = pageQuery.extend({
  status: z.enum(leadStatuses).optional(),
  ownerId: z.string().optional(),
  updatedSince: momentIn.optional(),
});

/** Leads as the API shows them, each with the first deal that came of it. */
export async function toLeads(
  read: Pick<Reader, "deals">,
  leads: readonly Lead[],
): Promise<z.infer<typeof leadSchema>[]> {
  const leadId = leads.map(({ id }) => id);
  const deals = await read.deals.find({ leadId }, { order: { by: "createdAt", descending: true } });
  const dealOf = new Map(deals.map((deal) => [deal.leadId, deal.id]));
  return leads.map((lead) => ({
    ...lead,
    dealId: dealOf.get(lead.id) ?? null,
    createdAt: toMoment(lead.createdAt),
    updatedAt: toMoment(lead.updatedAt),
    closedAt: toMoment(lead.closedAt),
  }));
}

/** One lead as the API shows it. */
export async function toLead(
  read: Pick<Reader, "deals">,
  lead: Lead,
): Promise<z.infer<typeof leadSchema>> {
  const [shown] = await toLeads(read, [lead]);
  if (!shown) throw new Error(`The lead ${lead.id} was not shown.`);
  return shown;
}
