// JSON in two shapes: one array of objects, or one object per line. Read piece by piece, whatever its size.
import { Refused } from "../../../core/errors.ts";
import { parseJson } from "../../../core/parse-json.ts";
import { splitJsonArray } from "./json-array.ts";
import type { JsonRow } from "./rows.ts";
import type { SourceFile } from "./source-file.ts";
import { readText } from "./text.ts";

type Piece = { line: number; text: string };

/** The objects of a JSON array, each with its line. Throws Refused where the array does not end. */
export async function* readJsonArray(file: SourceFile): AsyncGenerator<JsonRow> {
  for await (const piece of splitJsonArray(readText(file.path, file.encoding), file.name)) {
    yield toRow(piece);
  }
}

/** One object per line, empty lines skipped. Throws Refused where the first is no JSON. */
export async function* readJsonLines(file: SourceFile): AsyncGenerator<JsonRow> {
  let isFirst = true;
  for await (const piece of splitLines(readText(file.path, file.encoding))) {
    if (piece.text.trim() === "") continue;
    const row = toRow(piece);
    if (isFirst && row.problem) throw notJson(file.name);
    isFirst = false;
    yield row;
  }
}

async function* splitLines(chunks: AsyncIterable<string>): AsyncGenerator<Piece> {
  let rest = "";
  let line = 1;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      yield { line, text };
      line += 1;
    }
  }
  yield { line, text: rest };
}

function toRow({ line, text }: Piece): JsonRow {
  const cells = new Map<string, string>();
  const value = parseJson(text);
  if (value === undefined) return { line, cells, problem: { code: "bad_json", params: {} } };
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return { line, cells, problem: { code: "not_an_object", params: {} } };
  }
  addCells(cells, "", value);
  return { line, cells };
}

/** Objects in objects become columns such as "company.name"; open sets of properties stay in one piece. */
function addCells(cells: Map<string, string>, prefix: string, value: object): void {
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    const name = prefix + key.trim();
    if (isPlainObject(inner) && !isPropertyBag(key)) addCells(cells, `${name}.`, inner);
    else cells.set(name, toCell(inner));
  }
}

function isPlainObject(value: unknown): value is object {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function isPropertyBag(key: string): boolean {
  return /^(props|properties|payload|attributes|metadata|属性)$/i.test(key);
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== "object")) {
    return value.join("; ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function notJson(name: string): Refused {
  return new Refused(
    "bad_json",
    `${name} begins like JSON but is neither an array of objects nor one object per line: export it as either.`,
    { file: name },
  );
}
