// Columns whose name says nothing: what stands in them may.
import { type FieldType, fieldSpec, type ImportField } from "../../../core/importing/fields.ts";
import type { ImportKind } from "../../../core/importing/model.ts";
import type { Survey } from "../read/survey.ts";
import { parseEmail } from "../values/email.ts";
import type { HeaderMatch } from "./headers.ts";

/** E-mail addresses, mobile numbers and credit codes are known by their shape, where nothing else has the field. */
export function sniffFields(
  kind: ImportKind,
  survey: Pick<Survey, "header" | "sample">,
  matches: readonly HeaderMatch[],
): HeaderMatch[] {
  const named = new Set(matches.map(({ column }) => column));
  const taken = new Set<string>(matches.map(({ field }) => field));
  const found: HeaderMatch[] = [];
  for (const [index, column] of survey.header.entries()) {
    if (named.has(column)) continue;
    const values = survey.sample
      .map(({ cells }) => cells[index]?.trim() ?? "")
      .filter((cell) => cell !== "");
    const field = shapes.find(
      (shape) => !taken.has(shape.field) && fieldSpec(kind, shape.field) && areMost(values, shape),
    )?.field;
    if (!field) continue;
    taken.add(field);
    found.push({ field, column, isId: false, rank: 0 });
  }
  return found;
}

type Shape = { field: ImportField; type: FieldType; test: (value: string) => boolean };

const shapes: readonly Shape[] = [
  { field: "email", type: "email", test: (value) => parseEmail(value) !== undefined },
  {
    field: "phone",
    type: "phone",
    test: (value) => /^(\+\d{1,3}[\s-]?)?1[3-9]\d{9}$|^\+\d[\d\s()-]{7,17}$/.test(value),
  },
  { field: "creditCode", type: "text", test: (value) => /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value) },
];

function areMost(values: readonly string[], { test }: Shape): boolean {
  return values.length > 0 && values.filter(test).length >= values.length * 0.7;
}
