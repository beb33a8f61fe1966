// A plan with the columns a person put right.
import { fieldSpec } from "../../../core/importing/fields.ts";
import type { FileMapping, Target } from "../../../core/importing/mapping.ts";
import type { MappingEdit } from "../../../core/importing/model.ts";
import { compileFile } from "../mapping/compile.ts";
import type { Plan, PlannedFile } from "./plan.ts";

/** The plan with a person's corrections; columns they left alone are read as before. Throws Refused like planning. */
export function editPlan(plan: Plan, edit: MappingEdit): Plan {
  const files = plan.files.map((planned) => {
    const columns = edit.find(({ file }) => file === planned.file.name)?.columns;
    return columns ? editFile(planned, columns) : planned;
  });
  return { ...plan, files, mapping: { ...plan.mapping, files: files.map((each) => each.mapping) } };
}

function editFile(planned: PlannedFile, edits: Record<string, string | null>): PlannedFile {
  const { file, survey, mapping } = planned;
  const columns = { ...mapping.columns };
  for (const [column, field] of Object.entries(edits)) {
    if (!survey.header.includes(column)) continue;
    columns[column] = targetsOf(mapping, columns[column] ?? [], field);
  }
  const edited = { ...mapping, columns };
  const compiled = compileFile({ name: file.name, header: survey.header, mapping: edited });
  return { ...planned, mapping: edited, compiled };
}

function targetsOf({ kind }: FileMapping, before: Target[], field: string | null): Target[] {
  if (field === null || field === "" || !fieldSpec(kind, field)) return [];
  return before[0]?.field === field ? before : [{ field }];
}
