// Rows of data: a native table where Lark takes one, lines of text elsewhere.
import { type Block, type Inline, plain } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import type { Drawing } from "./drawing.ts";
import { clean, type Element, plainText } from "./element.ts";
import { escapeMarkdown, renderInlines, renderText, shorten } from "./text.ts";

type TableBlock = Extract<Block, { t: "table" }>;

/** Labels with their values, two side by side where they are short. */
export function renderFields(
  { items }: Extract<Block, { t: "fields" }>,
  drawing: Drawing,
): Element[] {
  const fields = items.map(({ label, value }) => ({
    is_short: plain(value).length <= 40,
    text: { tag: "lark_md", content: toPair(label, cutValue(value, drawing)) },
  }));
  const groups = Math.ceil(fields.length / limits.fields);
  return Array.from({ length: groups }, (_, index) => ({
    tag: "div",
    fields: fields.slice(index * limits.fields, (index + 1) * limits.fields),
  }));
}

/** A table; as text when it stands inside a collapsed part, or the card has its fill of tables. */
export function renderTable(block: TableBlock, drawing: Drawing): Element[] {
  const { dropped, detail, left, inside } = drawing;
  const rows = block.rows.slice(0, detail.rows);
  if (rows.length < block.rows.length) dropped.push(`${block.rows.length - rows.length} rows`);
  const columns = block.columns.slice(0, limits.tableColumns);
  if (columns.length === 0 || rows.length === 0) return renderLines({ ...block, columns, rows });
  if (inside || left.tables <= 0) return renderLines({ ...block, columns, rows });
  left.tables -= 1;
  return [toTable({ ...block, columns, rows })];
}

function toPair(label: string, value: Inline[]): string {
  const name = escapeMarkdown(shorten(label.replaceAll("\n", " ").trim(), limits.title));
  return `${name && `**${name}**\n`}${renderInlines(value)}`.trim() || "–";
}

function cutValue(value: Inline[], { detail, dropped }: Drawing): Inline[] {
  const words = plain(value);
  const limit = Math.min(detail.text, limits.text / 8);
  if (words.length <= limit) return value;
  dropped.push("the end of a value");
  return [{ t: "text", text: shorten(words, limit) }];
}

function toTable({ columns, rows, numeric = [] }: TableBlock): Element {
  const names = columns.map((_, index) => `c${index}`);
  return {
    tag: "table",
    page_size: Math.min(limits.tablePage, rows.length),
    row_height: "low",
    header_style: { text_align: "left", background_style: "grey", bold: true, lines: 1 },
    columns: columns.map((title, index) => ({
      name: names[index],
      display_name: clean(shorten(title, limits.title)),
      data_type: "markdown",
      width: "auto",
      horizontal_align: numeric.includes(index) ? "right" : "left",
    })),
    rows: rows.map((row) =>
      Object.fromEntries(names.map((name, index) => [name, toCell(row[index] ?? [])])),
    ),
  };
}

function toCell(value: Inline[]): string {
  const words = renderInlines(value).replaceAll("\n", " ");
  return words.length <= limits.input
    ? words
    : escapeMarkdown(shorten(plain(value), limits.input / 4));
}

function renderLines({ columns, rows }: TableBlock): Element[] {
  const head = columns.map((title) => title.trim()).join(" | ");
  const lines = rows.map((row) =>
    row
      .slice(0, columns.length || row.length)
      .map(plain)
      .join(" | "),
  );
  const content = [head, ...lines].filter((line) => line.trim()).join("\n");
  return renderText([{ t: "text", text: content }]);
}

/** A cell with a colour behind it. */
export function toColoured(words: string, colour: string): Element {
  const text = plainText(words, { text_size: "notation", text_align: "center" });
  const elements = [{ tag: "div", text }];
  return { tag: "column", width: "weighted", weight: 1, background_style: colour, elements };
}
