// Errors as answers: RFC 9457 problem details with our code and a sentence that says what to do.
import { STATUS_CODES } from "node:http";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { NotFound, Refused, RetryLater } from "../core/errors.ts";
import { requestedLanguage } from "../core/text/requested-language.ts";
import { textsFor } from "../core/text/texts.ts";

/** One thing wrong with a request. */
const wrongSchema = z.strictObject({
  field: z.string().nullable().openapi({ description: "As the request names it." }),
  code: z.string(),
  detail: z.string().openapi({ description: "What is wrong and what to do." }),
});
export type Wrong = z.infer<typeof wrongSchema>;

/** The body of every error answer. */
export const problemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string().openapi({ description: "The HTTP status in words." }),
    status: z.int(),
    code: z.string().openapi({ description: "What happened, for programs. Codes do not change." }),
    detail: z.string().openapi({ description: "What happened and what to do, for people." }),
    errors: z.array(wrongSchema).optional().openapi({ description: "Field by field." }),
  })
  .openapi("Problem");

export const problemType = "application/problem+json";

/** The part of a log that the web needs. */
export type WebLog = {
  debug(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};

export type Problem = {
  status: number;
  code: string;
  detail: string;
  errors?: Wrong[];
  headers?: Record<string, string>;
};

/** The answer to a request that cannot be met. */
export function problem({ status, code, detail, errors, headers = {} }: Problem): Response {
  const title = STATUS_CODES[status] ?? "Error";
  const body: z.infer<typeof problemSchema> = {
    ...{ type: "about:blank", title, status, code, detail },
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": problemType },
  });
}

type Said = Omit<Problem, "detail"> & {
  params?: Record<string, string | number>;
  /** Where the texts have no sentence for the code. */
  otherwise?: string;
};

/** The same in the caller's language. */
export function sayProblem(context: Context, said: Said): Response {
  const { params = {}, otherwise = "", ...rest } = said;
  const language = requestedLanguage(context.req.header("accept-language"));
  const detail = textsFor(language).api.problems[said.code]?.(params) ?? otherwise;
  const headers = { "content-language": language, ...said.headers };
  return problem({ ...rest, detail, headers });
}

/** A refusal that has a status of its own, and may name several fields. */
export class Refusal extends Refused {
  readonly status: number;
  readonly errors: Wrong[] | undefined;

  constructor(
    status: number,
    code: string,
    {
      params = {},
      errors,
      message = code,
    }: { params?: Refused["params"]; errors?: Wrong[]; message?: string } = {},
  ) {
    super(code, message, params);
    this.status = status;
    this.errors = errors;
  }
}

/** The last catch: our errors become their status, anything else is a bug, logged here and only here. */
export function onProblem(log: WebLog) {
  return (error: Error, context: Context): Response => {
    if (error instanceof Refusal) return refuse(context, error.status, error);
    if (error instanceof NotFound) return refuse(context, 404, error);
    if (error instanceof Refused) return refuse(context, 400, error);
    if (error instanceof RetryLater) return retryLater(context, error);
    log.error({ err: error, method: context.req.method }, "A request failed");
    return sayProblem(context, { status: 500, code: "internal" });
  };
}

function refuse(context: Context, status: number, error: Refused | NotFound): Response {
  const { code, params, message } = error;
  const errors = error instanceof Refusal ? error.errors : undefined;
  return sayProblem(context, {
    ...{ status, code, params, otherwise: message },
    ...(errors ? { errors } : {}),
    ...(code === "in_flight" ? { headers: { "retry-after": "1" } } : {}),
  });
}

function retryLater(context: Context, { afterMs }: RetryLater): Response {
  const seconds = Math.max(1, Math.ceil(afterMs / 1_000));
  const headers = { "retry-after": `${seconds}` };
  return sayProblem(context, { status: 503, code: "busy", params: { seconds }, headers });
}
