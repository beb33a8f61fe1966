// Cases of an evaluation, one JSON object a line, whoever wrote them: read, checked, refused with the line.
import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { Refused } from "../core/errors.ts";
import { parseJson } from "../core/parse-json.ts";

/** What every line is: its check, and its fields in words for who wrote it wrong. */
export type LineShape<Line> = { schema: z.ZodType<Line>; fields: string };

/** The cases of a file; refuses the first line that is none, with its number. */
export async function readCases<Line>(path: string, shape: LineShape<Line>): Promise<Line[]> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Refused("badCases", `${path} cannot be read: check its name.`, { path });
  });
  return parseCases(text, { ...shape, name: path });
}

/** The cases of a text; `name` is where it comes from, in words. */
export function parseCases<Line>(
  text: string,
  { schema, fields, name }: LineShape<Line> & { name: string },
): Line[] {
  // Windows' editors put a mark before the first line.
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const value = parseJson(line);
    const read = schema.safeParse(value);
    if (read.success) return [read.data];
    const why = value === undefined ? "this is no JSON" : sayIssue(read.error);
    const where = { line: index + 1 };
    throw new Refused(
      "badCases",
      `${name}, line ${where.line}: ${why}. Each line is one JSON object: ${fields}.`,
      where,
    );
  });
}

function sayIssue({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.join(".");
  return place ? `${place}: ${issue?.message}` : String(issue?.message);
}
