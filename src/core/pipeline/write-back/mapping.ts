// The mapping between our records and a CRM's, as YAML says it, checked.
import { z } from "zod";
import { byName } from "../../by-name.ts";
import { editDistance } from "../../edit-distance.ts";
import { recordSchemas } from "../../records/schemas.ts";
import type { CrmConnector } from "./connector.ts";
import { toCrmSource } from "./crm-source.ts";

export const crmKinds = ["account", "contact", "lead", "deal"] as const;
export type CrmKind = (typeof crmKinds)[number];

/** Who stands where both changed: ours, theirs, the newest, or whoever is asked. */
const policies = ["ours", "theirs", "newest", "ask"] as const;

/** How the CRM writes a value. */
const forms = ["text", "number", "date", "moment", "millis", "owner"] as const;
export type Form = (typeof forms)[number];

/** One field of ours and the CRM's. */
export type MappedField = {
  to: string;
  as: Form;
  wins: (typeof policies)[number];
  /** False: read there, never written. */
  write: boolean;
  /** Our word -> the CRM's, for choices. */
  values?: Record<string, string>;
};

export type MappedKind = {
  object: string;
  /** Whether records that are new there become records here. */
  create: boolean;
  /** Imports whose ids are the CRM's own. */
  idsFrom: string[];
  fields: Record<string, MappedField>;
};

export type CrmMapping = {
  crm: string;
  records: Partial<Record<CrmKind, MappedKind>>;
};

/** What the gate knows of a CRM. */
export type CrmPlan = { name: string; mapping: CrmMapping };

/** A CRM that is connected. */
export type CrmConnection = CrmPlan & { connector: CrmConnector };

const fieldSchema = z.union([
  z.string().min(1),
  z.strictObject({
    to: z.string().min(1),
    as: z.enum(forms).optional(),
    wins: z.enum(policies).optional(),
    write: z.boolean().optional(),
    values: z.record(z.string(), z.coerce.string()).optional(),
  }),
]);

const kindSchema = (kind: CrmKind) =>
  z
    .strictObject({
      object: z.string().min(1),
      create: z.boolean().default(false),
      idsFrom: z.array(z.string()).default([]),
      fields: z.record(z.string(), fieldSchema),
    })
    .superRefine(({ fields }, context) => {
      const ours = Object.keys(recordSchemas[kind].shape);
      for (const field of Object.keys(fields).filter((name) => !ours.includes(name))) {
        const nearest = nearestOf(field, ours);
        const message = `${kind} has no field "${field}"${nearest ? `; the nearest is "${nearest}"` : ""}`;
        context.addIssue({ code: "custom", path: ["fields", field], message });
      }
    })
    .transform(
      ({ fields, ...rest }): MappedKind => ({
        ...rest,
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, given]) => [field, toField(field, given)]),
        ),
      }),
    );

/** A mapping file, without how a REST API is reached (src/crm/rest). */
export const mappingSchema = z
  .object({
    crm: z.string().regex(/^[a-z][a-z0-9_-]{1,30}$/),
    records: z.strictObject({
      account: kindSchema("account").optional(),
      contact: kindSchema("contact").optional(),
      lead: kindSchema("lead").optional(),
      deal: kindSchema("deal").optional(),
    }),
  })
  .transform(({ crm, records }): CrmMapping => {
    const given = Object.entries(records).filter(([, kind]) => kind !== undefined);
    return { crm, records: Object.fromEntries(given) };
  });

/** A change made there first wins, unless the file says otherwise. */
function toField(field: string, given: z.output<typeof fieldSchema>): MappedField {
  const { to, as, wins, write, values } = typeof given === "string" ? { to: given } : given;
  return {
    ...{ to, as: as ?? usualForm[field] ?? "text", wins: wins ?? "theirs", write: write ?? true },
    ...(values ? { values } : {}),
  };
}

const usualForm: Partial<Record<string, Form>> = byName({
  ownerId: "owner",
  amount: "number",
  budget: "number",
  employees: "number",
  revenue: "number",
  closeDate: "date",
  nextStepDate: "date",
});

/** The names a source of ids may have: the CRM's own, and the imports that share its ids. */
export function sourcesOf(name: string, { idsFrom }: MappedKind): string[] {
  return [toCrmSource(name), ...idsFrom];
}

/** The one that differs least, if any is close: at most a third of its letters. */
export function nearestOf(name: string, all: readonly string[]): string | undefined {
  const ranked = all
    .map((one) => ({ one, far: editDistance(fold(name), fold(one)) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(2, best.one.length / 3) ? best.one : undefined;
}

const fold = (name: string) => name.toLowerCase().replace(/__c$|[\s_-]/g, "");
