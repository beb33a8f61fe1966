// What zod found, as a person says it: what is wrong with which thing, and what to do.
import type { z } from "zod";
import { byName } from "../../core/by-name.ts";
import type { Path } from "../../core/training/library.ts";

/** Something a schema refuses; `part` says whether the key or its value is meant. */
export type Said = { path: Path; part: "key" | "value"; message: string; fix: string };

type Issue = z.core.$ZodIssue;

/** Says one issue of `root`, the whole value of the file; unknown keys are one thing to say each. */
export function sayIssue(issue: Issue, root: unknown): Said[] {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      part: "key",
      message: `${nameOf(root, [...path, key])} is not known here`,
      fix: "correct its spelling or take it out",
    }));
  }
  const value = valueAt(root, path);
  const name = nameOf(root, path);
  if (value === undefined) {
    return [{ path, part: "value", message: `${name} is missing`, fix: `add "${path.at(-1)}:"` }];
  }
  return [{ path, part: "value", ...sayValue(issue, name, value) }];
}

function sayValue(issue: Issue, name: string, value: unknown): Pick<Said, "message" | "fix"> {
  if (issue.code === "invalid_type") {
    const wanted = words[issue.expected] ?? issue.expected;
    const message = `${name} is ${kindOf(value)}, and must be ${wanted}`;
    return { message, fix: fixOfType(issue.expected, value) };
  }
  if (issue.code === "invalid_value") {
    const message = `${name} is ${JSON.stringify(value)}, which is no choice`;
    return { message, fix: `use one of ${issue.values.map(String).join(", ")}` };
  }
  if (issue.code === "invalid_format") {
    return { message: `${name} is ${JSON.stringify(value)}`, fix: issue.message };
  }
  if (issue.code === "too_small") return saySize(name, value, { least: Number(issue.minimum) });
  if (issue.code === "too_big") return saySize(name, value, { most: Number(issue.maximum) });
  const fix = issue.code === "custom" ? issue.params?.fix : undefined;
  return { message: `${name}: ${issue.message}`, fix: fix ?? "correct it" };
}

const words: Partial<Record<string, string>> = byName({
  string: "text",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
  number: "a number",
  int: "a whole number",
});

function kindOf(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of keys";
  return typeof value === "string" ? "text" : JSON.stringify(value);
}

function fixOfType(expected: string, value: unknown): string {
  if (value === null) return `write ${words[expected] ?? expected} here`;
  if (expected === "string" && typeof value === "object" && !Array.isArray(value)) {
    return "put the text in quotes: it holds a colon";
  }
  if (expected === "string" && !Array.isArray(value)) return "put it in quotes";
  if (expected === "array") return "begin each part with a hyphen";
  return `write ${words[expected] ?? expected}`;
}

function saySize(
  name: string,
  value: unknown,
  { least, most = 0 }: { least?: number; most?: number },
): Pick<Said, "message" | "fix"> {
  const limit = least ?? most;
  const [atLeast, how] = least === undefined ? ["at most", "shorten"] : ["at least", "lengthen"];
  if (Array.isArray(value)) {
    const apart = Math.abs(value.length - limit);
    const message = `${name} has ${value.length}, and must have ${atLeast} ${limit}`;
    return { message, fix: least === undefined ? `take ${apart} out` : `add ${apart} more` };
  }
  if (typeof value === "string") {
    const message = `${name} has ${value.trim().length} characters, and must have ${atLeast} ${limit}`;
    return { message, fix: `${how} it` };
  }
  return { message: `${name} is ${value}`, fix: `write a number that is ${atLeast} ${limit}` };
}

/** `"say" 2 of "price-too-high"`: the last key, and the nearest thing around it that has an id. */
function nameOf(root: unknown, path: Path): string {
  const last = path.findLastIndex((part) => typeof part === "string");
  const key = last < 0 ? undefined : path[last];
  const position = path.length > last + 1 ? Number(path.at(-1)) + 1 : undefined;
  if (key === undefined) return position === undefined ? "the file" : `number ${position}`;
  const name = position === undefined ? `"${key}"` : `"${key}" ${position}`;
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const id = idOf(valueAt(root, path.slice(0, length)));
    if (id !== undefined) return `${name} of "${id}"`;
  }
  return name;
}

/** The id something has, if it has one that is text. */
export function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" ? id : undefined;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Partial<Record<string | number, unknown>> | null | undefined)?.[key],
    root,
  );
}
