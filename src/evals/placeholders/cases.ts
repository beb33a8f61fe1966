// Values of fields, with whether they are placeholders: read from lines of JSON.
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { Refused } from "../../core/errors.ts";

const text = z.string().min(1);
const placeholderCase = z.object({
  id: text,
  field: text,
  value: z.coerce.string(),
  lang: text.optional(),
  expected: z.boolean(),
});

/** One value of one field. */
export type PlaceholderCase = z.infer<typeof placeholderCase>;

/** The cases of a file; refuses the first line that is none, with its number. */
export async function readCases(path: string): Promise<PlaceholderCase[]> {
  const lines = (await readFile(path, "utf8").catch(() => refuse(path, 0, "cannot be read"))).split(
    "\n",
  );
  return lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [readCase(line, path, index + 1)],
  );
}

function readCase(line: string, path: string, number: number): PlaceholderCase {
  const read = placeholderCase.safeParse(parseJson(line));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return refuse(path, number, `${issue?.path.join(".") || "line"}: ${issue?.message}`);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function refuse(path: string, line: number, why: string): never {
  throw new Refused(
    "badCases",
    `${path}, line ${line}: ${why}. Each line is one JSON object: id, field, value, lang, expected.`,
    { line },
  );
}
