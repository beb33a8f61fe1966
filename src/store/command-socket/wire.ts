// What goes over the command socket: one JSON value per line; a request, then any number of {progress} lines,
// then one {result} or {error}.
import { z } from "zod";
import { NotFound, Refused, RetryLater } from "../../core/errors.ts";

/** The longest request; commands pass paths, not files. */
export const maxRequestBytes = 1_000_000;

const request = z.object({ command: z.string(), args: z.unknown() });

/** One command with its arguments, as the command line read them. */
export type CommandRequest = z.infer<typeof request>;

const failure = z.object({
  kind: z.enum(["refused", "not_found", "retry_later", "bug"]),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  afterMs: z.number().optional(),
  ambiguous: z.boolean().optional(),
});
type Failure = z.infer<typeof failure>;

const answer = z.object({
  progress: z.unknown().optional(),
  result: z.unknown().optional(),
  error: failure.optional(),
});

/** One line of an answer. Exactly one of the three is there. */
export type Answer = z.infer<typeof answer>;

/** A value as one line. Throws on what JSON cannot hold. */
export function renderLine(value: CommandRequest | Answer): string {
  return `${JSON.stringify(value)}\n`;
}

/** Reads a request. Throws Refused `request_malformed`. */
export function parseRequest(line: string): CommandRequest {
  try {
    return request.parse(JSON.parse(line));
  } catch {
    throw new Refused("request_malformed", "The request is not a JSON line with a command.");
  }
}

/** Reads one line of an answer. */
export function parseAnswer(line: string): Answer {
  return answer.parse(JSON.parse(line));
}

/** An error as it is told to the other process; undefined for a bug, whose details stay here. */
export function toFailure(error: unknown): Failure | undefined {
  if (error instanceof Refused || error instanceof NotFound) {
    const kind = error instanceof Refused ? "refused" : "not_found";
    return { kind, code: error.code, message: error.message, params: error.params };
  }
  if (!(error instanceof RetryLater)) return undefined;
  const { message, afterMs, ambiguous } = error;
  return { kind: "retry_later", code: "retry_later", message, afterMs, ambiguous };
}

/** What the other process is told about a bug. */
export const bugFailure: Failure = {
  kind: "bug",
  code: "bug",
  message: "Something went wrong inside Ringside; its log has the details.",
};

/** The error that the other process met, to be thrown again here. */
export function fromFailure({ kind, code, message, params, ...retry }: Failure): Error {
  if (kind === "refused") return new Refused(code, message, params);
  if (kind === "not_found") return new NotFound(code, message, params);
  if (kind === "bug") return new Error(message);
  const { afterMs = 1_000, ambiguous = false } = retry;
  return new RetryLater(message, { afterMs, ambiguous });
}

type LineReader = {
  onLine(line: string): void;
  /** A longer line is not collected; `onTooLong` is called once and nothing afterwards. */
  maxBytes?: number;
  onTooLong?(): void;
};

/** Makes lines of the chunks of a stream; feed it every chunk. */
export function createLineReader({
  onLine,
  maxBytes = Number.POSITIVE_INFINITY,
  onTooLong,
}: LineReader): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    let rest = chunk;
    for (let end = rest.indexOf("\n"); end >= 0 && size <= maxBytes; end = rest.indexOf("\n")) {
      onLine(Buffer.concat([...parts, rest.subarray(0, end)]).toString());
      parts = [];
      size = 0;
      rest = rest.subarray(end + 1);
    }
    if (size > maxBytes) return;
    parts.push(rest);
    size += rest.length;
    if (size <= maxBytes) return;
    parts = [];
    onTooLong?.();
  };
}
