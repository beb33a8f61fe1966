// What came in, read: query, path and JSON body, with sentences for what is wrong in the caller's language.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Language } from "../../core/model.ts";
import { requestedLanguage } from "../../core/text/requested-language.ts";
import { textsFor } from "../../core/text/texts.ts";
import { Refusal, type Wrong } from "../problem.ts";

/** Named once and repeated: a list, which no parameter of ours takes. */
export function queryOf(context: Context): Record<string, string | string[]> {
  const entries = Object.entries(context.req.queries());
  return Object.fromEntries(
    entries.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? "") : values]),
  );
}

/** The text of a JSON body. Throws 415 where it says that it is something else. */
export async function bodyOf(context: Context): Promise<string> {
  const [type = ""] = (context.req.header("content-type") ?? "").toLowerCase().split(";");
  if (/^application\/([\w.-]+\+)?json$/.test(type.trim())) return context.req.text();
  throw new Refusal(415, "wrong_type");
}

/** Throws 400. */
export function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "bad_json");
  }
}

type Reading = { status: 400 | 422; code: string; context: Context };

/** A value in a shape; throws a refusal that names every field that is not. */
export function readAs<Shape extends z.ZodType>(
  schema: Shape,
  value: unknown,
  { status, code, context }: Reading,
): z.output<Shape> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const language = requestedLanguage(context.req.header("accept-language"));
  const errors = result.error.issues.map((issue) => toWrong(issue, value, language));
  const wrong = errors.slice(0, 5).map(({ field, detail }) => `${field ?? "body"}: ${detail}`);
  const { and } = textsFor(language).api;
  throw new Refusal(status, code, { params: { wrong: wrong.join(and) }, errors });
}

const inChinese = z.locales.zhCN().localeError;

function toWrong(issue: z.core.$ZodIssue, value: unknown, language: Language): Wrong {
  const { path, code } = issue;
  const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
  const field = [...path, ...unknown].join(".");
  const said = language === "zh" ? sayInChinese(issue, value) : issue.message;
  return { field: field === "" ? null : field, code, detail: said };
}

/** Zod has written its sentence in English by now; what a check of ours says stays as it is. */
function sayInChinese(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "custom") return issue.message;
  const input = issue.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  const said = inChinese({ ...issue, input } as Parameters<typeof inChinese>[0]);
  return typeof said === "string" ? said : (said?.message ?? issue.message);
}
