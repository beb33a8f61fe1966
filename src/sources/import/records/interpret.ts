// One row as what it says about one record: values, what it refers to, and what could not be read. No database.
import { essentials } from "../../../core/importing/fields.ts";
import type { NoteParams, RejectionCode, WarningCode } from "../../../core/importing/model.ts";
import type { RecordKind } from "../../../core/model.ts";
import type { CompiledColumn, CompiledField, CompiledFile } from "../mapping/compile.ts";
import type { Row } from "../read/rows.ts";
import type { Reading } from "../values/read-value.ts";
import { derive } from "./derive.ts";
import type { KeyMaker } from "./matching/keys.ts";

export type Fields = Record<string, unknown>;

/** Something worth telling about one cell. */
export type Note = { code: WarningCode; column: string; value: string; params?: NoteParams };

/** A record another one is about, by what the row calls it; the first that is found counts. */
export type Wanted = {
  field: string;
  record: string;
  to: RecordKind;
  candidates: { text: string; column: string; isId: boolean }[];
  create: boolean;
};

export type Interpreted = {
  line: number;
  key: string;
  isDuplicate: boolean;
  isRepeated: boolean;
  /** By field of the record. */
  set: Fields;
  original: Record<string, string>;
  /** What the row says about the contact and the account beside a lead. */
  contact: Fields;
  account: Fields;
  wanted: Wanted[];
  /** As written, by import field. */
  raw: Record<string, string>;
  props: Fields;
  notes: Note[];
};

export type Rejected = {
  line: number;
  rejected: { code: RejectionCode; params: NoteParams; column: string | null };
};

/** Reads a row, or says why it is no record of its kind. */
export function interpretRow(
  file: CompiledFile,
  row: Row,
  keyOf: KeyMaker,
): Interpreted | Rejected {
  if (row.problem) return { line: row.line, rejected: { ...row.problem, column: null } };
  const result: Interpreted = {
    line: row.line,
    key: "",
    isDuplicate: false,
    isRepeated: false,
    set: {},
    original: {},
    contact: {},
    account: {},
    wanted: [],
    raw: {},
    props: {},
    notes: [],
  };
  if (row.short) result.notes.push({ code: "short_row", column: "", value: "" });
  for (const column of file.columns) {
    const cell = row.cells[column.index]?.trim() ?? "";
    if (cell === "") setNothing(result, column);
    else readCell(result, column, cell);
  }
  for (const constant of file.constants) readConstant(result, constant);
  derive(file, result, row);
  Object.assign(result, keyOf(row.cells, result.raw));
  const missing = whatIsMissing(file, result);
  return missing ? lacks(result, file, missing) : result;
}

function setNothing(result: Interpreted, column: CompiledColumn): void {
  if (column.spec.record === null || !column.nullable) return;
  const place = placeOf(result, column);
  place[column.record] ??= null;
}

function readCell(result: Interpreted, column: CompiledColumn, cell: string): void {
  if (column.spec.to) addWanted(result, column, cell);
  else readValue(result, column, cell);
}

function readValue(result: Interpreted, column: CompiledColumn, cell: string): void {
  const reading = check(column, column.read(cell));
  if (reading.problem) noteProblem(result, column, { cell, code: reading.problem });
  // A masked value shows that something was there; a broken one does not.
  if (reading.problem !== "bad_value") result.raw[column.field] ??= cell;
  if (reading.value === null) setNothing(result, column);
  else if (column.spec.record !== null) store(result, column, { cell, reading });
}

function store(
  result: Interpreted,
  column: CompiledColumn,
  { cell, reading }: { cell: string; reading: Reading },
): void {
  const place = placeOf(result, column);
  if (place[column.record] !== undefined && place[column.record] !== null) return;
  place[column.record] = reading.value;
  delete result.original[column.record];
  if (reading.changed) result.original[column.record] = cell;
  if (reading.currency) result.raw.currencySign ??= reading.currency;
}

/** Kept under the record's field, or the import field's name where the value belongs to another record. */
function noteProblem(
  result: Interpreted,
  column: CompiledColumn,
  { cell, code }: { cell: string; code: WarningCode },
): void {
  result.notes.push({ code, column: column.column, value: cell, params: { field: column.field } });
  const known = placeOf(result, column)[column.record];
  const name = column.spec.part ? column.field : column.record;
  if (known === undefined || known === null) result.original[name] ??= cell;
}

function check(column: CompiledField, reading: Reading): Reading {
  if (reading.value === null || column.fits(reading.value)) return reading;
  return { value: null, problem: "bad_value" };
}

function addWanted(result: Interpreted, column: CompiledColumn, cell: string): void {
  const { field, record, spec, target } = column;
  const isId = target.by === "id";
  // The name is what people read; an id is only how it is found.
  if (!isId || result.raw[field] === undefined) result.raw[field] = cell;
  const candidate = { text: cell, column: column.column, isId };
  const same = result.wanted.find((wanted) => wanted.field === field);
  if (same) same.candidates.push(candidate);
  else if (spec.to) {
    const create = target.create ?? false;
    result.wanted.push({ field, record, to: spec.to, candidates: [candidate], create });
    return;
  }
  if (same && target.create) same.create = true;
}

function readConstant(result: Interpreted, constant: CompiledFile["constants"][number]): void {
  const place = placeOf(result, constant);
  if (place[constant.record] === undefined || place[constant.record] === null) {
    place[constant.record] = constant.value;
  }
}

function placeOf(result: Interpreted, { spec }: CompiledField): Fields {
  return spec.part ? result[spec.part] : result.set;
}

function whatIsMissing(file: CompiledFile, result: Interpreted): readonly string[] | undefined {
  // A lead or deal is one by what the row says; of the others the value itself must be usable.
  const byWord = file.kind === "leads" || file.kind === "deals";
  return essentials[file.kind].find((group) => !group.some((field) => has(result, field, byWord)));
}

function has({ raw, set, wanted }: Interpreted, field: string, byWord: boolean): boolean {
  if (byWord) return raw[field] !== undefined;
  if (wanted.some((each) => each.field === field)) return true;
  const value = field === "firstName" || field === "lastName" ? set.name : set[field];
  return value !== undefined && value !== null;
}

function lacks(result: Interpreted, file: CompiledFile, group: readonly string[]): Rejected {
  const column = file.columns.find(({ field }) => group.includes(field))?.column ?? null;
  const params = { kind: file.kind, fields: group.join(", ") };
  return { line: result.line, rejected: { code: "lacks_essentials", params, column } };
}
