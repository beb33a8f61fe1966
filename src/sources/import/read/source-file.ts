// A file as it lies there: what it is, before anybody reads its rows.
import type { Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Refused } from "../../../core/errors.ts";
import { type Delimiter, guessDelimiter } from "./delimiter.ts";
import { detectEncoding, type Encoding } from "./encoding.ts";
import { refuseForeignContent } from "./signature.ts";
import { decodeHead } from "./text.ts";

export type SourceFile = {
  path: string;
  /** Last part of the path; what people call it. */
  name: string;
  encoding: Encoding;
  format: "csv" | "json" | "jsonl";
  /** Of CSV. */
  delimiter: Delimiter;
};

const headBytes = 64 * 1024;

/** Looks at a file once through (its encoding is the whole file's). Throws Refused with what to do instead. */
export async function openSourceFile(path: string): Promise<SourceFile> {
  const name = basename(path);
  const found = await look(path);
  if (found.isDirectory()) {
    throw new Refused(
      "is_directory",
      `${path} is a folder: name a file in it, or import the whole folder with "import crm --from ${path}".`,
      { path },
    );
  }
  if (!found.isFile()) throw new Refused("not_a_file", `${path} is not a file.`, { path });
  if (found.size === 0) throw emptyFile(name);

  const head = await readHead(path);
  refuseForeignContent(name, head);
  const encoding = await detectEncoding(path, head);
  const text = decodeHead(head, encoding);
  if (text.trim() === "") throw emptyFile(name);
  const format = formatOf(text);
  const delimiter = format === "csv" ? guessDelimiter(text, name) : ",";
  return { path, name, encoding, format, delimiter };
}

/** What is at a path. Throws Refused `file_missing` or `file_unreadable`. */
export async function look(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new Refused("file_missing", `There is no file or folder ${path}: check the path.`, {
        path,
      });
    }
    throw new Refused(
      "file_unreadable",
      `${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`,
      { path },
    );
  }
}

function emptyFile(name: string): Refused {
  return new Refused("file_empty", `${name} is empty: export it again with a header and rows.`, {
    file: name,
  });
}

async function readHead(path: string): Promise<Uint8Array> {
  await using handle = await openForReading(path);
  const buffer = new Uint8Array(headBytes);
  const { bytesRead } = await handle.read(buffer, 0, headBytes, 0);
  return buffer.subarray(0, bytesRead);
}

async function openForReading(path: string) {
  return open(path, "r").catch((error: Error) => {
    throw new Refused("file_unreadable", `${path} cannot be read (${error.message}).`, { path });
  });
}

function formatOf(text: string): SourceFile["format"] {
  const start = text.trimStart();
  // A bracket may also begin a CSV header such as "[id],[name]": JSON goes on with an object, a list or its end.
  if (/^\[\s*[[{\]"\d]/.test(start) && !/^\[[^\n{]*\]\s*[,;\t]/.test(start)) return "json";
  return start.startsWith("{") ? "jsonl" : "csv";
}
