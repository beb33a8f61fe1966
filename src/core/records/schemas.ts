// What makes a record of each kind: shapes, lengths and ranges. The gate checks every change against these.
import { z } from "zod";
import {
  budgetStatuses,
  languages,
  leadStatuses,
  type RecordKind,
  type RecordTypes,
  roles,
  stages,
} from "../model.ts";

/** A line somebody typed. NUL cannot be stored in every database and means nothing in text. */
const line = (max: number) =>
  z
    .string()
    .transform((value) => value.replaceAll("\u0000", "").trim())
    .pipe(z.string().min(1).max(max));
const name = line(300);
const word = line(100).nullable();
const id = z.string().min(1).max(64);
const reference = id.nullable();
// Year 1900 to 2200: what lies outside is a mistake of units or a placeholder.
const time = z.number().int().min(-2_208_988_800_000).max(7_258_118_400_000);
const moment = time.nullable();
const amount = z.number().min(0).max(1e15).nullable();
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .nullable();
const email = z.email().max(254).nullable();
const phone = line(40).nullable();
const words = z.array(line(100)).max(50);
const kept = { createdAt: time, updatedAt: time };

const timeZone = z.string().refine(isTimeZone, "must be an IANA time zone such as Asia/Shanghai");

export const recordSchemas = {
  team: z.object({ id, name, parentId: reference, createdAt: time }),
  person: z.object({
    id,
    name,
    email,
    phone,
    role: z.enum(roles),
    teamId: reference,
    managerId: reference,
    timeZone,
    language: z.enum(languages),
    territories: words,
    languages: words,
    licences: words,
    industries: words,
    capacity: z.number().int().min(0).max(10_000),
    hiredAt: moment,
    active: z.boolean(),
    ...kept,
  }),
  account: z.object({
    id,
    name,
    nameKey: z.string().max(300),
    domain: word,
    industry: word,
    segment: word,
    employees: z.number().int().min(0).max(1e8).nullable(),
    revenue: amount,
    currency,
    country: word,
    territory: word,
    foundedYear: z.number().int().min(1000).max(2200).nullable(),
    creditCode: word,
    vatId: word,
    parentId: reference,
    ownerId: reference,
    ...kept,
  }),
  contact: z.object({
    id,
    accountId: reference,
    name: line(300).nullable(),
    title: line(300).nullable(),
    email,
    phone,
    language: word,
    ...kept,
  }),
  product: z.object({
    id,
    name,
    nameKey: z.string().max(300),
    series: word,
    price: amount,
    currency,
    ...kept,
  }),
  lead: z.object({
    id,
    contactId: reference,
    accountId: reference,
    productId: reference,
    title: name,
    source: word,
    status: z.enum(leadStatuses),
    outcome: z.enum(["won", "lost"]).nullable(),
    language: word,
    territory: word,
    need: line(5000).nullable(),
    budget: amount,
    currency,
    budgetStatus: z.enum(budgetStatuses).nullable(),
    ownerId: reference,
    selfSourced: z.boolean(),
    closedAt: moment,
    ...kept,
  }),
  deal: z.object({
    id,
    name,
    accountId: reference,
    leadId: reference,
    productId: reference,
    ownerId: reference,
    stage: z.enum(stages),
    status: z.enum(["open", "won", "lost"]),
    amount,
    currency,
    budgetStatus: z.enum(budgetStatuses).nullable(),
    nextStep: line(1000).nullable(),
    nextStepDate: moment,
    decisionMaker: line(300).nullable(),
    competitor: line(300).nullable(),
    lossReason: line(1000).nullable(),
    openedAt: moment,
    closeDate: moment,
    closedAt: moment,
    ...kept,
  }),
} as const satisfies { [Kind in RecordKind]: z.ZodType<RecordTypes[Kind]> };

/** Whether clocks know a zone of this name. */
export function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
