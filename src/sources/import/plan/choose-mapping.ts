// How one file is read: as the given mapping says, as its header is known, or as it looks.
import { Refused } from "../../../core/errors.ts";
import type { ImportField } from "../../../core/importing/fields.ts";
import type { FileMapping, Mapping } from "../../../core/importing/mapping.ts";
import type { ImportKind } from "../../../core/importing/model.ts";
import { guessMapping } from "../mapping/guess.ts";
import { guessKind, isPossible } from "../mapping/guess-kind.ts";
import { recognise } from "../mapping/shipped.ts";
import type { SourceFile } from "../read/source-file.ts";
import type { Survey } from "../read/survey.ts";
import type { NoteAt } from "../report.ts";
import type { PlanContext, PlanReader } from "./plan.ts";

export type Chosen = { mapping: FileMapping; name: string | null; notes: NoteAt[] };

export type Choosing = {
  file: SourceFile;
  survey: Survey;
  /** What the file is said to hold. */
  kind?: ImportKind | undefined;
  /** Kinds that come with the same import: their records are not made by reference. */
  beside: readonly ImportKind[];
};

/** Throws Refused where nobody can tell what the file holds, or where it holds something else than was said. */
export async function chooseMapping(context: PlanContext, choosing: Choosing): Promise<Chosen> {
  const { given, shipped } = context;
  const { file, survey, kind } = choosing;
  if (given) return { mapping: pickGiven(given, choosing), name: given.name, notes: [] };
  const known = recognise(shipped, survey.header);
  if (known) {
    if (kind && kind !== known.file.kind) throw wrongKind(file, kind, known.file.kind);
    return { mapping: { ...known.file, file: file.name }, name: known.mapping.name, notes: [] };
  }
  return guess(context, choosing);
}

function pickGiven({ files }: Mapping, { file, kind }: Choosing): FileMapping {
  const fitting = files.filter((each) => kind === undefined || each.kind === kind);
  const named = fitting.find(
    (each) => each.file !== undefined && matchesName(each.file, file.name),
  );
  const open = fitting.find((each) => each.file === undefined);
  const only = files.length === 1 && fitting.length === 1 ? fitting[0] : undefined;
  const picked = named ?? open ?? only;
  if (picked) return { ...picked, file: file.name };
  throw new Refused(
    "mapping_no_file",
    `The mapping says nothing about ${file.name}${kind ? ` as ${kind}` : ""}: add an entry under "files" with that name and kind.`,
    { file: file.name },
  );
}

/** Whether a name fits a pattern in which `*` stands for anything. */
export function matchesName(pattern: string, name: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(name);
}

async function guess(context: PlanContext, choosing: Choosing): Promise<Chosen> {
  const { file, survey } = choosing;
  const { read, zone } = context.options;
  const kind = kindOf(choosing);
  const creates = await findCreates(read, kind, choosing.beside);
  const { mapping, ambiguousDates } = guessMapping({ kind, survey, zone, creates });
  const notes = ambiguousDates.map(({ column, dates }): NoteAt => {
    const order = mapping.columns[column]?.find((target) => target.order)?.order ?? "dmy";
    const index = survey.header.indexOf(column);
    const first = survey.sample.find(({ cells }) => cells[index]?.trim());
    const { line, cells } = first ?? { line: 1, cells: [] };
    const value = cells[index]?.trim() ?? "";
    const place = { file: file.name, line, column, value };
    return { code: "ambiguous_date", ...place, params: { order }, count: dates.either };
  });
  return { mapping: { ...mapping, file: file.name }, name: null, notes };
}

function kindOf({ file, survey, kind }: Choosing): ImportKind {
  const guessed = guessKind(file.name, survey.header);
  if (kind === undefined) {
    if (guessed) return guessed;
    throw new Refused(
      "kind_unknown",
      `The columns of ${file.name} (${survey.header
        .slice(0, 8)
        .map((column) => column.slice(0, 30))
        .join(
          ", ",
        )}) do not tell what it holds: say it, such as "import leads ${file.name}", or give a mapping.`,
      { file: file.name },
    );
  }
  if (!isPossible(kind, survey.header) && guessed) throw wrongKind(file, kind, guessed);
  return kind;
}

function wrongKind({ name, path }: SourceFile, kind: ImportKind, found: ImportKind): Refused {
  return new Refused(
    "wrong_kind",
    `The header of ${name} is one of ${found}, not of ${kind}: import it with "import ${found} ${path}".`,
    { file: name, kind, found },
  );
}

/**
 * References that make their record. Companies of leads and contacts do; colleagues only as long as nobody ever
 * named them another way, since a misspelt name would become a rep whom leads are given to.
 */
async function findCreates(
  read: PlanReader,
  kind: ImportKind,
  beside: readonly ImportKind[],
): Promise<ImportField[]> {
  if (kind === "people") return ["manager", "team"];
  const creates: ImportField[] = [];
  if (kind === "leads" || kind === "contacts") creates.push("account");
  if (kind === "deals" && !(await isImported(read, "accounts", beside))) creates.push("account");
  if (!(await isImported(read, "people", beside)) && !(await areRepsKnown(read))) {
    creates.push("owner");
  }
  return creates;
}

async function isImported(read: PlanReader, kind: ImportKind, beside: readonly ImportKind[]) {
  if (beside.includes(kind)) return true;
  const batches = await read.importBatches.find({ kind: [kind, "crm"], state: "done" });
  return batches.some(({ counts }) => counts !== null && kind in (counts as object));
}

/** People made by reference have no address; everybody else has one. */
async function areRepsKnown(read: PlanReader): Promise<boolean> {
  const reps = await read.people.find({ role: "rep" });
  return reps.some(({ email, phone }) => email !== null || phone !== null);
}
