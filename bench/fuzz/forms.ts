// Buttons and forms of whatever was shown, and answers as the edges hand them on: of the right type, and no better.
import type { Values } from "../../src/chat/adapter.ts";
import type { Field, FormBlock } from "../../src/core/card.ts";

/** Every object inside a value, the outer ones first. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
}

/** The refs of all buttons. */
export function refsIn(shown: unknown): string[] {
  return objectsIn(shown).flatMap(({ ref }) => (typeof ref === "string" ? [ref] : []));
}

/** The first form. */
export function formIn(shown: unknown): FormBlock | undefined {
  const form = objectsIn(shown).find(({ t, submit }) => t === "form" && submit !== undefined);
  return form as FormBlock | undefined;
}

/** A value for each field, in turn. */
export function valuesFor({ fields }: FormBlock, given: unknown): Values {
  const values = Array.isArray(given) ? given : [given];
  return Object.fromEntries(
    fields.map((field, index) => [field.name, toValue(field, values[index % values.length])]),
  );
}

const usualDay = "2026-12-01";

function toValue(field: Field, given: unknown): Values[string] {
  const text = typeof given === "string" ? given : (JSON.stringify(given) ?? "");
  if (field.kind === "number") return Number.isFinite(Number(text)) ? Number(text) : 0;
  if (field.kind === "date") return toDay(text);
  if (field.kind === "multiselect") return [text];
  if (field.kind !== "select" && field.kind !== "person") return text;
  // One of those offered, mostly: what is not is refused before the use case sees it.
  return field.options[text.length % (field.options.length + 1)]?.value ?? text;
}

/** Every edge hands on a day as YYYY-MM-DD, or none. */
function toDay(text: string): string {
  return Number.isNaN(Date.parse(`${text}T00:00Z`)) ? usualDay : text;
}
