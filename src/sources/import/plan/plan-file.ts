// The plan of importing a single file.
import { compileFile } from "../mapping/compile.ts";
import { openSourceFile, type SourceFile } from "../read/source-file.ts";
import { surveyFile } from "../read/survey.ts";
import { chooseMapping } from "./choose-mapping.ts";
import type { Plan, PlanContext } from "./plan.ts";

/** Plans the import of one file. */
export async function planFile(context: PlanContext): Promise<Plan> {
  const { from, kind } = context.options;
  const file: SourceFile = await openSourceFile(from);
  const survey = await surveyFile(file);
  const wanted = kind === "crm" ? undefined : kind;
  const choosing = { file, survey, kind: wanted, beside: [] };
  const { mapping, name, notes } = await chooseMapping(context, choosing);
  const compiled = compileFile({ name: file.name, header: survey.header, mapping });
  return {
    command: mapping.kind,
    source: `import:${name ?? mapping.kind}`,
    mapping: { name, files: [mapping] },
    files: [{ file, survey, mapping, compiled }],
    notes,
  };
}
