// Errors as answers: RFC 9457 problem details with our code and a sentence that says what to do.
import { STATUS_CODES } from "node:http";
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { NotFound, Refused, RetryLater } from "../core/errors.ts";

/** The body of every error answer. */
export const problemSchema = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string().openapi({ description: "The HTTP status in words." }),
    status: z.int(),
    code: z.string().openapi({ description: "What happened, for programs. Codes do not change." }),
    detail: z.string().openapi({ description: "What happened and what to do, for people." }),
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
  headers?: Record<string, string>;
};

/** The answer to a request that cannot be met. */
export function problem({ status, code, detail, headers = {} }: Problem): Response {
  const title = STATUS_CODES[status] ?? "Error";
  const body: z.infer<typeof problemSchema> = { type: "about:blank", title, status, code, detail };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "content-type": problemType },
  });
}

/** The last catch: our errors become their status, anything else is a bug, logged here and only here. */
export function onProblem(log: WebLog) {
  return (error: Error, context: Context): Response => {
    if (error instanceof NotFound) return refuse(404, error);
    if (error instanceof Refused) return refuse(400, error);
    if (error instanceof RetryLater) return retryLater(error);
    log.error({ err: error, method: context.req.method }, "A request failed");
    const detail = "Something went wrong in Ringside. The operator finds it in the log.";
    return problem({ status: 500, code: "internal", detail });
  };
}

const refuse = (status: number, { code, message }: Refused | NotFound) =>
  problem({ status, code, detail: message });

function retryLater({ afterMs }: RetryLater): Response {
  const seconds = Math.max(1, Math.ceil(afterMs / 1_000));
  const detail = `Ringside is busy. Try again in ${seconds} s.`;
  return problem({ status: 503, code: "busy", detail, headers: { "retry-after": `${seconds}` } });
}
