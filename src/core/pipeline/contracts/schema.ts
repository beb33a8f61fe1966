// A contract as it is written in YAML, turned into a Contract; what breaks the shape becomes an issue with its fix.
import { z } from "zod";
import { dayMs } from "../../durations.ts";
import { parseDuration } from "../../journey/rules/duration.ts";
import { type Stage, stages } from "../../model.ts";
import {
  type Contract,
  contractKinds,
  type EvidenceKind,
  evidenceKinds,
  fieldTypes,
  type Order,
  ownerRoles,
} from "./contract.ts";
import { parseOrders } from "./precedence.ts";

/** "Not known until" further ahead than a year is a refusal to answer. */
const longestMs = 366 * dayMs;

const line = z.string().trim().min(1).max(400);
const said = z.strictObject({ en: line.optional(), zh: line.optional() });

/** "30d" as milliseconds, longer than nothing. */
const duration = z.unknown().transform((value, context): number => {
  const written = String(value);
  const ms = value === 0 ? 0 : parseDuration(written);
  if (ms !== undefined && ms > 0 && ms <= longestMs) return ms;
  const [message, fix] =
    ms === undefined
      ? [`${JSON.stringify(written)} is no duration`, "write a number with h or d, such as 30d"]
      : [
          `${JSON.stringify(written)} is no time anything stays fresh`,
          "write 1h to 366d, or leave it out",
        ];
  context.addIssue({ code: "custom", message, params: { fix } });
  return z.NEVER;
});

/** Names of people's roles and of systems; which are known is checked later, with a suggestion. */
const source = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}:._-]*$/u,
    "write a role, crm, import, api, or one system such as crm:salesforce",
  );

const order = z.string().transform((value, context): Order[] => {
  const orders = parseOrders(value);
  if (orders) return orders;
  const message = `${JSON.stringify(value)} is no order`;
  context.addIssue({
    code: "custom",
    message,
    params: { fix: "write it like rep > crm > import" },
  });
  return z.NEVER;
});

const valid = z.strictObject({
  least: z.number().optional(),
  most: z.number().optional(),
  mostCharacters: z.number().int().min(1).max(5_000).optional(),
  pattern: z
    .string()
    .max(300)
    .refine(isPattern, { params: { fix: "write a regular expression" } })
    .optional(),
  oneOf: z.array(line).min(1).max(50).optional(),
  notPast: z.boolean().optional(),
});

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

const evidence = z.partialRecord(z.enum(stages), z.array(z.enum(evidenceKinds)).min(1));
const id = z
  .string()
  .regex(
    new RegExp(`^(${contractKinds.join("|")})\\.[a-zA-Z]{1,40}$`),
    "write kind and field, such as deal.amount",
  );

/** One contract. Left out: it never ages, is not asked for, needs no evidence, and nobody but its owner overrides. */
export const contractSchema = z
  .strictObject({
    id,
    name: said.default({}),
    about: said.default({}),
    owner: z.enum(ownerRoles),
    mayOverride: z.array(z.enum(ownerRoles)).optional(),
    type: z.enum(fieldTypes),
    valid: valid.default({}),
    fresh: duration.optional(),
    required: z.enum(stages).optional(),
    onlyOpen: z.boolean().default(false),
    unknown: z.strictObject({ until: z.enum(stages), atMost: duration }).optional(),
    evidence: evidence.default({}),
    sources: z.array(source).min(1).max(20),
    precedence: z.array(order).max(20).default([]),
    counts: z
      .strictObject({
        estimated: z.array(source).max(20).default([]),
        verified: z.array(source).max(20).default([]),
      })
      .default({ estimated: [], verified: [] }),
  })
  .transform(toContract);

type Written = {
  id: string;
  name: Contract["name"];
  about: Contract["about"];
  owner: Contract["owner"];
  mayOverride?: Contract["owner"][] | undefined;
  type: Contract["type"];
  valid: Contract["valid"];
  fresh?: number | undefined;
  required?: Stage | undefined;
  onlyOpen: boolean;
  unknown?: { until: Stage; atMost: number } | undefined;
  evidence: Partial<Record<Stage, EvidenceKind[]>>;
  sources: string[];
  precedence: Order[][];
  counts: { estimated: string[]; verified: string[] };
};

function toContract({
  fresh,
  required,
  unknown,
  precedence,
  mayOverride,
  ...rest
}: Written): Contract {
  const [kind = "", field = ""] = rest.id.split(".");
  return {
    ...rest,
    kind: kind as Contract["kind"],
    field,
    mayOverride: mayOverride ?? [rest.owner],
    freshMs: fresh ?? null,
    requiredFrom: required ?? null,
    unknown: unknown ? { until: unknown.until, atMostMs: unknown.atMost } : null,
    precedence: precedence.flat(),
  };
}
