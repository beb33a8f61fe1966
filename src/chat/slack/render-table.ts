// Tables and charts. Slack takes one native table a message; what it does not take becomes fixed-width lines.
import { type Block, type Inline, plain } from "../../core/card.ts";
import { limits } from "./limits.ts";
import { clean, type Element, renderFixed, renderSection, type SlackBlock } from "./render-text.ts";

type Table = Extract<Block, { t: "table" }>;
type Chart = Extract<Block, { t: "chart" }>;

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

/** Bars with their numbers; a chart with more than a screen of them is its words. */
export function renderChart({ labels, series, max, alt }: Chart): Element {
  const points = series.flatMap(({ name, values }) =>
    values.map((value, index) => ({
      label: [series.length > 1 ? name : "", labels[index] ?? ""].filter(Boolean).join(" · "),
      value,
    })),
  );
  if (points.length === 0 || points.length > mostBars) {
    return renderSection([{ t: "text", text: alt }]);
  }
  const top = max ?? Math.max(...points.map(({ value }) => Math.abs(value)), 1);
  const width = Math.max(...points.map(({ label }) => widthOf(toLine(label))));
  return renderFixed(
    points.map(
      ({ label, value }) =>
        `${pad(toLine(label), width, false)} ${renderBar(value / top)} ${value}`,
    ),
  );
}

/** Ten steps of a bar, full ones first. */
export function renderBar(ratio: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, Number.isFinite(ratio) ? ratio : 0)) * 10);
  return "█".repeat(filled) + "░".repeat(10 - filled);
}

const mostBars = 30;

function renderCell(cell: Inline[]): Element {
  const isPlain = cell.every(({ t }) => t === "text");
  return isPlain ? rawCell(plain(cell)) : { type: "rich_text", elements: [renderSection(cell)] };
}

function rawCell(text: string): Element {
  return { type: "raw_text", text: clean(text) || " " };
}

const toLine = (text: string) => text.replace(/\s+/g, " ");

/** East Asian characters take two places of a fixed-width font. */
function widthOf(text = ""): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uFF01-\uFF60]/u;

function pad(text: string, width: number, toRight: boolean): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return toRight ? space + text : text + space;
}
