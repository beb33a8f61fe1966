// One YAML file of a playbook as a document whose every node knows its place, or the one problem that prevents it.
import { readFile, stat } from "node:fs/promises";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { byName } from "../../core/by-name.ts";
import type { Path, Place, Problem } from "../../core/training/library.ts";

/** A file's value, and the place of anything in it. */
export type YamlFile = {
  file: string;
  value: unknown;
  placeOf(path: Path, part?: "key" | "value"): Place;
};

const mostBytes = 2 * 1024 * 1024;

/** Reads a file of at most 2 MB; whatever is wrong with it is a problem, never an error. */
export async function readYaml(file: string): Promise<YamlFile | Problem> {
  const start = { file, line: 1, column: 1 };
  try {
    const found = await stat(file);
    if (!found.isFile()) {
      return { ...start, message: "this is no file", fix: "put a YAML file in its place" };
    }
    if (found.size > mostBytes) {
      const megabytes = (found.size / 1024 / 1024).toFixed(1);
      const message = `this file has ${megabytes} MB, more than the 2 MB a playbook file may have`;
      return { ...start, message, fix: "take out what is not a playbook, or split the vertical" };
    }
    return parseYaml(file, await readFile(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    return { ...start, message: `this file cannot be read (${message})`, fix: "check its rights" };
  }
}

/** The same for what is not in a file, such as a form's text; `file` names it in problems. */
export function parseYaml(file: string, bytes: Uint8Array): YamlFile | Problem {
  const start = { file, line: 1, column: 1 };
  const text = decode(bytes);
  if (text === undefined) {
    return { ...start, message: "this file is not UTF-8", fix: "save it as UTF-8" };
  }
  try {
    return compose(file, text);
  } catch (error) {
    // yaml descends by calls: what is nested thousands deep ends the stack, and only that.
    if (!(error instanceof RangeError)) throw error;
    return { ...start, ...tooDeep };
  }
}

const tooDeep = { message: "this file is nested too deeply", fix: "write plain lists" };

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function compose(file: string, text: string): YamlFile | Problem {
  const lines = new LineCounter();
  // yaml looks for repeated keys in quadratic time: minutes for a file of nothing but keys.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  // Only the first: what follows a syntax error is mostly its echo.
  const error = document.errors[0] ?? document.warnings[0];
  if (error) return { ...at(error.pos[0]), ...sayError(error, text) };
  const unwanted = findUnwanted(document);
  if (unwanted) {
    const { offset, message, fix } = unwanted;
    return { ...at(offset), message, fix };
  }
  return {
    file,
    value: document.toJS(),
    placeOf: (path, part = "value") => at(offsetOf(document, path, part)),
  };
}

function sayError(
  { code, message, pos }: YAMLError,
  text: string,
): Pick<Problem, "message" | "fix"> {
  if (code === "RESOURCE_EXHAUSTION") return tooDeep;
  const before = text.slice(text.lastIndexOf("\n", pos[0] - 1) + 1, pos[0] + 1);
  if (/^ *\t/.test(before)) {
    return { message: "this line begins with a tab", fix: "indent with spaces" };
  }
  const fix = fixes[code] ?? "correct the YAML here; text with : or # in it goes in quotes";
  return { message: firstLine(message), fix };
}

const fixes: Partial<Record<string, string>> = byName({
  BAD_INDENT: "begin this line in the same column as its neighbours",
  MISSING_CHAR: "close the quote or bracket",
  MULTIPLE_DOCS: "take out the line ---",
  TAG_RESOLVE_FAILED: "put text that begins with ! in quotes",
});

/** yaml repeats the place and draws an arrow below its first line. */
const firstLine = (message: string) => message.replace(/ at line \d+.*$/s, "").replace(/[.:]$/, "");

type Unwanted = { offset: number; message: string; fix: string };

/** What YAML allows and a playbook does not: aliases, which can lead to themselves or swell, and repeated keys. */
function findUnwanted(document: Document): Unwanted | undefined {
  let found: Unwanted | undefined;
  visit(document, {
    Alias(_key, { source, range }) {
      const message = `the alias *${source} stands for text written elsewhere`;
      found = { offset: range?.[0] ?? 0, message, fix: "write the text out here" };
      return visit.BREAK;
    },
    Map(_key, map) {
      found = findRepeated(map);
      return found && visit.BREAK;
    },
  });
  return found;
}

function findRepeated({ items }: YAMLMap): Unwanted | undefined {
  const seen = new Set<string>();
  for (const { key } of items) {
    const name = String(key);
    if (seen.has(name) && isNode(key)) {
      const message = `"${name}" is here a second time`;
      return { offset: key.range?.[0] ?? 0, message, fix: "keep one of the two" };
    }
    seen.add(name);
  }
  return undefined;
}

/** Where a value begins, or its key; where there is none, the nearest thing around it. */
function offsetOf(document: Document, path: Path, part: "key" | "value"): number {
  if (part === "key") {
    const parent: unknown = document.getIn(path.slice(0, -1), true);
    const pairs = isMap(parent) ? parent.items : [];
    const key = pairs.map((pair) => pair.key).find((each) => String(each) === path.at(-1));
    if (isScalar(key) && key.range) return key.range[0];
  }
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
