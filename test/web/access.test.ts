import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NotFound, type Refused } from "../../src/core/errors.ts";
import { createApiKey, revokeApiKey, scopes } from "../../src/web/keys.ts";
import { codeOf, lead, type OpenApp, openApp, start } from "../emulators/web/open-app.ts";

let opened: OpenApp;
beforeEach(async () => {
  opened = await openApp({ rate: { perMinute: 60, burst: 3 } });
});
afterEach(() => opened.close());

const make = (name: string, scopes: string[] = ["leads:read"]) =>
  opened.store.write((unit) => createApiKey(unit, { name, scopes }));

describe("createApiKey", () => {
  it("keeps a hash of the key and never the key", async () => {
    const { id, key } = await make("dashboard", ["leads:read", "deals:read", "leads:read"]);
    expect(key).toMatch(/^rsk_[\w-]{43}$/);
    expect(await opened.store.read.apiKeys.get(id)).toEqual({
      id,
      name: "dashboard",
      hash: createHash("sha256").update(key).digest("hex"),
      scopes: ["deals:read", "leads:read"],
      ...{ personId: null, teamId: null, createdAt: start, lastUsedAt: null },
      ...{ revokedAt: null, refusals: 0, refusedAt: null },
    });
  });

  it("refuses unknown scopes, no scope, bad names and a name in use", async () => {
    await make("dashboard");
    const codes = [
      make("a", ["leads:burn"]),
      make("a", []),
      make(" "),
      make("x".repeat(101)),
      make(" dashboard "),
    ].map((attempt) => attempt.catch((error: Refused) => error.code));
    const expected = ["bad_scope", "bad_scope", "bad_key_name", "bad_key_name", "key_name_taken"];
    expect(await Promise.all(codes)).toEqual(expected);
  });

  it("leaves a trace of making and revoking", async () => {
    const { id } = await make("dashboard");
    await opened.store.write((unit) => revokeApiKey(unit, id, { actorId: "per_ana" }));
    const audits = await opened.store.read.audits.find({ recordId: id });
    expect(audits.map(({ action, via, actorId }) => [action, via, actorId])).toEqual([
      ["key.create", "cli", null],
      ["key.revoke", "chat", "per_ana"],
    ]);
  });
});

describe("revokeApiKey", () => {
  it("ends a key by id or name, once, and frees the name", async () => {
    const first = await make("dashboard");
    await opened.store.write((unit) => revokeApiKey(unit, "dashboard"));
    opened.time.now += 5;
    const again = await opened.store.write((unit) => revokeApiKey(unit, first.id));
    expect(again.revokedAt).toBe(start);
    expect((await make("dashboard")).id).not.toBe(first.id);
  });

  it("does not know a key that is not in use", async () => {
    const revoke = opened.store.write((unit) => revokeApiKey(unit, "nothing"));
    await expect(revoke).rejects.toThrow(NotFound);
  });
});

describe("access", () => {
  it.each([
    ["no header", undefined],
    ["nothing", ""],
    ["no scheme", "rsk_abc"],
    ["another scheme", "Basic cnNrOg=="],
    ["no key", "Bearer "],
    ["two keys", "Bearer rsk_a rsk_b"],
  ])("asks for a key when there is %s", async (_, authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const response = await opened.get("/api/v1/me", undefined, { headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    expect(await codeOf(response)).toBe("no_key");
  });

  it("refuses wrong keys, near ones and the hash itself", async () => {
    const { key, id } = await make("dashboard");
    const hash = (await opened.store.read.apiKeys.get(id))?.hash ?? "";
    for (const wrong of ["x", `${key}x`, key.slice(0, -1), key.toUpperCase(), hash, "' OR 1=1--"]) {
      const response = await opened.get("/api/v1/me", wrong);
      expect(response.status).toBe(401);
      expect(["bad_key", "no_key"]).toContain(await codeOf(response));
    }
  });

  it("refuses a revoked key at once", async () => {
    const { key, id } = await make("dashboard");
    expect((await opened.get("/api/v1/me", key)).status).toBe(200);
    await opened.store.write((unit) => revokeApiKey(unit, id));
    const response = await opened.get("/api/v1/me", key);
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe("revoked_key");
  });

  it("answers 401 to a key revoked between two pages, and counts who still uses it", async () => {
    await opened.store.write((unit) =>
      unit.putRecords(
        "lead",
        ["led_1", "led_2", "led_3"].map((id) => lead(id)),
      ),
    );
    const { key, id } = await make("dashboard");
    const page = await opened.get("/api/v1/leads?limit=1", key);
    const { next } = (await page.json()) as { next: string };
    await opened.store.write((unit) => revokeApiKey(unit, "dashboard"));
    opened.time.now += 1_000;
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => opened.get(`/api/v1/leads?cursor=${next}`, key)),
    );
    expect(asked.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    await opened.store.write(async () => {}); // writes happen in order
    const kept = await opened.store.read.apiKeys.get(id);
    expect(kept).toMatchObject({ refusals: 5, refusedAt: start + 1_000, lastUsedAt: start });
  });

  it("takes the scheme in any case", async () => {
    const headers = { authorization: `bearer  ${(await make("dashboard")).key}` };
    expect((await opened.get("/api/v1/me", undefined, { headers })).status).toBe(200);
  });

  it.each([
    ["/api/v1/people", "people:read"],
    ["/api/v1/leads", "leads:read"],
    ["/api/v1/leads/led_1", "leads:read"],
    ["/api/v1/deals", "deals:read"],
  ])("opens %s to %s alone", async (path, scope) => {
    const without = await opened.key(...scopes.filter((other) => other !== scope));
    const refused = await opened.get(`${path}?limit=abc`, without);
    expect(refused.status).toBe(403);
    expect(refused.headers.get("www-authenticate")).toContain(`scope="${scope}"`);
    expect(await codeOf(refused)).toBe("missing_scope");
    expect([200, 404]).toContain((await opened.get(path, await opened.key(scope))).status);
  });

  it("caps the rate of each key by itself", async () => {
    const [flood, calm] = [await opened.key(), await opened.key()];
    const ask = async (key: string) => (await opened.get("/api/v1/me", key)).status;
    expect([await ask(flood), await ask(flood), await ask(flood)]).toEqual([200, 200, 200]);
    const refused = await opened.get("/api/v1/me", flood);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("1");
    expect(await codeOf(refused)).toBe("too_fast");
    expect(await ask(calm)).toBe(200);
    opened.time.now += 1_000;
    expect([await ask(flood), await ask(flood)]).toEqual([200, 429]);
    opened.time.now -= 60_000; // a clock set back neither gives nor takes
    expect(await ask(flood)).toBe(429);
    opened.time.now += 3_600_000;
    expect([await ask(flood), await ask(flood), await ask(flood), await ask(flood)]).toEqual([
      200, 200, 200, 429,
    ]);
  });

  it("keeps when a key was last used, to the hour", async () => {
    const { id, key } = await make("dashboard");
    const lastUse = async () => {
      await opened.get("/api/v1/me", key);
      await opened.store.write(async () => {}); // writes happen in order
      return (await opened.store.read.apiKeys.get(id))?.lastUsedAt;
    };
    expect(await lastUse()).toBe(start);
    opened.time.now += 3_599_000;
    expect(await lastUse()).toBe(start);
    opened.time.now += 1_000;
    expect(await lastUse()).toBe(start + 3_600_000);
  });
});
