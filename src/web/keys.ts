// API keys: made by the operator, shown once, kept as a SHA-256 only.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { tieableRoles } from "../core/api/reach.ts";
import { NotFound, Refused } from "../core/errors.ts";
import type { ApiKey, Audit } from "../core/facts.ts";
import type { Person, Team } from "../core/model.ts";
import type { Reader, Unit } from "../core/ports.ts";

/** What a key may be allowed. `people:pii` adds e-mail and phone to people. */
export const scopes = [
  "people:read",
  "people:pii",
  "people:write",
  "leads:read",
  "leads:write",
  "deals:read",
  "deals:write",
  "touches:read",
  "touches:write",
  "actions:read",
  "actions:write",
  "webhooks:read",
  "webhooks:write",
  "metrics:read",
] as const;
export type Scope = (typeof scopes)[number];

type KeyUnit = Pick<Unit, "apiKeys" | "audits" | "people" | "teams" | "webhooks" | "now" | "newId">;

export type NewApiKey = {
  /** What uses the key, such as `dashboard`; one key in use per name. */
  name: string;
  scopes: string[];
  /** It sees what this person may see: their id or e-mail. */
  person?: string | undefined;
  /** It sees what this team and those below it have: its id or name. */
  team?: string | undefined;
  /** The person who asked for it; null for the operator's terminal. */
  actorId?: string | null;
};

/** Makes a key. `key` is the only copy: show it once. Refuses an unknown scope, person or team, and a name in use. */
export async function createApiKey(
  unit: KeyUnit,
  { name, scopes: wanted, person, team, actorId = null }: NewApiKey,
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
  const tie = await findTie(unit, { person, team });
  const id = unit.newId("key");
  // 256 random bits: a plain hash is enough, there is nothing to guess.
  const key = `rsk_${randomBytes(32).toString("base64url")}`;
  await unit.apiKeys.put({
    id,
    name: kept,
    hash: hashOf(key),
    scopes: [...new Set(wanted)].sort(),
    ...tie,
    createdAt: unit.now,
    lastUsedAt: null,
    revokedAt: null,
    refusals: 0,
    refusedAt: null,
  });
  await audit(unit, { action: "key.create", id, actorId, detail: { name: kept } });
  return { id, key };
}

/**
 * Ends a key for good, by its id or by the name it is in use under, and the webhooks that were made with it. Ending it
 * again changes nothing.
 */
export async function revokeApiKey(
  unit: KeyUnit,
  idOrName: string,
  { actorId = null }: { actorId?: string | null } = {},
): Promise<ApiKey> {
  const key = (await unit.apiKeys.get(idOrName)) ?? (await findInUse(unit, idOrName.trim()));
  if (!key) throw new NotFound("no_such_key", `No key in use is called "${idOrName}".`);
  if (key.revokedAt !== null) return key;
  await unit.apiKeys.update(key.id, { revokedAt: unit.now });
  for (const webhook of await unit.webhooks.find({ keyId: key.id })) {
    await unit.webhooks.update(webhook.id, { state: "off", error: "its key was revoked" });
  }
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

/** A key as the operator may see it: never its hash. */
export type ShownKey = Omit<ApiKey, "hash">;

/** Every key, the newest first, revoked ones included. */
export async function listApiKeys(read: Pick<Reader, "apiKeys">): Promise<ShownKey[]> {
  const keys = await read.apiKeys.find({}, { order: { by: "createdAt", descending: true } });
  return keys.map(({ hash: _, ...shown }) => shown);
}

const hashOf = (plain: string) => createHash("sha256").update(plain).digest("hex");

type Named = Pick<NewApiKey, "person" | "team">;

async function findTie(
  unit: KeyUnit,
  { person, team }: Named,
): Promise<Pick<ApiKey, "personId" | "teamId">> {
  if (person && team) {
    throw new Refused("bad_tie", "Tie a key to a person or to a team, not to both.");
  }
  const personId = person ? (await findPerson(unit, person)).id : null;
  return { personId, teamId: team ? (await findTeam(unit, team)).id : null };
}

async function findPerson(unit: KeyUnit, named: string): Promise<Person> {
  const [byMail] = await unit.people.find({ email: named.toLowerCase(), active: true });
  const found = (await unit.people.get(named)) ?? byMail;
  if (!found?.active) {
    throw new NotFound("no_such_person", `Nobody here has the id or e-mail "${named}".`);
  }
  if (tieableRoles.some((role) => role === found.role)) return found;
  throw new Refused(
    "bad_tie",
    `A key can be tied to a rep or a manager; ${found.name} is neither.`,
  );
}

async function findTeam(unit: KeyUnit, named: string): Promise<Team> {
  const found = (await unit.teams.get(named)) ?? (await unit.teams.find({ name: named }))[0];
  if (found) return found;
  throw new NotFound("no_such_team", `No team here has the id or name "${named}".`);
}

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
