// How the columns of files become fields of records: plain data, written by hand (YAML), shipped, or guessed.
import type { ImportKind } from "./model.ts";

/** What one column becomes, and how it is read. */
export type Target = {
  field: string;
  /** Of a date: luxon formats, tried in order. Without them the common ones are known. */
  formats?: string[];
  /** Of a date such as 03/04/2024: which comes first. */
  order?: "dmy" | "mdy";
  /** Of a number: the decimal sign, where "1.234" would be read wrong. */
  decimal?: "." | ",";
  /** Of a number: what to multiply by, such as 10000 for a column in 万元. */
  scale?: number;
  /** As written -> as stored; case does not matter. */
  values?: Record<string, string>;
  /** Between the items of a list. */
  separator?: string;
  /** Of a reference: make the record where there is none of that name. */
  create?: boolean;
  /** Of a reference: the column holds ids of another system, never names. */
  by?: "id";
};

export type FileMapping = {
  /** Name of the file, `*` standing for anything. */
  file?: string;
  kind: ImportKind;
  /** Column -> what it becomes; nothing for a column that is left out. */
  columns: Record<string, Target[]>;
  /** Field -> a value that every row has. */
  constants?: Record<string, string>;
  /** IANA zone of dates without one; UTC by default. */
  zone?: string;
};

export type Mapping = {
  /** Names the source: the same name means the same ids. Null for a guessed mapping. */
  name: string | null;
  files: FileMapping[];
  /** Files of a folder that hold no records. */
  ignore?: string[];
};
