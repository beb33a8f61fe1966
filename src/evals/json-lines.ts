// Cases of an evaluation, one JSON object a line, whoever wrote them: read, checked, refused with the line.
import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { Refused } from "../core/errors.ts";

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
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = schema.safeParse(parseJson(line));
    if (read.success) return [read.data];
    const [issue] = read.error.issues;
    const why = `${issue?.path.join(".") || "line"}: ${issue?.message}`;
    const where = { line: index + 1 };
    throw new Refused(
      "badCases",
      `${name}, line ${where.line}: ${why}. Each line is one JSON object: ${fields}.`,
      where,
    );
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
