// One delivery: signed as Standard Webhooks says, to the address that was agreed to and no other.
import { type LookupAddress, lookup as lookUp } from "node:dns";
import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Webhook } from "standardwebhooks";
import { Refused } from "../../core/errors.ts";
import type { Attempt, Delivery, PostWebhook } from "../../core/webhooks/services.ts";
import { hostOf } from "./check-url.ts";
import { isPrivateAddress } from "./private-address.ts";

export type PostOptions = {
  /** Opens the secret of a webhook; throws Refused where it cannot. */
  open(sealed: string, id: string): string;
  /** By default as this machine asks. */
  resolve?: Resolve;
  timeoutMs?: number;
};

/** Every address of a name. */
export type Resolve = (
  name: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const ask: Resolve = (name, answer) => lookUp(name, { all: true }, answer);

export function createPostWebhook({
  open,
  resolve = ask,
  timeoutMs = 15_000,
}: PostOptions): PostWebhook {
  return async (delivery) => {
    const { webhook } = delivery;
    const url = new URL(webhook.url);
    const isLiteral = isIP(hostOf(url)) > 0;
    if (!webhook.allowPrivate && isLiteral && isPrivateAddress(hostOf(url))) return inside;
    try {
      const headers = sign(delivery, open(webhook.secret, webhook.id));
      const lookup = webhook.allowPrivate ? {} : { lookup: guard(resolve) };
      const signal = AbortSignal.timeout(timeoutMs);
      return await send(url, delivery.body, { headers, ...lookup, signal, agent: false });
    } catch (error) {
      return { status: null, error: reasonOf(error, timeoutMs) };
    }
  };
}

const inside: Attempt = { status: null, error: "the address is of an inner network" };

function sign({ id, at, body }: Delivery, secret: string): Record<string, string> {
  const seconds = Math.floor(at / 1_000);
  return {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Ringside",
    "webhook-id": id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": new Webhook(secret).sign(id, new Date(seconds * 1_000), body),
  };
}

/**
 * Looks at the very addresses that are connected to: a name that was public when it was given, or a moment ago, and is
 * not now gets nothing.
 */
function guard(resolve: Resolve): LookupFunction {
  return (name, options, answer) => {
    resolve(name, (error, addresses) => {
      const problem = error ?? problemOf(addresses);
      if (problem) return answer(problem, "");
      return answerWith(addresses, { isAll: options.all === true, answer });
    });
  };
}

type Answering = { isAll: boolean; answer: Parameters<LookupFunction>[2] };

/** Node asks for every address of a name, or for one. */
function answerWith(addresses: LookupAddress[], { isAll, answer }: Answering): void {
  const [first] = addresses;
  if (isAll || !first) answer(null, addresses);
  else answer(null, first.address, first.family);
}

function problemOf(addresses: readonly LookupAddress[]): Error | undefined {
  if (addresses.length === 0) return new Error("no address");
  return addresses.some(({ address }) => isPrivateAddress(address)) ? new InsideError() : undefined;
}

class InsideError extends Error {}

function send(url: URL, body: string, options: RequestOptions): Promise<Attempt> {
  const { request } = url.protocol === "http:" ? http : https;
  return new Promise((settle, fail) => {
    const sent = request(url, { ...options, method: "POST" }, (response) => {
      // Redirects are answers like others here, and nothing of a body is of interest.
      settle({ status: response.statusCode ?? 0, retryAfterMs: retryAfterOf(response) });
      response.destroy();
    });
    sent.on("error", fail);
    sent.end(body);
  });
}

/** Seconds, as all who limit rates write it; a date is rare, and then the usual wait serves. */
function retryAfterOf({ headers }: IncomingMessage): number | null {
  const seconds = Number(headers["retry-after"] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

function reasonOf(error: unknown, timeoutMs: number): string {
  if (error instanceof InsideError) return "the address is of an inner network";
  if (error instanceof Refused) return error.message;
  if (!(error instanceof Error)) return "no answer";
  if (error.name === "TimeoutError" || error.name === "AbortError") {
    return `no answer within ${timeoutMs / 1_000} s`;
  }
  return (error as NodeJS.ErrnoException).code ?? error.message.slice(0, 200);
}
