// Where touches arrive over HTTP: read, verify, parse, append, and only then acknowledge.
import { type Context, Hono } from "hono";
import { byName } from "../../core/by-name.ts";
import { Refused, RetryLater } from "../../core/errors.ts";
import type { Delivery, Parsed, TouchSource } from "../../core/journey/touch-source.ts";
import type { Clock } from "../../core/ports.ts";
import type { Count } from "../metrics.ts";
import { problem } from "../problem.ts";
import { createRateLimit } from "../rate-limit.ts";
import { allowOrigin, preflight } from "./cross-origin.ts";
import { createDelivery, headersOf } from "./delivery.ts";
import { readBody } from "./read-body.ts";
import { createRound } from "./round.ts";

/** A source that is switched on, with what proves a delivery is its own. */
export type OpenSource = { source: TouchSource; secret: string };

export type TouchRoutesOptions = {
  sources: OpenSource[];
  /** Stores what a delivery held; resolves when it is on disk. */
  takeIn(source: string, parsed: Parsed, receivedAt: number): Promise<unknown>;
  clock: Clock;
  deliveries: Count<"source" | "result">;
  /** How the outside calls this listener, without a path; by default as the request says. */
  publicUrl?: string | undefined;
};

/** Routes for every source that is on; the others' paths do not exist. */
export function createTouchRoutes(options: TouchRoutesOptions): Hono {
  const app = new Hono();
  const allRead = createRound();
  for (const open of options.sources) {
    const handle = createHandler({ open, options, allRead });
    for (const path of open.source.paths) {
      app.post(path, handle);
      if (open.source.probed) app.on(["GET", "HEAD"], path, (context) => context.text("ok"));
      if (open.source.origins) app.options(path, preflight(open.source.origins));
    }
  }
  return app;
}

type Handler = (context: Context) => Promise<Response>;

function createHandler(handling: Omit<Taking, "limits">): Handler {
  const { source } = handling.open;
  const { clock, deliveries } = handling.options;
  const limits = createLimits(source, clock);
  const taking = { ...handling, limits };
  return async (context) => {
    const answer = await take(context, taking).catch(refuse);
    deliveries.inc({ source: source.id, result: answer.result });
    return allowOrigin(answer.response, context, source.origins);
  };
}

type Answer = { result: string; response: Response };
type Taking = {
  open: OpenSource;
  options: TouchRoutesOptions;
  limits: Limits;
  /** Resolves when what has come by now of all requests is read. */
  allRead(): Promise<void>;
};

async function take(context: Context, taking: Taking): Promise<Answer> {
  const { open, options, limits, allRead } = taking;
  const { source, secret } = open;
  const header = headersOf(context);
  checkType(header("content-type"), source);
  const body = await readBody(context.req.raw, { header, maxBytes: source.maxBytes });
  await allRead();
  const delivery = createDelivery(context, { body, ...options });
  checkVerdict(source, delivery, secret);
  const parsed = source.parse(delivery);
  const waitMs = limits(parsed.rateKey);
  if (waitMs > 0) throw new TooFast(waitMs);
  await options.takeIn(source.id, parsed, delivery.receivedAt);
  return { result: "accepted", response: acknowledge(source, delivery, parsed) };
}

function checkType(given: string | undefined, { mediaTypes }: TouchSource): void {
  const [mediaType = ""] = (given ?? "").toLowerCase().split(";");
  if (mediaTypes.includes(mediaType.trim())) return;
  throw new Refused("wrong_type", `Send ${mediaTypes.join(" or ")}, and say so in Content-Type.`);
}

function checkVerdict(source: TouchSource, delivery: Delivery, secret: string): void {
  const verdict = source.verify(delivery, secret);
  if (verdict === "ok") return;
  const why = {
    unsigned:
      "The signature or key is missing or wrong. docs/touch-sources.md says which one is needed.",
    stale:
      "The signature is older than five minutes. Check both clocks; an old delivery is not taken again.",
  };
  throw new Refused(verdict, why[verdict]);
}

function acknowledge({ answer }: TouchSource, delivery: Delivery, parsed: Parsed): Response {
  if (!answer) return new Response(null, { status: 204 });
  const { mediaType, body } = answer(delivery, parsed);
  return new Response(body, { headers: { "content-type": mediaType } });
}

/** A source, or one it speaks for, sends faster than it may. */
class TooFast extends RetryLater {
  constructor(afterMs: number) {
    super("This source sends too fast.", { afterMs });
  }
}

const statuses: Record<string, number> = byName({
  unsigned: 401,
  stale: 401,
  too_large: 413,
  wrong_type: 415,
});

/** What a refused delivery is answered, and counted as; a bug goes on to the log. */
function refuse(error: unknown): Answer {
  if (error instanceof Refused) {
    const { code, message: detail } = error;
    const status = statuses[code] ?? 400;
    // What was not read of a body must not be taken for the next request.
    const headers: Record<string, string> = status === 413 ? { connection: "close" } : {};
    return { result: code, response: problem({ status, code, detail, headers }) };
  }
  if (error instanceof RetryLater) return refuseForNow(error);
  throw error;
}

function refuseForNow(error: RetryLater): Answer {
  const seconds = Math.max(1, Math.ceil(error.afterMs / 1_000));
  const [status, code, why] =
    error instanceof TooFast
      ? ([429, "too_fast", "This source sends too fast."] as const)
      : ([503, "busy", "Ringside cannot store this now. Nothing of it was kept."] as const);
  const detail = `${why} Send it again in ${seconds} s.`;
  const headers = { "retry-after": `${seconds}` };
  return { result: code, response: problem({ status, code, detail, headers }) };
}

/** How long to wait, by the source's own rate and that of each it speaks for. */
type Limits = (rateKey: string | undefined) => number;

function createLimits({ id, rate, rateEach }: TouchSource, clock: Clock): Limits {
  const all = rate ? createRateLimit(clock, rate) : () => 0;
  const each = rateEach ? createRateLimit(clock, rateEach) : () => 0;
  return (rateKey) => (rateKey === undefined ? 0 : each(rateKey)) || all(id);
}
