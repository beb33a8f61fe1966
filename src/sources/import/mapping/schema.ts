// What a mapping file may say, checked by zod. Shorthands are written out here, so that inside there is one shape.
import { z } from "zod";
import { fieldNames, fieldSpec } from "../../../core/importing/fields.ts";
import type { Mapping, Target } from "../../../core/importing/mapping.ts";
import { type ImportKind, importKinds } from "../../../core/importing/model.ts";

const target = z.strictObject({
  field: z.string(),
  formats: z.array(z.string().min(1)).min(1).optional(),
  order: z.enum(["dmy", "mdy"]).optional(),
  decimal: z.enum([".", ","]).optional(),
  scale: z.number().positive().optional(),
  values: z.record(z.string(), z.coerce.string()).optional(),
  separator: z.string().min(1).optional(),
  create: z.boolean().optional(),
  by: z.literal("id").optional(),
});

/** `field`, one target, several of either, or null for a column that is left out. */
const targets = z
  .union([z.string(), target, z.array(z.union([z.string(), target])), z.null()])
  .transform((value): Target[] => {
    const list = Array.isArray(value) ? value : [value];
    return list
      .filter((item) => item !== null)
      .map((item) =>
        typeof item === "string" ? { field: item } : (dropUndefined(item) as Target),
      );
  });

const file = z
  .strictObject({
    file: z.string().optional(),
    kind: z.enum(importKinds),
    columns: z.record(z.string(), targets),
    constants: z.record(z.string(), z.coerce.string()).optional(),
    zone: z.string().refine(isZone, "is not an IANA time zone such as Asia/Shanghai").optional(),
  })
  .superRefine(checkFields);

/** A whole mapping, as read from YAML or kept as JSON. */
export const mappingSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,60}$/, "may hold letters, digits, dots, dashes and underscores only")
      .nullable()
      .default(null),
    files: z.array(file).min(1),
    ignore: z.array(z.string()).optional(),
  })
  .transform((value) => dropUndefined(value) as Mapping);

type Context = { addIssue(issue: { code: "custom"; message: string; path: PropertyKey[] }): void };

function checkFields(value: FileInput, context: Context): void {
  const { kind, columns, constants = {} } = value;
  for (const [column, list] of Object.entries(columns)) {
    for (const each of list) {
      const message = problemOf(kind, each);
      if (message) context.addIssue({ code: "custom", message, path: ["columns", column] });
    }
  }
  for (const field of Object.keys(constants)) {
    const message = problemOf(kind, { field });
    if (message) context.addIssue({ code: "custom", message, path: ["constants", field] });
  }
}

type FileInput = {
  kind: ImportKind;
  columns: Record<string, Target[]>;
  constants?: Record<string, string> | undefined;
};

function problemOf(kind: ImportKind, { field, create, by, formats }: Target): string | undefined {
  const spec = fieldSpec(kind, field);
  if (!spec) return `"${field}" is no field of ${kind}: use one of ${fieldNames(kind).join(", ")}`;
  if ((create || by) && spec.type !== "reference") {
    return `"${field}" is no reference: leave "create" and "by" out`;
  }
  if (formats && spec.type !== "date") return `"${field}" is no date: leave "formats" out`;
  return undefined;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** zod leaves optional keys as undefined; our types know them as absent. */
function dropUndefined<Value extends object>(value: Value): Value {
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept) as Value;
}
