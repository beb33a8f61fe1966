// Deals as they come and as they are answered.
import { z } from "@hono/zod-openapi";
import type { DealFacts } from "../../../core/api/write-deals.ts";
import { budgetStatuses, type Deal, stages } from "../../../core/model.ts";
import { evidenceKinds } from "../../../core/pipeline/contracts/contract.ts";
import { defined } from "../defined.ts";
import { pageQuery } from "../page.ts";
import { moment, momentIn, toMoment } from "../route.ts";

/** A deal as it is answered. */
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

const line = z.string().trim().min(1).max(1_000);
/** Null takes a value back. */
const facts = {
  accountId: z.string().nullish(),
  leadId: z.string().nullish(),
  productId: z.string().nullish(),
  ownerId: z.string().optional(),
  stage: z.enum(stages).optional(),
  amount: z.number().min(0).max(1e15).nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "three capital letters such as EUR")
    .nullish(),
  budgetStatus: z.enum(budgetStatuses).nullish(),
  nextStep: line.nullish(),
  nextStepDate: momentIn.nullish(),
  decisionMaker: line.max(300).nullish(),
  competitor: line.max(300).nullish(),
  lossReason: line.nullish(),
  closeDate: momentIn.nullish(),
};
const proof = {
  evidence: z
    .array(z.strictObject({ kind: z.enum(evidenceKinds), ref: line.max(2_000) }))
    .max(20)
    .optional()
    .openapi({ description: "What stands behind it, where a data contract asks for it." }),
  unknownUntil: z
    .record(z.string(), momentIn)
    .optional()
    .openapi({ description: "Golden fields nobody knows yet: “not known until” then." }),
};

/** A deal as it is brought in. */
export const newDeal = z
  .strictObject({
    externalId: line
      .max(200)
      .optional()
      .openapi({ description: "Your own id: sent again, it is the same deal." }),
    name: line.max(300),
    ...facts,
    openedAt: momentIn.nullish(),
    ...proof,
  })
  .openapi("NewDeal");

/** What can be changed about a deal. */
export const dealChange = z
  .strictObject({ name: line.max(300).optional(), ...facts, ...proof })
  .openapi("DealChange");

/** Deals of one batch at most, as of leads. */
export const mostDeals = 50;

/** Many deals. */
export const dealBatch = z.strictObject({ deals: z.array(newDeal).min(1).max(mostDeals) });

/** Which deals. */
export const dealQuery = pageQuery.extend({
  stage: z.enum(stages).optional(),
  status: z.enum(["open", "won", "lost"]).optional(),
  ownerId: z.string().optional(),
  updatedSince: momentIn.optional(),
});

/** A deal as the API shows it. */
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

/** What is said of a deal, for the gate. */
export function toFacts(
  given: z.output<typeof dealChange> & { externalId?: string | undefined },
): DealFacts {
  const { evidence, unknownUntil, externalId, ...set } = given;
  return { set: defined(set) as DealFacts["set"], evidence, unknownUntil, externalId };
}
