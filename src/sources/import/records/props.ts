// The properties of an imported touch.
import type { CompiledFile } from "../mapping/compile.ts";
import type { Row } from "../read/rows.ts";
import type { Fields } from "./interpret.ts";

/** A touch's properties: a JSON column of them, and every column that is nothing else. */
export function toProps(file: CompiledFile, text: string | undefined, row: Row): Fields {
  const props: Fields = {};
  for (const { column, index } of file.unmapped) {
    const cell = row.cells[index]?.trim() ?? "";
    if (cell !== "") props[column] = toValue(cell);
  }
  return { ...props, ...parseObject(text) };
}

/** Rules compare numbers; ids with leading zeros, long digits and dates stay text. */
function toValue(cell: string): string | number | boolean {
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(cell)) return Number(cell);
  if (cell === "true" || cell === "TRUE") return true;
  return cell === "false" || cell === "FALSE" ? false : cell;
}

function parseObject(text: string | undefined): Fields {
  if (!text?.startsWith("{")) return text ? { props: text } : {};
  try {
    return JSON.parse(text) as Fields;
  } catch {
    return { props: text };
  }
}
