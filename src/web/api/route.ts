// One table of routes: what each takes and answers is written once, for the handler and for the document.
import { type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Reach } from "../../core/api/reach.ts";
import type { ApiKey } from "../../core/facts.ts";
import type { Language } from "../../core/model.ts";
import { requestedLanguage } from "../../core/text/requested-language.ts";
import type { KeyEnv } from "../access.ts";
import type { Scope } from "../keys.ts";
import { problemSchema, problemType } from "../problem.ts";
import type { AnswerOnce, WriteEffect } from "./answer-once.ts";
import { bodyOf, parseBody, queryOf, readAs } from "./input.ts";

const problems = {
  400: "The request is not understood.",
  401: "No key, or none that is valid.",
  403: "The key lacks the scope, or may not do this.",
  404: "There is no such record, or not for this key.",
  409: "The first request with this Idempotency-Key is still worked on, or what it names is over.",
  413: "The request is too large.",
  415: "The body is not JSON.",
  422: "The body breaks its shape or a data contract, or the Idempotency-Key came with another.",
  429: "Too many requests: wait as long as Retry-After says.",
  503: "Busy: wait as long as Retry-After says.",
} as const;
type ProblemStatus = keyof typeof problems;

/** Who asks, and for what. */
export type Ask<Query, Params> = {
  query: Query;
  params: Params;
  key: ApiKey;
  reach: Reach;
  language: Language;
};

type Described = {
  path: `/${string}`;
  operationId: string;
  summary: string;
  description?: string;
  /** Undefined: any key. */
  scope?: Scope;
  /** Beside those every route has. */
  fails?: readonly ProblemStatus[];
};

/** A route as the app serves it and the document lists it. */
export type ApiRoute = {
  config: RouteConfig;
  scope: Scope | undefined;
  /** Serves it; writes through `once`. */
  handle(context: Context<KeyEnv>, once: AnswerOnce): Promise<Response>;
};

const nothing = z.strictObject({});

type Reading<
  Query extends z.ZodType,
  Params extends z.ZodType,
  Body extends z.ZodType,
> = Described & {
  query?: Query;
  params?: Params;
  answer: Body;
};

/** A route that reads. */
export function readRoute<
  Body extends z.ZodType,
  Query extends z.ZodType = typeof nothing,
  Params extends z.ZodType = typeof nothing,
>(
  route: Reading<Query, Params, Body>,
  handle: (ask: Ask<z.output<Query>, z.output<Params>>) => Promise<z.input<Body>>,
): ApiRoute {
  const { query, params, answer } = route;
  const request = { ...(query ? { query } : {}), ...(params ? { params } : {}) };
  return {
    scope: route.scope,
    config: describe(route, {
      ...{ method: "get", request, always: [401, 429, 503] },
      answers: { 200: { description: "As asked.", content: jsonOf(answer) } },
    }),
    async handle(context) {
      return context.json((await handle(askOf(context, { query, params }))) as object);
    },
  };
}

type Writing<
  Params extends z.ZodType,
  Given extends z.ZodType,
  Body extends z.ZodType,
> = Described & {
  method: "post" | "patch" | "delete";
  params?: Params;
  body?: Given;
  /** Undefined: 204, with nothing to say. */
  answer?: Body;
  /** Of a first answer; replays have the same. */
  status: 200 | 201 | 204;
  isSecret?: true;
};

type WriteAsk<Params, Given> = Ask<unknown, Params> & {
  body: Given;
  idempotencyKey: string | undefined;
};

/** A route that writes: it prepares outside the transaction, and returns what happens inside it. */
export function writeRoute<
  Body extends z.ZodType = typeof nothing,
  Given extends z.ZodType = typeof nothing,
  Params extends z.ZodType = typeof nothing,
>(
  route: Writing<Params, Given, Body>,
  prepare: (ask: WriteAsk<z.output<Params>, z.output<Given>>) => Promise<WriteEffect>,
): ApiRoute {
  const { method, params, body, answer, status, isSecret = false } = route;
  const request = {
    headers: writeHeaders,
    ...(params ? { params } : {}),
    ...(body ? { body: { content: jsonOf(body), required: true } } : {}),
  };
  const always = [400, 401, 403, 409, 413, 422, 429, 503, ...(body ? [415] : [])];
  const said = answer ? { content: jsonOf(answer) } : {};
  // What was there before is answered 200 where something new is answered 201.
  const known = status === 201 ? { 200: { description: "It was there before.", ...said } } : {};
  return {
    scope: route.scope,
    config: describe(route, {
      ...{ method, request, always: always as ProblemStatus[] },
      answers: { [status]: { description: "Done.", ...said }, ...known },
    }),
    async handle(context, once) {
      const ask = askOf(context, { query: nothing, params });
      const text = body ? await bodyOf(context) : "";
      const reading = { status: 422, code: "invalid", context } as const;
      const given = body ? readAs(body, parseBody(text), reading) : undefined;
      const idempotencyKey = context.req.header("idempotency-key");
      const asked = { keyId: ask.key.id, idempotencyKey, isSecret };
      return once({ ...asked, request: `${method} ${context.req.path}\n${text}` }, () =>
        prepare({ ...ask, body: given as z.output<Given>, idempotencyKey }),
      );
    },
  };
}

const writeHeaders = z.object({
  "idempotency-key": z.string().min(1).max(255).optional().openapi({
    description: "Asked again with the same key and body within a day, nothing is done again.",
  }),
});

const jsonOf = (schema: z.ZodType) => ({ "application/json": { schema } });

function askOf<Query extends z.ZodType, Params extends z.ZodType>(
  context: Context<KeyEnv>,
  { query, params }: { query?: Query | undefined; params?: Params | undefined },
): Ask<z.output<Query>, z.output<Params>> {
  const reading = { status: 400, code: "bad_request", context } as const;
  return {
    query: readAs(query ?? nothing, queryOf(context), reading) as z.output<Query>,
    params: readAs(params ?? nothing, context.req.param(), reading) as z.output<Params>,
    key: context.get("key"),
    reach: context.get("reach"),
    language: requestedLanguage(context.req.header("accept-language")),
  };
}

type Describing = {
  method: RouteConfig["method"];
  /** Parts with any schema, which is checked where the route is written. */
  request: object;
  always: readonly ProblemStatus[];
  answers: RouteConfig["responses"];
};

function describe(route: Described, { method, request, always, answers }: Describing): RouteConfig {
  const { path, operationId, summary, description, scope, fails = [] } = route;
  const statuses = new Set([...always, 400, ...fails, ...(scope ? [403] : [])]);
  const failures = [...statuses].sort().map((status) => [
    status,
    {
      description: problems[status as ProblemStatus],
      content: { [problemType]: { schema: problemSchema } },
    },
  ]);
  return {
    ...{ method, path, operationId, summary, security: [{ apiKey: scope ? [scope] : [] }] },
    ...(description ? { description } : {}),
    request: request as NonNullable<RouteConfig["request"]>,
    responses: { ...answers, ...Object.fromEntries(failures) },
  };
}

/** A record by its id. */
export const byId = z.object({ id: z.string() });

/** A moment, as the API writes it. */
export const moment = z.iso.datetime().openapi({ example: "2026-11-22T09:00:00.000Z" });

/** A moment, as callers write it: with a zone. */
export const momentIn = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .openapi({ type: "string", format: "date-time", example: "2026-11-22T09:00:00+01:00" });

/** UTC milliseconds as the API says them: ISO 8601, or null. */
export function toMoment(at: number): string;
export function toMoment(at: number | null): string | null;
export function toMoment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
