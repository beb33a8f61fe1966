// The rows of a file, one after another, each with the line it begins on.
import type { NoteParams, RejectionCode } from "../../../core/importing/model.ts";
import { readCsv } from "./csv.ts";
import { readJsonArray, readJsonLines } from "./json.ts";
import type { SourceFile } from "./source-file.ts";

/** Cells stand in the order of the header. A row with a problem cannot be read and has no cells. */
export type Row = {
  line: number;
  cells: string[];
  problem?: { code: RejectionCode; params: NoteParams };
  /** Cells were missing at its end. */
  short?: boolean;
};

/** A JSON object as cells by name. */
export type JsonRow = {
  line: number;
  cells: Map<string, string>;
  problem?: { code: RejectionCode; params: NoteParams };
};

/** Reads the names of the columns: the first row of CSV, every name that any object of JSON has. */
export async function readHeader(file: SourceFile): Promise<string[]> {
  if (file.format === "csv") {
    for await (const { cells } of readCsv(file)) return nameColumns(cells);
    return [];
  }
  const names = new Set<string>();
  for await (const row of readJson(file)) for (const name of row.cells.keys()) names.add(name);
  return [...names];
}

/** Reads the rows below the header. Throws Refused `quote_open` where a quote never ends. */
export async function* readRows(file: SourceFile, header: readonly string[]): AsyncGenerator<Row> {
  if (file.format === "csv") {
    let isHeader = true;
    for await (const row of readCsv(file)) {
      if (!isHeader) yield fitCells(row, header.length);
      isHeader = false;
    }
    return;
  }
  for await (const { cells, ...row } of readJson(file)) {
    yield { ...row, cells: header.map((name) => cells.get(name) ?? "") };
  }
}

function readJson(file: SourceFile): AsyncGenerator<JsonRow> {
  return file.format === "json" ? readJsonArray(file) : readJsonLines(file);
}

/** Every column gets a name of its own: the second "Date" is "Date (2)". */
function nameColumns(cells: string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, " ").trim() || `Column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function fitCells(row: { line: number; cells: string[] }, width: number): Row {
  const { line, cells } = row;
  if (cells.length === width) return row;
  if (cells.length < width) {
    const missing = new Array<string>(width - cells.length).fill("");
    return { line, cells: [...cells, ...missing], short: true };
  }
  const fitting = cells.slice(0, width);
  if (cells.slice(width).every((cell) => cell.trim() === "")) return { line, cells: fitting };
  const params = { cells: cells.length, columns: width };
  return { line, cells: fitting, problem: { code: "too_many_cells", params } };
}
