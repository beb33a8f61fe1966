// What an import is, as people see it: what it found, what it would store, what it stored and what it could not.
import type { Mapping } from "./mapping.ts";

/** What a file can hold. Files are imported in this order, so that what others refer to is there first. */
export const importKinds = [
  "products",
  "people",
  "accounts",
  "contacts",
  "leads",
  "deals",
  "touches",
] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a person may ask to import; `crm` is a folder of several kinds. */
export type ImportCommand = ImportKind | "crm";

/** Source records now stored, by kind; only kinds that were in the files. */
export type Counts = Partial<Record<ImportKind, number>>;

export type NoteParams = Record<string, string | number>;

/** Where in a file, and what stood there. Line 1 is the first line of the file. */
export type Place = { file: string; line: number; column: string; value: string };

export type WarningCode =
  | "unresolved_reference"
  | "ambiguous_reference"
  | "unknown_visitor"
  | "created_by_reference"
  | "promoted_by_reference"
  | "masked_value"
  | "bad_value"
  | "unknown_value"
  | "refused_value"
  | "taken_value"
  | "ambiguous_date"
  | "duplicate_id"
  | "duplicate_row"
  | "short_row"
  | "skipped_file";

/** One thing that happened to many rows of a file. `message` is in English, for the terminal. */
export type ImportWarning = {
  code: WarningCode;
  params: NoteParams;
  message: string;
  count: number;
  /** At most three, with different values. */
  examples: Place[];
};

export type RejectionCode =
  | "lacks_essentials"
  | "too_many_cells"
  | "bad_json"
  | "not_an_object"
  | "forbidden"
  | "contract"
  | "invalid";

/** A row that is not stored. `reason` is in English, for the terminal. */
export type Rejection = {
  file: string;
  line: number;
  column: string | null;
  reason: string;
  code: RejectionCode;
  params: NoteParams;
};

export type ImportReport = {
  counts: Counts;
  rejected: number;
  /** The first hundred. */
  rejections: Rejection[];
  warnings: ImportWarning[];
  batchId: string;
};

export type ImportProgress = {
  file: string;
  kind: ImportKind;
  /** Rows of this file. */
  done: number;
  total: number;
};

/** A column, what it becomes, and what stands in it. */
export type ColumnPreview = { column: string; field: string | null; examples: string[] };

/** A row as it would be stored, by field, in words; references as they were written. */
export type RowPreview = {
  line: number;
  values: Record<string, string>;
  /** Why the row would not be stored. */
  rejected: string | null;
};

export type FilePreview = {
  file: string;
  kind: ImportKind;
  rows: number;
  columns: ColumnPreview[];
  unmapped: string[];
  /** The first ten. */
  sample: RowPreview[];
};

export type ImportPreview = {
  command: ImportCommand;
  source: string;
  files: FilePreview[];
  warnings: ImportWarning[];
  /** Everything needed to import the same files the same way later; plain JSON. */
  mapping: Mapping;
};

/** What a person changed in a preview: by file, the field of each column (null: leave it out). */
export type MappingEdit = { file: string; columns: Record<string, string | null> }[];
