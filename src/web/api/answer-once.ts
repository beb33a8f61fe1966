// A write answers once: asked again with the same Idempotency-Key it is not done again, and says what it said
// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
import { createHash } from "node:crypto";
import { dayMs } from "../../core/durations.ts";
import type { ApiAnswer } from "../../core/facts.ts";
import type { Unit } from "../../core/ports.ts";
import { Refusal } from "../problem.ts";
import type { ApiServices } from "./services.ts";

export type Answer = { status: 200 | 201 | 204; body: unknown; location?: string | undefined };
export type WriteEffect = (unit: Unit) => Promise<Answer>;

export type Asked = {
  keyId: string;
  /** As it came; undefined: done again whenever it is asked again. */
  idempotencyKey: string | undefined;
  /** Method, path and body: what has to be the same for the answer to be. */
  request: string;
  /** The answer holds a secret, and is kept sealed. */
  isSecret: boolean;
};

/** How long an answer is kept. */
const keptMs = dayMs;
const mostRemoved = 100;

export type AnswerOnce = (asked: Asked, prepare: () => Promise<WriteEffect>) => Promise<Response>;

export function createAnswerOnce({
  store,
  clock,
  secrets,
}: Pick<ApiServices, "store" | "clock" | "secrets">): AnswerOnce {
  // One process owns the data folder: what is under way is known here, and forgotten with the process as it is undone.
  const inFlight = new Set<string>();
  const answer = async (asked: Asked, id: string, prepare: () => Promise<WriteEffect>) => {
    const fingerprint = hashOf(asked.request);
    const known = await store.read.apiAnswers.get(id);
    if (known && known.createdAt > clock() - keptMs) return replay(known, fingerprint);
    const effect = await prepare();
    return respond(
      await store.write(async (unit) => {
        const answered = await effect(unit);
        await unit.apiAnswers.put(toRow(answered, { id, fingerprint, now: unit.now, asked }));
        await removeOld(unit);
        return answered;
      }),
    );
  };
  const toRow = (
    { status, location = undefined, body }: Answer,
    { id, fingerprint, now, asked }: { id: string; fingerprint: string; now: number; asked: Asked },
  ): ApiAnswer => {
    const text = JSON.stringify(body ?? null);
    const kept = asked.isSecret ? `${sealedMark}${secrets.seal(text, id)}` : text;
    return { id, fingerprint, status, location: location ?? null, body: kept, createdAt: now };
  };
  const replay = (known: ApiAnswer, fingerprint: string): Response => {
    if (known.fingerprint !== fingerprint) throw new Refusal(422, "idempotency_key_reused");
    const isSealed = known.body.startsWith(sealedMark);
    const text = isSealed
      ? secrets.open(known.body.slice(sealedMark.length), known.id)
      : known.body;
    const answered = { status: known.status, location: known.location, text };
    return toResponse(answered, { "idempotency-replayed": "true" });
  };
  return async (asked, prepare) => {
    const id = idOf(asked);
    if (id === undefined) return respond(await store.write(await prepare()));
    if (inFlight.has(id)) throw new Refusal(409, "in_flight");
    inFlight.add(id);
    return answer(asked, id, prepare).finally(() => inFlight.delete(id));
  };
}

/** No JSON begins so. */
const sealedMark = "sealed:";

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64url");

function idOf({ keyId, idempotencyKey }: Asked): string | undefined {
  if (idempotencyKey === undefined) return undefined;
  if (/^[\x20-\x7e]{1,255}$/.test(idempotencyKey)) return `${keyId}:${hashOf(idempotencyKey)}`;
  throw new Refusal(400, "bad_idempotency_key");
}

function respond({ status, body, location = undefined }: Answer): Response {
  return toResponse({ status, location: location ?? null, text: JSON.stringify(body ?? null) });
}

type Written = { status: number; location: string | null; text: string };

function toResponse({ status, location, text }: Written, more: Record<string, string> = {}) {
  const headers = { ...more, ...(location ? { location } : {}) };
  if (status === 204) return new Response(null, { status, headers });
  return new Response(text, {
    status,
    headers: { ...headers, "content-type": "application/json" },
  });
}

async function removeOld(unit: Unit): Promise<void> {
  const createdAt = { lt: unit.now - keptMs };
  const old = await unit.apiAnswers.find({ createdAt }, { limit: mostRemoved });
  await unit.apiAnswers.remove(...old.map(({ id }) => id));
}
