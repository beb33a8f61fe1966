// Who may ask: a bearer key, its rate, its scopes, and whose records it sees.
import type { Context, MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import { type Reach, reachOf } from "../core/api/reach.ts";
import { hourMs } from "../core/durations.ts";
import type { ApiKey } from "../core/facts.ts";
import type { Clock, Store } from "../core/ports.ts";
import { findApiKey, type Scope } from "./keys.ts";
import { sayProblem, type WebLog } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What a handler behind `requireKey` can rely on. */
export type KeyEnv = { Variables: { key: ApiKey; reach: Reach } };

export type AccessOptions = { store: Store; clock: Clock; log: WebLog; rateLimit: RateLimit };

/** Lets a request with a valid key pass, at the key's rate. */
export function requireKey(options: AccessOptions): MiddlewareHandler<KeyEnv> {
  const noteUse = createUseNote(options);
  const noteRefusal = createRefusalNote(options);
  const { read } = options.store;
  return createMiddleware<KeyEnv>(async (context, next) => {
    const plain = sentKey(context);
    if (!plain) return refuseKey(context, "no_key");
    const key = await findApiKey(read, plain);
    if (!key) return refuseKey(context, "bad_key");
    if (key.revokedAt !== null) {
      noteRefusal(key);
      return refuseKey(context, "revoked_key");
    }
    const waitMs = options.rateLimit(key.id);
    if (waitMs > 0) return tooFast(context, waitMs);
    const reach = await reachOf(read, key);
    if (!reach) return refuseKey(context, "tied_key_gone");
    noteUse(key);
    context.set("key", key);
    context.set("reach", reach);
    return next();
  });
}

function sentKey(context: Context): string | undefined {
  return /^bearer +(\S+) *$/i.exec(context.req.header("authorization") ?? "")?.[1];
}

/** Lets a key with this scope pass. */
export function requireScope(scope: Scope): MiddlewareHandler<KeyEnv> {
  return createMiddleware<KeyEnv>(async (context, next) => {
    if (context.get("key").scopes.includes(scope)) return next();
    const challenge = `Bearer error="insufficient_scope", scope="${scope}"`;
    return sayProblem(context, {
      ...{ status: 403, code: "missing_scope", params: { scope } },
      headers: { "www-authenticate": challenge },
    });
  });
}

function refuseKey(context: Context, code: string): Response {
  const challenge = code === "no_key" ? "Bearer" : 'Bearer error="invalid_token"';
  return sayProblem(context, { status: 401, code, headers: { "www-authenticate": challenge } });
}

function tooFast(context: Context, waitMs: number): Response {
  const seconds = Math.ceil(waitMs / 1_000);
  return sayProblem(context, {
    ...{ status: 429, code: "too_fast", params: { seconds } },
    headers: { "retry-after": `${seconds}` },
  });
}

const noteEveryMs = hourMs;

/** Keeps when a key was last used, to the hour: a write per request would wait for the one writer. */
function createUseNote({ store, clock, log }: AccessOptions): (key: ApiKey) => void {
  const noted = new Map<string, number>();
  return ({ id, lastUsedAt }) => {
    const now = clock();
    const last = noted.get(id) ?? lastUsedAt;
    if (last !== null && now - last < noteEveryMs) return;
    noted.set(id, now);
    store
      .write((unit) => unit.apiKeys.update(id, { lastUsedAt: now }))
      .catch((error: unknown) =>
        log.error({ err: error, keyId: id }, "A key's last use was not kept"),
      );
  };
}

/**
 * Counts who still uses a key that was revoked: somebody has it who should not. While one count is being written, the
 * next wait to be written together.
 */
function createRefusalNote({ store, log }: AccessOptions): (key: ApiKey) => void {
  const waiting = new Map<string, number>();
  const keep = async (id: string): Promise<void> => {
    await store.write(async (unit) => {
      const refused = waiting.get(id) ?? 0;
      waiting.delete(id);
      const key = await unit.apiKeys.get(id);
      if (!key) return;
      await unit.apiKeys.update(id, { refusals: key.refusals + refused, refusedAt: unit.now });
    });
  };
  return ({ id }) => {
    const before = waiting.get(id);
    waiting.set(id, (before ?? 0) + 1);
    if (before !== undefined) return;
    keep(id).catch((error: unknown) =>
      log.error({ err: error, keyId: id }, "A revoked key's use was not kept"),
    );
  };
}
