// What an import would do, decided before anything is written.
import { Refused } from "../../../core/errors.ts";
import type { FileMapping, Mapping } from "../../../core/importing/mapping.ts";
import type { ImportCommand } from "../../../core/importing/model.ts";
import type { Reader } from "../../../core/ports.ts";
import type { CompiledFile } from "../mapping/compile.ts";
import { loadMapping } from "../mapping/load.ts";
import { mappingSchema } from "../mapping/schema.ts";
import { loadShippedMappings } from "../mapping/shipped.ts";
import { look, type SourceFile } from "../read/source-file.ts";
import type { Survey } from "../read/survey.ts";
import type { NoteAt } from "../report.ts";
import { planFile } from "./plan-file.ts";
import { planFolder } from "./plan-folder.ts";

export type PlannedFile = {
  file: SourceFile;
  survey: Survey;
  mapping: FileMapping;
  compiled: CompiledFile;
};

export type Plan = {
  command: ImportCommand;
  /** "import:" and the mapping's name, or what is imported. */
  source: string;
  mapping: Mapping;
  files: PlannedFile[];
  notes: NoteAt[];
};

/** What planning asks of what is stored. */
export type PlanReader = {
  [Name in "people" | "importBatches"]: Pick<Reader[Name], "find">;
};

export type PlanOptions = {
  read: PlanReader;
  /** Guessed when absent. */
  kind?: ImportCommand | undefined;
  /** A file or a folder. */
  from: string;
  /** A mapping file, or a mapping a person confirmed before. */
  mapping?: string | Mapping | undefined;
  /** IANA zone of dates without one. */
  zone: string;
};

/** Reads the files through once and decides how each is imported. Throws Refused, in one sentence. */
export async function planImport(options: PlanOptions): Promise<Plan> {
  const { kind, from } = options;
  const found = await look(from);
  const context = {
    options,
    shipped: await loadShippedMappings(),
    given: await readGiven(options.mapping),
  };
  if (found.isDirectory()) {
    if (kind !== undefined && kind !== "crm") throw folderInstead(from, kind);
    return planFolder(context);
  }
  if (kind === "crm") throw fileInstead(from);
  return planFile(context);
}

export type PlanContext = {
  options: PlanOptions;
  shipped: Mapping[];
  given: Mapping | undefined;
};

async function readGiven(mapping: string | Mapping | undefined): Promise<Mapping | undefined> {
  if (typeof mapping === "string") return loadMapping(mapping);
  // It may have been stored by an older version.
  return mapping && mappingSchema.parse(mapping);
}

function folderInstead(path: string, kind: string): Refused {
  return new Refused(
    "is_directory",
    `${path} is a folder: name a file of ${kind} in it, or import the whole folder with "import crm --from ${path}".`,
    { path },
  );
}

function fileInstead(path: string): Refused {
  return new Refused(
    "folder_expected",
    `${path} is a file, and "import crm" takes a folder of several: name the folder, or say what the file holds, such as "import deals --from ${path}".`,
    { path },
  );
}
