// What kind of thing each column of a strange file holds, by its header and its cells; never by the ids.
import { codeColumn } from "../../core/identity/duplicates/code-column.ts";
import type { Column } from "../../core/identity/duplicates/column.ts";
import { nameColumn } from "../../core/identity/duplicates/name-column.ts";
import { numberColumn } from "../../core/identity/duplicates/number-column.ts";
import { textColumn } from "../../core/identity/duplicates/text-column.ts";
import { toNameKey } from "../../core/records/names.ts";
import type { DataSet, Row } from "./data-sets.ts";

type Kind = "name" | "code" | "amount" | "text" | "nothing";

/** Longer on average than this, a cell is a text and no name. */
const textLength = 40;
/** So many of the filled cells say what the column is. */
const most = 0.8;

/** Columns to compare the records of a set by; all its texts make one. */
export function guessColumns({ rows, header }: DataSet): Column[] {
  const kinds = new Map(header.map((column) => [column, kindOf(column, rows)]));
  const texts = header.filter((column) => kinds.get(column) === "text");
  const columns = header.flatMap((column) => toColumn(column, kinds.get(column), rows));
  if (texts.length === 0) return columns;
  const [title = ""] = texts;
  const wordings = rows.map((row) => ({
    title: row[title] ?? "",
    all: texts.map((column) => row[column] ?? "").join(" "),
  }));
  return [textColumn(texts.join("+"), wordings), ...columns];
}

function kindOf(column: string, rows: readonly Row[]): Kind {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell !== "");
  if (new Set(cells).size < 2) return "nothing";
  const share = (shape: RegExp) => cells.filter((cell) => shape.test(cell)).length / cells.length;
  if (/price|amount|cost|revenue/i.test(column) || share(/^[$€£¥]/) > most) return "amount";
  if (share(/^[\d\s()./+-]*\d[\d\s()./+-]*$/) > most) return "code";
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length;
  return length > textLength ? "text" : "name";
}

function toColumn(column: string, kind: Kind | undefined, rows: readonly Row[]): Column[] {
  const cells = rows.map((row) => row[column] ?? "");
  if (kind === "code")
    return [
      codeColumn(
        column,
        cells.map((cell) => cell.replace(/\D/g, "")),
      ),
    ];
  if (kind === "amount") return [numberColumn(column, cells.map(toAmount))];
  if (kind === "name") {
    const names = cells.map(toNameKey);
    return [
      nameColumn(
        column,
        names.map((name) => (name === "" ? [] : [name])),
      ),
    ];
  }
  return [];
}

function toAmount(cell: string): number | undefined {
  const amount = Number.parseFloat(cell.replace(/[^\d.]/g, ""));
  return Number.isFinite(amount) ? amount : undefined;
}
