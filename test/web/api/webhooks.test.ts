import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf, type OpenApp, openApp } from "../../emulators/web/open-app.ts";

let opened: OpenApp;
let key: string;
beforeEach(async () => {
  opened = await openApp();
  key = await opened.key();
});
afterEach(() => opened.close());

const url = "https://example.com/hooks";
const add = (body: unknown, { as = key, more = {} } = {}) =>
  opened.send("POST", "/api/v1/webhooks", { key: as, body, more });
const list = async (as = key) =>
  ((await (await opened.get("/api/v1/webhooks", as)).json()) as { data: { id: string }[] }).data;

describe("webhooks of a key", () => {
  it("are made with a secret that is shown once and kept sealed, also for whoever asks again", async () => {
    const more = { "idempotency-key": "w-1" };
    const made = await add({ url, events: ["lead.created"] }, { more });
    const { id, secret } = (await made.json()) as { id: string; secret: string };
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    const again = await add({ url, events: ["lead.created"] }, { more });
    expect(await again.json()).toMatchObject({ id, secret });
    expect(JSON.stringify(await list())).not.toContain("whsec_");
    const kept = [
      await opened.store.read.webhooks.get(id),
      ...(await opened.store.read.apiAnswers.find({})),
    ];
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(await list()).toHaveLength(1);
  });

  it("are that key's alone", async () => {
    await add({ url, events: ["lead.created"] });
    const [mine] = await list();
    const other = await opened.key();
    expect(await list(other)).toEqual([]);
    const path = `/api/v1/webhooks/${mine?.id}`;
    expect((await opened.send("DELETE", path, { key: other })).status).toBe(404);
    const removed = await opened.send("DELETE", path, { key });
    expect([removed.status, await removed.text()]).toEqual([204, ""]);
    expect(await codeOf(await opened.send("DELETE", path, { key }))).toBe("no_such_webhook");
  });

  it.each([
    ["http://example.com/", 422, "webhook_not_https"],
    ["https://169.254.169.254/latest", 422, "webhook_private"],
    ["https://localhost/", 422, "webhook_private"],
    ["hooks", 422, "webhook_bad_url"],
  ])("never go to %s", async (to, status, code) => {
    const response = await add({ url: to, events: ["lead.created"] });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    // Only the operator may allow an inner address.
    const asked = await add({ url: to, events: ["lead.created"], allowPrivate: true });
    expect(await codeOf(asked)).toBe("invalid");
  });

  it("hear only of what the key may read", async () => {
    const narrow = await opened.key("webhooks:write", "leads:read");
    const response = await add({ url, events: ["lead.created", "deal.created"] }, { as: narrow });
    expect([response.status, await codeOf(response)]).toEqual([403, "webhook_scope"]);
    expect((await add({ url, events: ["lead.created"] }, { as: narrow })).status).toBe(201);
    expect((await add({ url, events: ["lead.burnt"] })).status).toBe(422);
  });

  it("are fifty at most", async () => {
    await opened.store.write(async (unit) => {
      for (let index = 0; index < 50; index += 1) {
        await unit.webhooks.put({
          ...{ id: `whk_${index}`, url, events: [], secret: "", allowPrivate: false, keyId: null },
          ...{ personId: null, teamId: null, state: "on", failingSince: null, retryAt: null },
          ...{ error: null, lastSentAt: null, createdAt: 0 },
        });
      }
    });
    expect(await codeOf(await add({ url, events: ["lead.created"] }))).toBe("too_many_webhooks");
  });
});
