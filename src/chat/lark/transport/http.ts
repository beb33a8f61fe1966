// Lark's calls to our public address. Our own, on the raw bytes: the SDK's adapter checks no token, answers refusals
// with 200, and hangs on a wrong path.
import { createHash, timingSafeEqual } from "node:crypto";
import { AESCipher } from "@larksuiteoapi/node-sdk";
import { z } from "zod";
import { within } from "../../../within.ts";
import type { LarkOptions } from "../connection.ts";
import type { Connected, HandleEnvelope } from "../events.ts";
import { limits } from "../limits.ts";

/** Where Lark posts events and callbacks alike. */
export const callbackPath = "/lark/callback";

export type CallbackOptions = Pick<LarkOptions, "clock" | "log" | "count" | "answerMs"> & {
  /** Those in HTTP mode; each has an encrypt key and a verification token. */
  connected: () => Connected[];
  handle: HandleEnvelope;
};

/** Answers every request: refusals with their status and a word, counted. */
export function createCallback(options: CallbackOptions): (request: Request) => Promise<Response> {
  const { count, log } = options;
  return async (request) => {
    try {
      return Response.json(await answer(request, options));
    } catch (error) {
      if (error instanceof Unaccepted) {
        count?.(`refused-${error.message}`);
        return Response.json({ error: error.message }, { status: error.status });
      }
      log.error({ err: error }, "an event of Lark was not taken; Lark delivers it again");
      return Response.json({ error: "later" }, { status: 500 });
    }
  };
}

/** A request that is not Lark's, or not as we agreed with Lark. */
class Unaccepted extends Error {
  readonly status: number;

  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}

async function answer(request: Request, options: CallbackOptions): Promise<object> {
  if (new URL(request.url).pathname !== callbackPath) throw new Unaccepted(404, "path");
  if (request.method !== "POST") throw new Unaccepted(405, "method");
  const body = await readInTime(request, options);
  const { encrypt } = check(encryptedShape, parseJson(body), "plaintext", 401);
  const signed = readSignature(request, options);
  if (!signed) return answerTest(encrypt, options);
  const connected = options.connected().find((one) => isSignedFor(one, signed, body));
  if (!connected) throw new Unaccepted(401, "signature");
  const envelope = decrypt(encrypt, connected);
  if (envelope === undefined) throw new Unaccepted(400, "undecipherable");
  checkToken(envelope, connected);
  const challenge = challengeShape.safeParse(envelope);
  if (challenge.success) return { challenge: challenge.data.challenge };
  checkApp(envelope, connected);
  return options.handle(envelope, connected);
}

/** Only Lark's test of the address may come unsigned. */
function answerTest(encrypt: string, { connected }: CallbackOptions): object {
  for (const one of connected()) {
    const test = challengeShape.safeParse(decrypt(encrypt, one));
    if (!test.success) continue;
    checkToken(test.data, one);
    return { challenge: test.data.challenge };
  }
  throw new Unaccepted(401, "unsigned");
}

const encryptedShape = z.object({ encrypt: z.string().min(1) });
const challengeShape = z.object({
  type: z.literal("url_verification"),
  challenge: z.string(),
  token: z.string(),
});
const tokenShape = z.union([
  z.object({ header: z.object({ token: z.string() }) }).transform(({ header }) => header.token),
  z.object({ token: z.string() }).transform(({ token }) => token),
]);
const appShape = z.object({ header: z.object({ app_id: z.string() }) });

/** A sender that trickles is dropped when Lark itself would have given up. */
async function readInTime(
  request: Request,
  { answerMs = limits.answerMs }: CallbackOptions,
): Promise<Buffer> {
  const body = await within(readBody(request), answerMs);
  if (!body) throw new Unaccepted(408, "slow");
  return body;
}

async function readBody(request: Request): Promise<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.callback)
    throw new Unaccepted(413, "size");
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limits.callback) throw new Unaccepted(413, "size");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new Unaccepted(400, "json");
  }
}

function check<Value>(shape: z.ZodType<Value>, input: unknown, why: string, status: number): Value {
  const result = shape.safeParse(input);
  if (result.success) return result.data;
  throw new Unaccepted(status, why);
}

type Signature = { timestamp: string; nonce: string; signature: string };

/** What the headers claim; a time too far from now is refused before anything is computed. */
function readSignature({ headers }: Request, { clock }: CallbackOptions): Signature | undefined {
  const timestamp = headers.get("x-lark-request-timestamp") ?? "";
  const nonce = headers.get("x-lark-request-nonce") ?? "";
  const signature = headers.get("x-lark-signature") ?? "";
  if (!signature) return undefined;
  const age = clock() - Number(timestamp) * 1_000;
  const isFresh = age <= limits.callbackAgeMs && age >= -limits.callbackAheadMs;
  if (!isFresh) throw new Unaccepted(401, "timestamp");
  return { timestamp, nonce, signature };
}

/** sha256 of timestamp, nonce, key and the body as it came, in hexadecimal. */
function isSignedFor(
  { encryptKey = "" }: Connected,
  signed: Signature | undefined,
  body: Buffer,
): boolean {
  if (!signed || !encryptKey) return false;
  const { timestamp, nonce, signature } = signed;
  const hash = createHash("sha256")
    .update(timestamp + nonce + encryptKey)
    .update(body)
    .digest("hex");
  return isSame(hash, signature.toLowerCase());
}

function checkToken(envelope: unknown, { verificationToken = "" }: Connected): void {
  const token = check(tokenShape, envelope, "token", 401);
  if (!verificationToken || !isSame(verificationToken, token)) throw new Unaccepted(401, "token");
}

function checkApp(envelope: unknown, { appId }: Connected): void {
  const app = appShape.safeParse(envelope);
  // Events of the first version name their app elsewhere; none of them is ours, and they are ignored later.
  if (app.success && app.data.header.app_id !== appId) throw new Unaccepted(403, "foreign-app");
}

function decrypt(encrypt: string, { encryptKey = "" }: Connected): unknown {
  try {
    return JSON.parse(new AESCipher(encryptKey).decrypt(encrypt));
  } catch {
    return undefined;
  }
}

function isSame(expected: string, given: string): boolean {
  const [a, b] = [expected, given].map((text) => createHash("sha256").update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
