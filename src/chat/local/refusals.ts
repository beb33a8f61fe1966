// What a person reads when something cannot be done, by the kind of error (src/core/errors.ts).
import { NotFound, Refused, RetryLater } from "../../core/errors.ts";
import type { Texts } from "../../core/text/en.ts";
import { limits, uploadMegabytes } from "./limits.ts";

export type Refusal = { status: 400 | 404 | 413 | 500 | 503; sentence: string };

/** The sentence and HTTP status for an error, in the reader's language. */
export function toRefusal(error: unknown, { local }: Texts): Refusal {
  const { refusals } = local;
  const code = error instanceof Refused || error instanceof NotFound ? error.code : "";
  const known: Record<string, Refusal> = {
    "local.text-too-long": { status: 400, sentence: refusals.textTooLong(limits.text) },
    "local.file-too-big": { status: 413, sentence: refusals.fileTooBig(uploadMegabytes) },
    "local.nothing-said": { status: 400, sentence: refusals.nothingSaid },
    "local.bad-request": { status: 400, sentence: refusals.badRequest },
    "local.unknown-person": { status: 404, sentence: refusals.unknownPerson },
    "local.not-found": { status: 404, sentence: refusals.notFound },
  };
  return known[code] ?? { status: statusOf(error), sentence: refusals.failed };
}

function statusOf(error: unknown): Refusal["status"] {
  if (error instanceof Refused) return 400;
  if (error instanceof NotFound) return 404;
  return error instanceof RetryLater ? 503 : 500;
}
