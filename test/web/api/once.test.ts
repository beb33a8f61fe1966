import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf, type OpenApp, openApp } from "../../emulators/web/open-app.ts";

let opened: OpenApp;
let key: string;
beforeEach(async () => {
  opened = await openApp({ rate: { perMinute: 1e9, burst: 1e9 } });
  key = await opened.key();
});
afterEach(() => opened.close());

const dayMs = 86_400_000;
const once = (idempotencyKey: string, body: unknown, { as = key, path = "/leads" } = {}) =>
  opened.send("POST", `/api/v1${path}`, {
    ...{ key: as, body },
    more: { "idempotency-key": idempotencyKey },
  });
const leads = () => opened.store.read.leads.count({});

describe("an Idempotency-Key", () => {
  it("has the same request answered as before, and nothing done again", async () => {
    const first = await once("a-1", { name: "Ada" });
    const again = await once("a-1", { name: "Ada" });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    expect(first.headers.has("idempotency-replayed")).toBe(false);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await leads()).toBe(1);
    expect(await opened.store.client.job.count({ where: { kind: "lead.assign" } })).toBe(1);
  });

  it("does so after a restart, for a day", async () => {
    await once("a-1", { name: "Ada" });
    const later = await openApp({ ...opened.services, rate: { perMinute: 1e9, burst: 1e9 } });
    const body = { key, body: { name: "Ada" }, more: { "idempotency-key": "a-1" } };
    const again = await later.send("POST", "/api/v1/leads", body);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    await later.close();
    opened.time.now += dayMs;
    expect((await once("a-1", { name: "Ada" })).headers.has("idempotency-replayed")).toBe(false);
    expect(await leads()).toBe(2);
    expect(await opened.store.read.apiAnswers.count({})).toBe(1);
  });

  it("is of one key: another key's is its own", async () => {
    await once("a-1", { name: "Ada" });
    await once("a-1", { name: "Ada" }, { as: await opened.key() });
    expect(await leads()).toBe(2);
  });

  it("refuses another request under it", async () => {
    await once("a-1", { name: "Ada" });
    const other = await once("a-1", { name: "Bo" });
    expect([other.status, await codeOf(other)]).toEqual([422, "idempotency_key_reused"]);
    const elsewhere = await once("a-1", { name: "Ada" }, { path: "/deals" });
    expect(elsewhere.status).toBe(422);
    expect(await leads()).toBe(1);
  });

  it("lets one of two at the same time through; the other is told to ask again", async () => {
    const both = await Promise.all([once("a-1", { name: "Ada" }), once("a-1", { name: "Ada" })]);
    const [made, told] = both.sort((a, b) => a.status - b.status);
    expect([made?.status, told?.status]).toEqual([201, 409]);
    expect(told?.headers.get("retry-after")).toBe("1");
    expect(told && (await codeOf(told))).toBe("in_flight");
    expect(await leads()).toBe(1);
    expect((await once("a-1", { name: "Ada" })).status).toBe(201);
  });

  it("keeps no refusal: mended, the same key goes through", async () => {
    expect((await once("a-1", { name: "Acme", ownerId: "x" }, { path: "/deals" })).status).toBe(
      422,
    );
    expect((await once("a-1", { name: "Acme" }, { path: "/deals" })).status).toBe(201);
  });

  it.each(["", "x".repeat(256), "a\tb"])("is refused as %j", async (idempotencyKey) => {
    const response = await once(idempotencyKey, { name: "Ada" });
    expect([response.status, await codeOf(response)]).toEqual([400, "bad_idempotency_key"]);
  });
});

describe("a body", () => {
  const send = (body: string, type = "application/json") =>
    opened.get("/api/v1/leads", key, {
      ...{ method: "POST", body },
      headers: type === "" ? {} : { "content-type": type },
    });

  it.each([
    ["a form", "name=Ada", "application/x-www-form-urlencoded", 415, "wrong_type"],
    ["text", '{"name":"Ada"}', "text/plain", 415, "wrong_type"],
    ["half a document", '{"name":', "application/json", 400, "bad_json"],
    ["nothing", "", "application/json", 400, "bad_json"],
    [
      "a megabyte and more",
      `{"name":"${"x".repeat(1_000_001)}"}`,
      "application/json",
      413,
      "too_large",
    ],
  ])("that is %s is refused", async (_, body, type, status, code) => {
    const response = await send(body, type);
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
  });

  it("may be JSON of another name, with a charset", async () => {
    const type = "application/vnd.api+json; charset=utf-8";
    expect((await send('{"name":"Ada"}', type)).status).toBe(201);
  });

  it("that is wrong is told in Chinese to whoever reads it", async () => {
    const response = await opened.send("POST", "/api/v1/leads", {
      ...{ key, body: { name: 5, emial: "a@b.example" } },
      more: { "accept-language": "zh-Hans;q=0.9, en;q=0.1" },
    });
    const said = (await response.json()) as { detail: string; errors: { detail: string }[] };
    expect(said.detail).toMatch(/^请修正：name: .+；.*。$/);
    expect(said.errors.map(({ detail }) => detail).join()).toMatch(
      /期望 string，实际接收 (数字|number)/,
    );
  });
});
