// What somebody typed into one field of a form, made into a value or a sentence that says what is wrong.
import { z } from "zod";
import type { Field } from "../../core/card.ts";
import type { Texts } from "../../core/text/en.ts";
import { limits } from "./limits.ts";

export const fieldKinds = [
  "text",
  "multiline",
  "number",
  "select",
  "multiselect",
  "date",
  "person",
  "file",
] as const satisfies readonly Field["kind"][];

/** The part of a field that says which answers it takes. */
export type Asked = { kind: Field["kind"]; name: string; required: boolean };

/** Neither part is set when an optional field was left empty. */
export type Answer = { value?: string | number | string[]; error?: string };

/** Checks one field's answer; `typed` has one entry, or several for a multiselect. */
export function parseAnswer(asked: Asked, typed: string[], texts: Texts): Answer {
  const { errors } = texts.local;
  const given = typed.map((text) => text.replaceAll("\r\n", "\n").trim()).filter(Boolean);
  if (given.length === 0) return emptyAnswer(asked, errors.required);
  if (given.some((text) => text.length > limits.text)) return { error: errors.long(limits.text) };
  if (asked.kind === "multiselect") return { value: [...new Set(given)] };
  const [first = ""] = given;
  if (asked.kind === "number") return parseNumber(first, errors.number);
  if (asked.kind === "date") return parseDay(first, errors.date);
  return { value: first };
}

function emptyAnswer({ kind, required }: Asked, error: string): Answer {
  if (required) return { error };
  return kind === "multiselect" ? { value: [] } : {};
}

// Digits, perhaps grouped by threes as people paste them: 1200, -3.5, 1,200,000.
const numberShape = /^[-+]?(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?$/;

function parseNumber(typed: string, error: string): Answer {
  const plain = typed.normalize("NFKC"); // full-width digits and commas, as a Chinese keyboard gives them
  if (!numberShape.test(plain)) return { error };
  return { value: Number(plain.replaceAll(/[, ]/g, "")) };
}

function parseDay(typed: string, error: string): Answer {
  const day = z.iso.date().safeParse(typed.normalize("NFKC"));
  return day.success ? { value: day.data } : { error };
}
