// API keys: made by the operator, shown once, kept as a SHA-256 only.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { NotFound, Refused } from "../core/errors.ts";
import type { ApiKey, Audit } from "../core/facts.ts";
import type { Reader, Unit } from "../core/ports.ts";

/** What a key may be allowed. `people:pii` adds e-mail and phone to people. */
export const scopes = [
  "people:read",
  "people:pii",
  "leads:read",
  "deals:read",
  "metrics:read",
] as const;
export type Scope = (typeof scopes)[number];

type KeyUnit = Pick<Unit, "apiKeys" | "audits" | "now" | "newId">;

export type NewApiKey = {
  /** What uses the key, such as `dashboard`; one key in use per name. */
  name: string;
  scopes: string[];
  /** The person who asked for it; null for the operator's terminal. */
  actorId?: string | null;
};

/** Makes a key. `key` is the only copy: show it once. Refuses an unknown scope and a name in use. */
export async function createApiKey(
  unit: KeyUnit,
  { name, scopes: wanted, actorId = null }: NewApiKey,
): Promise<{ id: string; key: string }> {
  const kept = name.trim();
  checkName(kept);
  checkScopes(wanted);
  if (await findInUse(unit, kept)) {
    throw new Refused(
      "key_name_taken",
      `A key named "${kept}" is in use. Revoke it or name another.`,
    );
  }
  const id = unit.newId("key");
  // 256 random bits: a plain hash is enough, there is nothing to guess.
  const key = `rsk_${randomBytes(32).toString("base64url")}`;
  await unit.apiKeys.put({
    id,
    name: kept,
    hash: hashOf(key),
    scopes: [...new Set(wanted)].sort(),
    createdAt: unit.now,
    lastUsedAt: null,
    revokedAt: null,
  });
  await audit(unit, { action: "key.create", id, actorId, detail: { name: kept } });
  return { id, key };
}

/** Ends a key for good, by its id or by the name it is in use under. Ending it again changes nothing. */
export async function revokeApiKey(
  unit: KeyUnit,
  idOrName: string,
  { actorId = null }: { actorId?: string | null } = {},
): Promise<ApiKey> {
  const key = (await unit.apiKeys.get(idOrName)) ?? (await findInUse(unit, idOrName.trim()));
  if (!key) throw new NotFound("no_such_key", `No key in use is called "${idOrName}".`);
  if (key.revokedAt !== null) return key;
  await unit.apiKeys.update(key.id, { revokedAt: unit.now });
  await audit(unit, { action: "key.revoke", id: key.id, actorId, detail: { name: key.name } });
  return { ...key, revokedAt: unit.now };
}

/** The key a caller sent, revoked or not; undefined when it is none of ours. */
export async function findApiKey(
  read: Pick<Reader, "apiKeys">,
  plain: string,
): Promise<ApiKey | undefined> {
  const hash = hashOf(plain);
  const [row] = await read.apiKeys.find({ hash }, { limit: 1 });
  // The index found it by comparing bytes of a hash, which tells nobody the key; this settles it in constant time.
  return row && timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash)) ? row : undefined;
}

const hashOf = (plain: string) => createHash("sha256").update(plain).digest("hex");

async function findInUse(unit: KeyUnit, name: string): Promise<ApiKey | undefined> {
  const [key] = await unit.apiKeys.find({ name, revokedAt: null }, { limit: 1 });
  return key;
}

function checkName(name: string): void {
  if (name.length > 0 && name.length <= 100) return;
  throw new Refused("bad_key_name", "Name the key after what uses it, in 1 to 100 characters.");
}

function checkScopes(wanted: string[]): void {
  const known: readonly string[] = scopes;
  const unknown = wanted.filter((scope) => !known.includes(scope));
  if (wanted.length > 0 && unknown.length === 0) return;
  const problem =
    unknown.length > 0 ? `Unknown scope ${unknown.join(", ")}.` : "A key needs a scope.";
  throw new Refused("bad_scope", `${problem} Choose from: ${scopes.join(", ")}.`);
}

function audit(
  unit: KeyUnit,
  { id, ...what }: Pick<Audit, "action" | "actorId" | "detail"> & { id: string },
): Promise<void> {
  const via = what.actorId === null ? "cli" : "chat";
  const at = { id: unit.newId("audit"), at: unit.now };
  return unit.audits.put({ ...at, ...what, via, kind: "apiKey", recordId: id });
}
