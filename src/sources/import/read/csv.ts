// CSV as a stream of rows.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { Refused } from "../../../core/errors.ts";
import type { SourceFile } from "./source-file.ts";
import { readText } from "./text.ts";

/** Longer than any row: what runs past it is a quote that never ends. */
const maxRowBytes = 2 * 1024 * 1024;

/** Every row of a CSV file, the header first; empty lines are left out but counted. */
export async function* readCsv(
  file: SourceFile,
): AsyncGenerator<{ line: number; cells: string[] }> {
  const parser = parse({
    bom: true,
    delimiter: file.delimiter,
    // Files glued together from several systems mix their line ends.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: maxRowBytes,
  });
  // Its error also ends the parser, where it is caught below; stopping early is no error.
  void pipeline(bytesOf(file), parser).catch(() => {});

  // csv-parse's own count takes a quoted CRLF for two lines.
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (!isNothing(cells, line)) yield { line, cells };
      line += 1 + countBreaks(cells);
    }
  } catch (error) {
    throw error instanceof CsvError ? toRefused(error, { file: file.name, line }) : error;
  }
}

/** An empty line, or Excel's note of the delimiter above the header. */
function isNothing(cells: readonly string[], line: number): boolean {
  if (cells.length === 1 && cells[0] === "") return true;
  return line === 1 && /^sep=.?$/i.test(cells[0] ?? "") && cells.slice(1).join("") === "";
}

function bytesOf(file: SourceFile): Readable {
  if (file.encoding === "utf-8") return createReadStream(file.path);
  return Readable.from(readText(file.path, file.encoding));
}

function countBreaks(cells: string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes("\n") || cell.includes("\r"))
      breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

function toRefused(error: CsvError, { file, line }: { file: string; line: number }): Refused {
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return new Refused(
      "quote_open",
      `${file}: a quote (") that begins in the row on line ${line} never ends. Close it, or double it where it is part of the text.`,
      { file, line },
    );
  }
  return new Refused("bad_csv", `${file}, line ${line}: ${error.message}.`, { file, line });
}
