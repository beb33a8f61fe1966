// Signed HTTP: a Request in, a Response out, and between them the workspace it is for.
import { isValidSlackRequest } from "@slack/bolt";
import type { Clock } from "../../../core/ports.ts";
import { readUpTo } from "../files.ts";
import { limits, times } from "../limits.ts";
import type { Log } from "./bolt-log.ts";
import { findOwner, type Owner } from "./dispatch.ts";

/** One workspace of an app that Slack calls. */
export type SignedApp = Owner & { signingSecret: string };

export type HttpOptions = { clock: Clock; log: Log; count(what: string): void };

type Body = Record<string, unknown>;
type Arrived = { text: string; headers: Headers };

/** Why a request was refused, and with what. */
const refusals = {
  "unknown-path": 404,
  "unknown-method": 405,
  oversized: 413,
  unreadable: 400,
  "stale-timestamp": 401,
  "wrong-signature": 401,
  malformed: 400,
  "unknown-workspace": 403,
  "foreign-app": 403,
  "not-connected": 503,
  "not-kept": 500,
} as const satisfies Record<string, number>;

/** The one endpoint of all apps. A refusal is counted, and says nothing about its reason but its status. */
export function createFetch(
  apps: SignedApp[],
  options: HttpOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const answer = await answerTo(request, apps, options);
    if (answer instanceof Response) return answer;
    options.count(answer);
    return refuse(answer);
  };
}

function refuse(why: keyof typeof refusals): Response {
  const code = refusals[why];
  const headers: Record<string, string> = {
    ...(code === 405 ? { allow: "POST" } : {}),
    // Sent again it would be refused again.
    ...(code === 400 || code === 403 ? { "x-slack-no-retry": "1" } : {}),
  };
  return new Response(null, { status: code, headers });
}

async function answerTo(
  request: Request,
  apps: SignedApp[],
  { clock, log }: HttpOptions,
): Promise<Response | keyof typeof refusals> {
  const arrived = await read(request);
  if (typeof arrived === "string") return arrived;
  const now = clock();
  if (!arrived.headers.has("x-slack-signature")) return "wrong-signature";
  if (!isFresh(arrived, now)) return "stale-timestamp";
  const signers = apps.filter((one) => isSigned(arrived, one.signingSecret, now));
  if (signers.length === 0) return "wrong-signature";

  const body = parseBody(arrived.text);
  if (!body) return "malformed";
  if (body.ssl_check === "1") return new Response();
  if (body.type === "url_verification") return Response.json({ challenge: String(body.challenge) });
  const found = findOwner(body, signers);
  if ("refusal" in found) return found.refusal;
  return take(found.owner, { body, retryNum: retryOf(arrived.headers) }).catch((error: unknown) => {
    log.warn({ err: error }, "an event was not kept, so Slack sends it again");
    return "not-kept" as const;
  });
}

async function read(request: Request): Promise<Arrived | keyof typeof refusals> {
  const { headers, method, url } = request;
  if (!/^(\/slack)?\/events\/?$/.test(new URL(url).pathname)) return "unknown-path";
  if (method !== "POST") return "unknown-method";
  if (Number(headers.get("content-length")) > limits.request) return "oversized";
  const bytes = await readUpTo(request, limits.request).catch(() => null);
  if (bytes === null) return "unreadable";
  return bytes ? { text: new TextDecoder().decode(bytes), headers } : "oversized";
}

/** What is old is a replay; what claims to come from the future is no better. */
function isFresh({ headers }: Arrived, now: number): boolean {
  const timestamp = timestampOf(headers);
  return Number.isInteger(timestamp) && Math.abs(timestamp * 1000 - now) <= times.staleMs;
}

function isSigned({ text, headers }: Arrived, signingSecret: string, now: number): boolean {
  return isValidSlackRequest({
    signingSecret,
    body: text,
    headers: {
      "x-slack-signature": headers.get("x-slack-signature") ?? "",
      "x-slack-request-timestamp": timestampOf(headers),
    },
    nowMilliseconds: now,
  });
}

function timestampOf(headers: Headers): number {
  return Number(headers.get("x-slack-request-timestamp") ?? Number.NaN);
}

/**
 * Events are JSON; interactions a form with JSON in `payload`; slash commands a flat form. Signed as it is, what it
 * looks like counts more than what its header calls it.
 */
function parseBody(text: string): Body | undefined {
  try {
    if (/^\s*[{[]/.test(text)) return toObject(JSON.parse(text));
    const form = Object.fromEntries(new URLSearchParams(text));
    return form.payload === undefined ? form : toObject(JSON.parse(form.payload));
  } catch {
    return undefined;
  }
}

function toObject(value: unknown): Body | undefined {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Body) : undefined;
}

function retryOf(headers: Headers): number | undefined {
  return Number(headers.get("x-slack-retry-num")) || undefined;
}

/** Answers at the acknowledgement; what the listeners do after it goes on. */
function take(app: SignedApp, arrived: { body: Body; retryNum: number | undefined }) {
  const { body, retryNum } = arrived;
  return new Promise<Response>((resolve, reject) => {
    const ack = async (answer?: unknown) => resolve(toResponse(answer));
    const taken = app.take({ body, ack, ...(retryNum ? { retryNum } : {}) });
    taken.then(() => resolve(new Response()), reject);
  });
}

function toResponse(answer: unknown): Response {
  if (answer === undefined || answer === "") return new Response();
  return typeof answer === "string" ? new Response(answer) : Response.json(answer);
}
