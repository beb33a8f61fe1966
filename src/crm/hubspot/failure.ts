// What HubSpot's errors mean: developers.hubspot.com/docs/api/error-handling.
import { z } from "zod";
import { away, busy, failureOf } from "../call.ts";

const detail = z.object({
  message: z.string().optional(),
  context: z.record(z.string(), z.array(z.string())).optional(),
});
const exception = z.object({
  code: z.number(),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()).optional(),
});
const body = z.object({
  message: z.string().optional(),
  policyName: z.string().optional(),
  errors: z.array(detail).optional(),
});

/** A change that HubSpot does not accept. */
export class HubSpotRefusal extends Error {
  override name = "HubSpotRefusal";
  readonly field: string | null;

  constructor(message: string, field: string | null) {
    super(message);
    this.field = field;
  }
}

/** An error of the SDK as one of ours; what is about the change itself is a HubSpotRefusal. */
export function toFailure(error: unknown): Error {
  const known = exception.safeParse(error);
  if (!known.success) return away(`HubSpot did not answer: ${nameOf(error)}`);
  const { code, headers = {} } = known.data;
  const said = bodyOf(known.data.body);
  const message = `HubSpot ${code}: ${said.message ?? "no message"}`;
  // The daily limit ends at midnight of the account; asking once an hour is soon enough.
  if (code === 429 && said.policyName === "DAILY") return busy(message, 3_600_000);
  const outside = failureOf(code, { message, retryAfter: headers["retry-after"] });
  return outside ?? toRefusal(said);
}

function bodyOf(raw: unknown): z.output<typeof body> {
  const read = typeof raw === "string" ? parse(raw) : raw;
  const known = body.safeParse(read);
  return known.success ? known.data : {};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** The property stands in the details, or inside the sentence as JSON. */
function toRefusal({ message = "not valid", errors = [] }: z.output<typeof body>): HubSpotRefusal {
  const named = errors.flatMap(({ context }) => context?.propertyName ?? [])[0];
  const inside = /"name":"([^"]+)"/.exec(message)?.[1];
  const said = /"message":"([^"]+)"/.exec(message)?.[1];
  return new HubSpotRefusal(said ?? errors[0]?.message ?? message, named ?? inside ?? null);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
