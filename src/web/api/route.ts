// What every route of the API has in common: a scope, its errors, and how times and pages are written.
import { createRoute, z } from "@hono/zod-openapi";
import { requireScope } from "../access.ts";
import type { Scope } from "../keys.ts";
import { problemSchema, problemType } from "../problem.ts";
import { pageOf, pageQuery } from "./page.ts";

const problems = {
  400: "The request is not understood.",
  401: "No key, or none that is valid.",
  403: "The key lacks the scope.",
  404: "There is no such record.",
  429: "Too many requests: wait as long as Retry-After says.",
} as const;

/** The error answers of a route, as the document lists them. */
export function problemsOf<Status extends keyof typeof problems>(...statuses: Status[]) {
  const entries = statuses.map((status) => [
    status,
    {
      description: problems[status],
      content: { [problemType]: { schema: problemSchema } },
    },
  ]);
  return Object.fromEntries(entries) as Record<Status, { description: string }>;
}

/** Asks for a key; with a scope, for one that has it. */
export const needs = (...scopes: Scope[]) => [{ apiKey: [...scopes] }];

/** A moment, as the API writes it. */
export const moment = z.iso.datetime().openapi({ example: "2026-11-22T09:00:00.000Z" });

export function toMoment(at: number): string;
export function toMoment(at: number | null): string | null;
export function toMoment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/** A list in pages. */
export function listRoute<Path extends string, Item extends z.ZodType>(list: {
  path: Path;
  operationId: string;
  summary: string;
  description?: string;
  scope: Scope;
  item: Item;
}) {
  const { path, operationId, summary, description = "", scope, item } = list;
  return createRoute({
    method: "get",
    path,
    operationId,
    summary,
    description: `${description} In order of id.`.trim(),
    security: needs(scope),
    middleware: [requireScope(scope)] as const,
    request: { query: pageQuery },
    responses: {
      200: {
        description: "One page.",
        content: { "application/json": { schema: pageOf(item) } },
      },
      ...problemsOf(400, 401, 403, 429),
    },
  });
}
