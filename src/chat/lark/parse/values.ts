// What a form came back with. Lark sends everything as text; the submit button says which fields are something else.
import { z } from "zod";
import type { Values } from "../../adapter.ts";

/** Fields that are not text, by their name on the card. */
export const formKinds = z.record(z.string(), z.enum(["number", "date", "multiselect"]));
export type FormKinds = z.infer<typeof formKinds>;

/** Answers by field name. What was left empty is left out, and a choice of several is empty. */
export function parseValues(answers: Record<string, unknown>, kinds: FormKinds): Values {
  const values: Values = {};
  for (const [name, kind] of Object.entries(kinds)) {
    if (kind === "multiselect") values[toField(name)] = [];
  }
  for (const [name, given] of Object.entries(answers)) {
    const value = parseValue(given, kinds[name]);
    if (value !== undefined) values[toField(name)] = value;
  }
  return values;
}

// A name that stood twice on the card got a number behind "~".
const toField = (name: string) => name.replace(/~\d+$/, "");

function parseValue(
  given: unknown,
  kind: FormKinds[string] | undefined,
): Values[string] | undefined {
  if (Array.isArray(given)) return given.filter((item): item is string => typeof item === "string");
  if (typeof given === "number") return given;
  if (typeof given !== "string" || given.trim() === "") return undefined;
  if (kind === "number") return parseNumber(given);
  return kind === "date" ? parseDay(given) : given.replaceAll("\r\n", "\n").trim();
}

// Digits, perhaps grouped by threes as people paste them. Anything else stays text, for core to refuse.
function parseNumber(given: string): number | string {
  const plain = given.normalize("NFKC").trim();
  const isNumber = /^[-+]?(\d+|\d{1,3}([, ]\d{3})+)(\.\d+)?$/.test(plain);
  return isNumber ? Number(plain.replaceAll(/[, ]/g, "")) : plain;
}

// "2026-11-22 +0800": the day as it was picked, in the person's own zone.
function parseDay(given: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(given.trim())?.[0] ?? given;
}
