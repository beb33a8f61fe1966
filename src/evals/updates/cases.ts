// Updates as reps write them, with what they say: read from lines of JSON.
import { z } from "zod";
import { budgetStatuses, stages } from "../../core/model.ts";
import { lossReasons, nextSteps, sentiments } from "../../core/pipeline/reading/understood.ts";

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const text = z.string().min(1);

const base = z.object({
  id: text,
  text: z.string(),
  lang: text,
  /** ISO 8601, or UTC milliseconds. */
  now: z.union([z.number(), z.string().transform((value) => Date.parse(value))]).pipe(z.number()),
  timeZone: text,
  deals: z.array(
    z.object({
      id: text,
      account: z.string(),
      contact: z
        .string()
        .nullish()
        .transform((value) => value ?? undefined),
      product: z
        .string()
        .nullish()
        .transform((value) => value ?? undefined),
      stage: z.enum(stages),
    }),
  ),
  recentDealId: z.string().optional(),
});

const values = z.strictObject({
  dealId: text.optional(),
  stage: z.enum(stages).optional(),
  amount: z.number().optional(),
  currency: text.optional(),
  nextStep: z.enum(nextSteps).optional(),
  nextStepDate: day.optional(),
  closeDate: day.optional(),
  decisionMaker: text.optional(),
  competitor: text.optional(),
  budgetStatus: z.enum(budgetStatuses).optional(),
  lossReason: z.enum(lossReasons).optional(),
  sentiment: z.enum(sentiments).optional(),
  risk: z.boolean().optional(),
});

const updateCase = base.extend({ expected: values });
const partsCase = base.extend({
  /** One for each deal, in the order of the text; none for a text that is not to be taken apart. */
  expected: z.strictObject({ parts: z.array(values.required({ dealId: true })) }),
});

/** One update and what it states. */
export type UpdateCase = z.infer<typeof updateCase>;
/** What is compared, the deal included. */
export type Expected = UpdateCase["expected"];

/** A text that may be about several deals. */
export type PartsCase = z.infer<typeof partsCase>;

const fields = "id, text, lang, now, timeZone, deals, expected";

/** What a line of a file of cases is. */
export const updateLine = { schema: updateCase, fields };

/** The same of texts about several deals. */
export const partsLine = { schema: partsCase, fields };
