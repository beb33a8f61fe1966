// A folder of several files: those whose header or name we know, in the order in which they refer to each other.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Refused } from "../../../core/errors.ts";
import { type ImportKind, importKinds } from "../../../core/importing/model.ts";
import { compileFile } from "../mapping/compile.ts";
import { guessKind } from "../mapping/guess-kind.ts";
import { recognise } from "../mapping/shipped.ts";
import { openSourceFile, type SourceFile } from "../read/source-file.ts";
import { type Survey, surveyFile } from "../read/survey.ts";
import type { NoteAt } from "../report.ts";
import { chooseMapping, matchesName } from "./choose-mapping.ts";
import type { Plan, PlanContext, PlannedFile } from "./plan.ts";

type Candidate = { file: SourceFile; survey: Survey; kind: ImportKind };

/** Plans the import of every file of a folder that holds records; others are noted. */
export async function planFolder(context: PlanContext): Promise<Plan> {
  const { from } = context.options;
  const notes: NoteAt[] = [];
  const candidates: Candidate[] = [];
  for (const name of await listFiles(context)) {
    const looked = await lookAt(context, name);
    if ("reason" in looked) notes.push(skipped(name, looked.reason));
    else candidates.push(looked);
  }
  const first = candidates[0];
  if (!first) throw nothingKnown(from);

  candidates.sort((a, b) => importKinds.indexOf(a.kind) - importKinds.indexOf(b.kind));
  const beside = candidates.map(({ kind }) => kind);
  const planned: (PlannedFile & { name: string | null })[] = [];
  for (const { file, survey, kind } of candidates) {
    const chosen = await chooseMapping(context, { file, survey, kind, beside });
    const { mapping } = chosen;
    notes.push(...chosen.notes);
    const compiled = compileFile({ name: file.name, header: survey.header, mapping });
    planned.push({ file, survey, mapping, compiled, name: chosen.name });
  }
  const used = shippedOf(context, planned);
  const told = notes.filter(({ file }) => !used.some((pattern) => matchesName(pattern, file)));
  const name = planned.find((each) => each.name !== null)?.name ?? null;
  const mapping = { name, files: planned.map((each) => each.mapping) };
  return {
    command: "crm",
    source: `import:${name ?? "crm"}`,
    mapping,
    files: planned,
    notes: told,
  };
}

/** Files beside a known set that hold none of its records: nothing to tell about them. */
function shippedOf({ shipped }: PlanContext, planned: readonly { name: string | null }[]) {
  const names = new Set(planned.map(({ name }) => name));
  return shipped.filter(({ name }) => names.has(name)).flatMap(({ ignore = [] }) => ignore);
}

async function listFiles({ options, given }: PlanContext): Promise<string[]> {
  const entries = await readdir(options.from, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names
    .filter((name) => /\.(csv|tsv|txt|json|jsonl|ndjson|xlsx?)$/i.test(name))
    .filter((name) => !given?.ignore?.some((pattern) => matchesName(pattern, name)))
    .sort();
}

// Not data at all, or none yet: the others can be imported without it.
const harmless = [
  ...["is_excel", "is_zip", "is_pdf", "is_gzip", "is_binary", "is_database"],
  ...["file_empty", "no_rows", "not_csv"],
];

async function lookAt(context: PlanContext, name: string): Promise<Candidate | { reason: string }> {
  try {
    const file = await openSourceFile(join(context.options.from, name));
    const survey = await surveyFile(file);
    const kind = kindOf(context, file, survey);
    return kind ? { file, survey, kind } : { reason: "unknown_kind" };
  } catch (error) {
    if (!(error instanceof Refused) || !harmless.includes(error.code)) throw error;
    return { reason: error.code === "no_rows" ? "no_rows" : error.message };
  }
}

function kindOf({ given, shipped }: PlanContext, { name }: SourceFile, { header }: Survey) {
  if (!given) return recognise(shipped, header)?.file.kind ?? guessKind(name, header);
  return given.files.find(({ file }) => file !== undefined && matchesName(file, name))?.kind;
}

function skipped(file: string, reason: string): NoteAt {
  return { code: "skipped_file", file, line: 1, column: "", value: "", params: { reason } };
}

function nothingKnown(path: string): Refused {
  return new Refused(
    "no_known_files",
    `No file in ${path} has columns we know: import one alone and say what it holds, such as "import leads <file>", or give a mapping.`,
    { path },
  );
}
