// Updates as reps write them, with what they say: read from lines of JSON.
import { DateTime, IANAZone } from "luxon";
import { z } from "zod";
import { budgetStatuses, stages } from "../../core/model.ts";
import { lossReasons, nextSteps, sentiments } from "../../core/pipeline/reading/understood.ts";

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const text = z.string().min(1);
/** Other programs number things. */
const id = z.union([text, z.number()]).transform(String);
const maybe = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const base = z.object({
  id,
  text: z.string(),
  /** Told from the letters where it is left out. */
  lang: maybe,
  /** ISO 8601, or UTC milliseconds; without an offset it is the time in `timeZone`. */
  now: z.union([z.number(), text]),
  timeZone: text.refine((zone) => IANAZone.isValidZone(zone), "no such time zone"),
  deals: z.array(
    z.object({ id, account: z.string(), contact: maybe, product: maybe, stage: z.enum(stages) }),
  ),
  recentDealId: id.nullish().transform((value) => value ?? undefined),
});

const values = z.object({
  dealId: id.optional(),
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

/** What is null is not stated. */
const withoutNulls = (given: unknown): unknown =>
  typeof given === "object" && given !== null
    ? Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null))
    : given;

const updateCase = base
  .extend({ expected: z.preprocess(withoutNulls, values) })
  .transform(readMoment);
const partsCase = base
  .extend({
    /** One for each deal, in the order of the text; none for a text that is not to be taken apart. */
    expected: z.object({ parts: z.array(values.required({ dealId: true })) }),
  })
  .transform(readMoment);

/** The moment in UTC milliseconds, and the language. */
function readMoment<Given extends z.output<typeof base>>(
  { now: given, ...rest }: Given,
  context: z.RefinementCtx,
) {
  const { timeZone, lang = /\p{Script=Han}/u.test(rest.text) ? "zh" : "en" } = rest;
  const now =
    typeof given === "number" ? given : DateTime.fromISO(given, { zone: timeZone }).toMillis();
  if (Number.isNaN(now)) {
    const message = `${JSON.stringify(given)} is no time such as 2026-03-10T15:00:00Z`;
    context.addIssue({ code: "custom", path: ["now"], message });
  }
  return { ...rest, lang, now };
}

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
