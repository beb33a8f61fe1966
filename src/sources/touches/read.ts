// Reading what a source sent: JSON and forms into shapes, one event at a time, with sentences for what is wrong.
import type { z } from "zod";
import { Refused } from "../../core/errors.ts";
import type { Parsed, SourceTouch } from "../../core/journey/touch-source.ts";

/** What is wrong with a delivery, in a sentence for whoever sends it. */
export const malformed = (why: string): Refused => new Refused("malformed", why);

/** The JSON of a body. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw malformed("The body is not JSON. Send one JSON document, in UTF-8.");
  }
}

/** A value in the shape a source promises. */
export function readAs<Shape>(schema: z.ZodType<Shape>, value: unknown): Shape {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const wrong = result.error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join(".") || "the body"}: ${message}`);
  throw malformed(`Fix ${wrong.join("; ")}.`);
}

type ReadOne = (item: unknown) => SourceTouch | undefined;

/** Reads events one by one: one that cannot be read does not cost the others; when none can, all are refused. */
export function readEach(items: readonly unknown[], readOne: ReadOne): Parsed {
  const parsed = readSome(items, readOne);
  const [first] = parsed.refused;
  if (first && parsed.refused.length === items.length) throw new Refused(first.code, first.why);
  return parsed;
}

/** Reads what can be read of events, and says what is wrong with the others. */
export function readSome(items: readonly unknown[], readOne: ReadOne): Parsed {
  const parsed: Parsed = { touches: [], ignored: 0, refused: [] };
  for (const [index, item] of items.entries()) {
    try {
      const touch = readOne(item);
      if (touch) parsed.touches.push(touch);
      else parsed.ignored += 1;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      parsed.refused.push({ index, code: error.code, why: error.message });
    }
  }
  return parsed;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Text worth keeping, or undefined. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

/** Of RFC 5321; a longer one would also be tried from each of its dots. */
const longestEmail = 254;

/** An e-mail address as a person's name: lower case, or undefined when it is none or a masked one. */
export function emailOf(value: unknown): string | undefined {
  const text = textOf(value)?.toLowerCase();
  return text &&
    text.length <= longestEmail &&
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) &&
    !/x{3}|\*/.test(text)
    ? text
    : undefined;
}

/** What a JavaScript date can hold. */
const maxTimeMs = 8.64e15;

/** UTC milliseconds of what a source wrote; undefined when absent. Throws `malformed` for what is no time. */
export function timeOf(value: unknown, field = "the time"): number | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const at = typeof value === "number" ? value : Date.parse(String(value));
  if (Math.abs(at) <= maxTimeMs) return Math.round(at);
  throw malformed(`Fix ${field}: ${JSON.stringify(value).slice(0, 60)} is not a time in ISO 8601.`);
}

/** An object without what is undefined or null. */
export function compact<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined | null> } {
  return Object.fromEntries(
    Object.entries(value).filter(([, one]) => one !== undefined && one !== null),
  ) as ReturnType<typeof compact<Value>>;
}

/** Ids in other systems, without those that are not known. */
export function idsOf(ids: Record<string, string | undefined>): Record<string, string> {
  return compact(ids) as Record<string, string>;
}
