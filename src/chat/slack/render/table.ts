// Tables. Slack takes one native table a message; what it does not take becomes fixed-width lines.
import { type Block, type Inline, plain } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import { pad, toLine, widthOf } from "./line.ts";
import { clean, type Element, renderFixed, renderSection, type SlackBlock } from "./text.ts";

type Table = Extract<Block, { t: "table" }>;

/** Whether Slack would take this table as one. */
export function fitsTable({ columns, rows }: Table): boolean {
  const text = [...columns, ...rows.flat().map(plain)].reduce((sum, cell) => sum + cell.length, 0);
  return (
    columns.length > 0 &&
    columns.length <= limits.table.columns &&
    rows.length < limits.table.rows &&
    text <= limits.table.text &&
    rows.every((row) => row.length === columns.length)
  );
}

/** A native table block, its numbers to the right. */
export function renderTable({ columns, rows, numeric = [] }: Table): SlackBlock {
  const head = columns.map((column) => rawCell(column));
  const settings = columns.map((_, index) => ({
    align: numeric.includes(index) ? "right" : "left",
    is_wrapped: true,
  }));
  return {
    type: "table",
    column_settings: settings,
    rows: [head, ...rows.map((row) => row.map(renderCell))],
  };
}

/** The same table as lines of fixed width. */
export function renderTableLines({ columns, rows, numeric = [] }: Table): Element {
  const lines = [columns, ...rows.map((row) => row.map(plain))].map((row) => row.map(toLine));
  const widths = columns.map((_, index) => Math.max(...lines.map((row) => widthOf(row[index]))));
  return renderFixed(
    lines.map((row) =>
      row
        .map((cell, index) => pad(cell, widths[index] ?? 0, numeric.includes(index)))
        .join(" | ")
        .trimEnd(),
    ),
  );
}

function renderCell(cell: Inline[]): Element {
  const isPlain = cell.every(({ t }) => t === "text");
  return isPlain ? rawCell(plain(cell)) : { type: "rich_text", elements: [renderSection(cell)] };
}

function rawCell(text: string): Element {
  return { type: "raw_text", text: clean(text) || " " };
}
