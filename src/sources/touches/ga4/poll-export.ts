// Reads new rows of GA4's export from a folder: JSON lines, file by file, from where it stopped.
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../../core/ports.ts";
import { readJson, readSome } from "../read.ts";
import type { TakeIn } from "../take-in.ts";
import { readExportRow } from "./export-row.ts";

/** Where a poll stopped, by name; kept across restarts. */
export type Cursors = {
  get(name: string): Promise<number>;
  set(name: string, position: number): Promise<void>;
};

export type PollOptions = { folder: string; cursors: Cursors; takeIn: TakeIn; clock: Clock };

const chunkBytes = 1_000_000;

/**
 * Takes in what was added since the last poll and gives how many rows that were. The cursor moves after the rows
 * are on disk: a crash in between reads them again, and their ids are known.
 */
export async function pollExport(options: PollOptions): Promise<number> {
  const files = (await readdir(options.folder)).filter((name) => /\.(jsonl?|ndjson)$/.test(name));
  let rows = 0;
  for (const file of files.sort()) rows += await pollFile(file, options);
  return rows;
}

async function pollFile(file: string, options: PollOptions): Promise<number> {
  const { folder, cursors, takeIn, clock } = options;
  const path = join(folder, file);
  const name = `ga4:${file}`;
  const { size } = await stat(path);
  const kept = await cursors.get(name);
  // A file that became shorter is another one under the same name.
  let position = kept > size ? 0 : kept;
  let rows = 0;
  for (;;) {
    const lines = await readLines(path, position);
    if (!lines) return rows;
    const parsed = readSome(lines.texts, (line) => readExportRow(readJson(String(line))));
    await takeIn("ga4", parsed, clock());
    position += lines.bytes;
    rows += lines.texts.length;
    await cursors.set(name, position);
  }
}

/** Whole lines from a position; the last one, not yet written to its end, waits for the next poll. */
async function readLines(
  path: string,
  position: number,
): Promise<{ texts: string[]; bytes: number } | undefined> {
  await using handle = await open(path, "r");
  const buffer = Buffer.alloc(chunkBytes);
  const { bytesRead } = await handle.read(buffer, 0, chunkBytes, position);
  const end = buffer.subarray(0, bytesRead).lastIndexOf("\n") + 1;
  if (end === 0) return undefined;
  const text = buffer.toString("utf8", 0, end);
  return { texts: text.split("\n").filter((line) => line.trim()), bytes: end };
}
