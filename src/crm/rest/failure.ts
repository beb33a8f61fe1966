// What the answers of a REST API mean: by their status, and by the code inside them where the file names its place.
import { away, busy, failureOf, refusedKeys } from "../call.ts";
import type { RestSettings } from "./schema.ts";
import { at } from "./template.ts";

/** A change, or a question, that the API does not accept. */
export class RestRefusal extends Error {
  override name = "RestRefusal";
  readonly field: string | null;
  readonly status: number;

  constructor(message: string, about: { field: string | null; status: number }) {
    super(message);
    this.field = about.field;
    this.status = about.status;
  }
}

/** An error of the call itself. */
export function toFailure(error: unknown): Error {
  if (error instanceof RestRefusal) return error;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return away(`no answer: ${cause instanceof Error ? cause.message : String(cause)}`);
}

/** Throws what an answer says went wrong. */
export function checkAnswer(
  { status, headers }: Response,
  answer: unknown,
  { errors, label }: RestSettings,
): void {
  const said = errors ? at(answer, errors.said) : undefined;
  const message = `${label} ${status}: ${text(said ?? answer)}`;
  const outside = failureOf(status, { message, retryAfter: headers.get("retry-after") });
  if (outside) throw outside;
  if (errors) checkCode(answer, { ...errors, message });
  const field = errors?.field ? at(answer, errors.field) : null;
  if (status >= 400) throw new RestRefusal(text(said ?? answer), { field: asField(field), status });
}

type Checking = NonNullable<RestSettings["errors"]> & { message: string };

function checkCode(answer: unknown, { at: place, ok, auth, busy: full, ...rest }: Checking): void {
  const raw = at(answer, place);
  const code = raw === undefined || raw === null ? ok : String(raw);
  if (code === ok) return;
  if (auth.includes(code)) throw refusedKeys(rest.message);
  if (full.includes(code)) throw busy(rest.message);
  const field = asField(rest.field ? at(answer, rest.field) : null);
  throw new RestRefusal(text(at(answer, rest.said)), { field, status: 200 });
}

const asField = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
const text = (value: unknown) =>
  (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 300);
