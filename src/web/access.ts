// Who may ask: a bearer key, its rate, its scopes.
import type { MiddlewareHandler } from "hono";
import { createMiddleware } from "hono/factory";
import type { ApiKey } from "../core/facts.ts";
import type { Clock, Store } from "../core/ports.ts";
import { findApiKey, type Scope } from "./keys.ts";
import { problem, type WebLog } from "./problem.ts";
import type { RateLimit } from "./rate-limit.ts";

/** What a handler behind `requireKey` can rely on. */
export type KeyEnv = { Variables: { key: ApiKey } };

export type AccessOptions = { store: Store; clock: Clock; log: WebLog; rateLimit: RateLimit };

/** Lets a request with a valid key pass, at the key's rate. */
export function requireKey(options: AccessOptions): MiddlewareHandler<KeyEnv> {
  const noteUse = createUseNote(options);
  return createMiddleware<KeyEnv>(async (context, next) => {
    const plain = /^bearer +(\S+) *$/i.exec(context.req.header("authorization") ?? "")?.[1];
    if (!plain)
      return refuseKey("no_key", `${askForKey} and send it as "Authorization: Bearer rsk_…".`);
    const key = await findApiKey(options.store.read, plain);
    if (!key) return refuseKey("bad_key", `This API key is not known here. ${askForKey}.`);
    if (key.revokedAt !== null) {
      return refuseKey("revoked_key", `This API key was revoked. ${askForKey}.`);
    }
    const waitMs = options.rateLimit(key.id);
    if (waitMs > 0) return tooFast(waitMs);
    noteUse(key);
    context.set("key", key);
    return next();
  });
}

/** Lets a key with this scope pass. */
export function requireScope(scope: Scope): MiddlewareHandler<KeyEnv> {
  return createMiddleware<KeyEnv>(async (context, next) => {
    if (context.get("key").scopes.includes(scope)) return next();
    return problem({
      status: 403,
      code: "missing_scope",
      detail: `This needs a key with the scope ${scope}. Ask the operator for one.`,
      headers: { "www-authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
    });
  });
}

const askForKey = "Ask the operator for an API key";

function refuseKey(code: string, detail: string): Response {
  const challenge = code === "no_key" ? "Bearer" : 'Bearer error="invalid_token"';
  return problem({ status: 401, code, detail, headers: { "www-authenticate": challenge } });
}

function tooFast(waitMs: number): Response {
  const seconds = Math.ceil(waitMs / 1_000);
  return problem({
    status: 429,
    code: "too_fast",
    detail: `This key asks too often. Wait ${seconds} s before the next request.`,
    headers: { "retry-after": `${seconds}` },
  });
}

const noteEveryMs = 3_600_000;

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
