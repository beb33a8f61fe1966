// Signed HTTP: a Request in, a Response out, and between them Bolt's processEvent.
import { type App, isValidSlackRequest, type Receiver } from "@slack/bolt";
import type { Clock } from "../../core/ports.ts";
import { readUpTo } from "./files.ts";
import { limits, times } from "./limits.ts";

export type HttpReceiver = Receiver & {
  /** Whether this app's secret signed it, lately. */
  verify(signed: Signed): boolean;
  /** Works on a verified body and answers with its acknowledgement. */
  handle(body: Record<string, unknown>, headers: Headers): Promise<Response>;
};

type Signed = { text: string; headers: Headers };

export function createHttpReceiver(options: { signingSecret: string; clock: Clock }): HttpReceiver {
  let app: App | undefined;
  return {
    init(given) {
      app = given;
    },
    start: async () => {},
    stop: async () => {},
    verify: (signed) => verify(signed, options),
    handle: (body, headers) => (app ? process(app, body, headers) : Promise.resolve(status(503))),
  };
}

/** The one endpoint of all apps: the one whose secret signed a request gets it. */
export async function fetchSlack(request: Request, receivers: HttpReceiver[]): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (!/^(\/slack)?\/events\/?$/.test(pathname)) return status(404);
  if (request.method !== "POST") return status(405, { allow: "POST" });
  if (Number(request.headers.get("content-length")) > limits.request) return status(413);
  const bytes = await readUpTo(request, limits.request).catch(() => null);
  if (bytes === null) return status(400);
  if (!bytes) return status(413);

  const { headers } = request;
  const text = new TextDecoder().decode(bytes);
  const receiver = receivers.find((one) => one.verify({ text, headers }));
  if (!receiver) return status(401);
  const body = parseBody(text, headers.get("content-type") ?? "");
  if (!body) return status(400);
  if (body.ssl_check === "1") return status(200);
  if (body.type === "url_verification") return Response.json({ challenge: String(body.challenge) });
  return receiver.handle(body, headers);
}

function verify(
  { text, headers }: Signed,
  { signingSecret, clock }: { signingSecret: string; clock: Clock },
): boolean {
  const signature = headers.get("x-slack-signature") ?? "";
  const timestamp = Number(headers.get("x-slack-request-timestamp") ?? Number.NaN);
  const now = clock();
  // Bolt refuses what is old; what claims to come from the future is no better.
  if (!Number.isInteger(timestamp) || timestamp * 1000 - now > times.staleMs) return false;
  return isValidSlackRequest({
    signingSecret,
    body: text,
    headers: { "x-slack-signature": signature, "x-slack-request-timestamp": timestamp },
    nowMilliseconds: now,
  });
}

/** Events are JSON; interactions a form with JSON in `payload`; slash commands a flat form. */
function parseBody(text: string, contentType: string): Record<string, unknown> | undefined {
  try {
    if (!contentType.includes("form")) return toObject(JSON.parse(text));
    const form = Object.fromEntries(new URLSearchParams(text));
    return form.payload === undefined ? form : toObject(JSON.parse(form.payload));
  } catch {
    return undefined;
  }
}

function toObject(value: unknown): Record<string, unknown> | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Record<string, unknown>) : undefined;
}

/** Answers at the acknowledgement; what the listeners do after it goes on. */
function process(app: App, body: Record<string, unknown>, headers: Headers): Promise<Response> {
  const retryNum = Number(headers.get("x-slack-retry-num")) || undefined;
  return new Promise((resolve) => {
    const ack = async (answer?: unknown) => resolve(toResponse(answer));
    app.processEvent({ body, ack, ...(retryNum ? { retryNum } : {}) }).then(
      () => resolve(status(200)),
      () => resolve(status(500)),
    );
  });
}

function toResponse(answer: unknown): Response {
  if (answer === undefined || answer === "") return status(200);
  return typeof answer === "string" ? new Response(answer) : Response.json(answer);
}

function status(code: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: code, headers });
}
