// A text as fields of a form, and back: forms of some platforms take a thousand characters in one field.
import type { Field, Outcome } from "../../card.ts";
import type { Reading } from "../../text/format.ts";
import { type Answer, textOf } from "../../use-case.ts";
import { longestReport } from "./report.ts";

/** Leaves room in each field to write more. */
const longestPart = 700;
const addition = "more";

/** The text in as few fields as bear it, and an empty one to add to it. */
export function toFields(text: string, { texts }: Reading): Field[] {
  const { form } = texts.reports;
  const parts = splitText(text);
  const fields = parts.map(
    (value, index): Field => ({
      ...{ kind: "multiline", name: nameOf(index), value },
      label: parts.length > 1 ? form.part({ number: index + 1 }) : form.text,
    }),
  );
  return [...fields, { kind: "multiline", name: addition, label: form.add }];
}

/** The text an answer is about: what the form came back with, else what its button carries. */
export function textIn({ params, values }: Answer): string {
  return params.isForm === "1" ? fromFields(values) : (params.text ?? "");
}

/** What a form is told that came back empty or too long. */
export function wrongWith(written: string, { texts, format }: Reading): Outcome | undefined {
  const { empty, tooLong } = texts.reports;
  if (!written) return { errors: { [nameOf(0)]: empty } };
  if (written.length <= longestReport) return undefined;
  const max = format.number(longestReport);
  return { errors: { [nameOf(0)]: tooLong({ max, length: format.number(written.length) }) } };
}

/** Lines as they are, without blank space around the whole. */
function fromFields(values: Answer["values"]): string {
  const names = Object.keys(values).filter((name) => /^text\d+$/.test(name));
  const ordered = names.toSorted((one, other) => Number(one.slice(4)) - Number(other.slice(4)));
  return [...ordered, addition]
    .map((name) => textOf(values, name).replaceAll("\r\n", "\n").replaceAll("\u0000", ""))
    .filter(Boolean)
    .join("\n")
    .trim();
}

function nameOf(index: number): string {
  return `text${index + 1}`;
}

/** At the ends of lines; a line longer than a field is cut in it. */
function splitText(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split("\n").flatMap(cutLine)) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= longestPart)
      parts[parts.length - 1] = `${last}\n${line}`;
    else parts.push(line);
  }
  return parts.map((part) => part.replace(/^\n+|\n+$/g, "")).filter(Boolean);
}

function cutLine(line: string): string[] {
  const letters = [...line];
  if (letters.length <= longestPart / 2) return [line];
  const pieces = Math.ceil((2 * letters.length) / longestPart);
  const size = Math.ceil(letters.length / pieces);
  return Array.from({ length: pieces }, (_, at) =>
    letters.slice(at * size, (at + 1) * size).join(""),
  );
}
