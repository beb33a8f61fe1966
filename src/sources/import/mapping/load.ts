// Mapping files: YAML in, a checked mapping out, or one sentence that says where and what to change.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { Refused } from "../../../core/errors.ts";
import type { Mapping } from "../../../core/importing/mapping.ts";
import { mappingSchema } from "./schema.ts";

/** Reads a mapping file. Throws Refused `mapping_missing` or `mapping_invalid` with file, line and column. */
export async function loadMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new Refused(
      "mapping_missing",
      `The mapping file ${path} cannot be read (${error.message}): check the path.`,
      { path },
    );
  });
  return parseMapping(text, basename(path));
}

/** Reads the text of a mapping file; `name` is what errors call it. */
function parseMapping(text: string, name: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line, column: col };
  };
  const [error] = document.errors;
  if (error) throw invalid(at(error.pos[0]), firstLine(error.message));

  const parsed = mappingSchema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const [issue] = deepest(parsed.error.issues);
  if (!issue) throw invalid(at(0), "is no mapping");
  throw invalid(at(offsetOf(document, issue.path)), sayIssue(issue));
}

type Place = { file: string; line: number; column: number };

function invalid(place: Place, why: string): Refused {
  const { file, line, column } = place;
  return new Refused("mapping_invalid", `${file}:${line}:${column}: ${why}.`, place);
}

/** yaml repeats the place and draws an arrow below its first line. */
function firstLine(message: string): string {
  return message.replace(/ at line \d+.*$/s, "").replace(/\.$/, "");
}

type Issue = z.core.$ZodIssue;

/** What is wrong within the alternatives of a union says more than "Invalid input". */
function deepest(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union") return [issue];
    const alternatives = issue.errors.map((inner) => deepest(inner));
    const best = alternatives.sort((a, b) => depth(b) - depth(a))[0] ?? [];
    if (depth(best) === 0) return [issue];
    return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

const depth = (issues: readonly Issue[]) =>
  Math.max(
    0,
    ...issues.map(({ path, code }) => path.length + (code === "unrecognized_keys" ? 1 : 0)),
  );

function sayIssue(issue: Issue): string {
  const where = issue.path.map(String).join(".") || "the mapping";
  if (issue.code === "unrecognized_keys") {
    return `${where} has no "${issue.keys.join('", "')}": take it out or correct its spelling`;
  }
  if (issue.code === "invalid_union") {
    return `${where} must be a field, an object with "field", a list of these, or null`;
  }
  return `${where}: ${issue.message}`;
}

/** Where the node of a path begins, or the nearest one around it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
