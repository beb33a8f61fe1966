// Looks at keys and webhooks in a data folder without changing it, for `ringside doctor`.
import { existsSync } from "node:fs";
import Database from "better-sqlite3";

export type ApiState = {
  /** Keys that work. */
  inUse: number;
  /** Keys that somebody used after they were revoked. */
  tried: { name: string; refusals: number; refusedAt: number }[];
  on: number;
  failing: number;
  /** Webhooks that were given up; those of a revoked key are meant to be off. */
  off: { id: string; error: string | null }[];
  waiting: number;
};

/** What is kept for other programs; undefined before the first start, or before its tables were made. */
export function inspectApi(file: string): ApiState | undefined {
  if (!existsSync(file)) return undefined;
  const database = new Database(file, { readonly: true });
  try {
    const all = <Row>(text: string) => database.prepare<[], Row>(text).all();
    const count = (from: string) => all<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)[0]?.n;
    if (!count("sqlite_master WHERE name = 'Webhook'")) return undefined;
    const revoked = `"keyId" IN (SELECT "id" FROM "ApiKey" WHERE "revokedAt" IS NOT NULL)`;
    return {
      inUse: count(`"ApiKey" WHERE "revokedAt" IS NULL`) ?? 0,
      tried: all(
        `SELECT "name", "refusals", "refusedAt" FROM "ApiKey" WHERE "refusals" > 0 ORDER BY "id"`,
      ),
      on: count(`"Webhook" WHERE "state" = 'on'`) ?? 0,
      failing: count(`"Webhook" WHERE "state" = 'on' AND "failingSince" IS NOT NULL`) ?? 0,
      off: all(
        `SELECT "id", "error" FROM "Webhook" WHERE "state" = 'off' AND ("keyId" IS NULL OR NOT ${revoked})`,
      ),
      waiting: count(`"WebhookMessage" WHERE "state" = 'queued'`) ?? 0,
    };
  } finally {
    database.close();
  }
}
