import { AESCipher } from "@larksuiteoapi/node-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  encrypt,
  envelope,
  messageEvent,
  pressEvent,
  toCallback,
} from "../../emulators/lark/envelopes.ts";
import { createLarkWorld, type LarkWorld } from "./world.ts";

let world: LarkWorld;
beforeEach(async () => {
  world = await createLarkWorld({ mode: "http" });
});
afterEach(() => world.close());

const app = () => world.emulator.state.app;
const said = (set: object = {}) =>
  messageEvent(app(), { from: "ou_ana", text: "help", at: world.now, ...set });
const call = async (request: Request) => {
  const response = await world.lark.fetch?.(request);
  return { status: response?.status, body: await response?.json() };
};
const post = (body: unknown, set: object = {}) =>
  call(toCallback(app(), body, { at: world.now, ...set }));
const raw = (body: BodyInit, headers: Record<string, string> = {}, path = "/lark/callback") =>
  new Request(`http://ringside.example${path}`, { method: "POST", body, headers });

it("decrypts the official example", () => {
  const cipher = new AESCipher("test key");
  expect(cipher.decrypt("P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=")).toBe("hello world");
});

describe("Lark's test of the address", () => {
  const test = () => ({
    type: "url_verification",
    challenge: "abc",
    token: app().verificationToken,
  });

  it("is answered, signed or not", async () => {
    expect(await post(test())).toEqual({ status: 200, body: { challenge: "abc" } });
    expect(await post(test(), { sign: false })).toEqual({
      status: 200,
      body: { challenge: "abc" },
    });
  });

  it("is refused with another token", async () => {
    expect(await post({ ...test(), token: "other" }, { sign: false })).toMatchObject({
      status: 401,
    });
  });
});

describe("an event", () => {
  it("is kept before it is answered", async () => {
    expect(await post(said())).toEqual({ status: 200, body: {} });
    expect(world.accepted).toMatchObject([{ kind: "message", text: "help", externalId: "ou_ana" }]);
  });

  it("is answered with 500 when it could not be kept, so that Lark delivers it again", async () => {
    world.answer.accept = () => Promise.reject(new Error("disk full"));
    expect(await post(said())).toMatchObject({ status: 500 });
  });

  it("has the same keys when it comes again, even with a fresh message id", async () => {
    await post(said({ messageId: "om_1", eventId: "e1" }));
    await post(said({ messageId: "om_2", eventId: "e2" }));
    const [first, second] = world.accepted.map(({ key, aliases = [] }) => [key, ...aliases]);
    expect(first?.filter((key) => second?.includes(key))).toHaveLength(1);
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(5);
  });

  it("is taken up to seven hours late, as Lark redelivers", async () => {
    expect(await post(said(), { at: world.now - 7 * 3_600_000 })).toMatchObject({ status: 200 });
    expect(await post(said(), { at: world.now - 8 * 3_600_000 })).toMatchObject({ status: 401 });
    expect(await post(said(), { at: world.now + 3_600_000 })).toMatchObject({ status: 401 });
  });

  it.each([
    [
      "of an unknown type",
      () => envelope(app(), "im.chat.disbanded_v1", { at: world.now }, {}),
      "unknown-event",
    ],
    [
      "of the first version",
      () => ({ uuid: "u", token: app().verificationToken, type: "event_callback", event: {} }),
      "unknown-envelope",
    ],
    [
      "with nothing in it",
      () => envelope(app(), "im.message.receive_v1", { at: world.now }, {}),
      "malformed-event",
    ],
    ["of another bot", () => said({ senderType: "bot" }), "from-a-bot"],
    ["of an outsider", () => said({ tenantKey: "tenant_other" }), "outside"],
    ["from a group, not for us", () => said({ chat: "group" }), "not-for-us"],
  ])("%s is answered, counted and nothing more", async (_, body, why) => {
    expect(await post(body())).toEqual({ status: 200, body: {} });
    expect(world.counted).toEqual([why]);
    expect(world.accepted).toEqual([]);
  });

  it("of an outsider's press does nothing", async () => {
    const pressed = {
      from: "ou_x",
      at: world.now,
      messageId: "om_1",
      value: { ref: "act_1" },
      tenantKey: "other",
    };
    expect(await post(pressEvent(app(), pressed))).toEqual({ status: 200, body: {} });
    expect(world.pressed).toEqual([]);
  });
});

describe("a request is refused", () => {
  it.each([
    ["with a bad signature", 401, () => toCallback(app(), said(), { at: world.now, key: "other" })],
    ["without a signature", 401, () => toCallback(app(), said(), { at: world.now, sign: false })],
    ["in plaintext", 401, () => raw(JSON.stringify(said()))],
    ["with malformed JSON", 400, () => raw("{")],
    ["with nothing", 400, () => raw("")],
    ["with another JSON", 401, () => raw("[1]")],
    [
      "on another path",
      404,
      () => toCallback(app(), said(), { at: world.now, path: "/lark/other" }),
    ],
    ["with another method", 405, () => new Request("http://ringside.example/lark/callback")],
    ["with an encrypted nothing", 401, () => raw(JSON.stringify({ encrypt: "????" }))],
    ["when it is too large", 413, () => raw("x".repeat(1024 * 1024 + 1))],
    ["when it says it is too large", 413, () => raw("{}", { "content-length": "9999999" })],
  ])("%s", async (_, status, request) => {
    expect(await call(request())).toMatchObject({ status });
    expect(world.accepted).toEqual([]);
    expect(world.counted).toHaveLength(1);
  });

  it("with a wrong verification token", async () => {
    const other = { ...app(), verificationToken: "other" };
    expect(await post(messageEvent(other, { from: "ou_ana", at: world.now }))).toMatchObject({
      status: 401,
    });
  });

  it("for another app", async () => {
    const other = { ...app(), appId: "cli_other" };
    expect(await post(messageEvent(other, { from: "ou_ana", at: world.now }))).toMatchObject({
      status: 403,
    });
  });

  it("when it was tampered with", async () => {
    const genuine = toCallback(app(), said(), { at: world.now });
    const headers = Object.fromEntries(genuine.headers);
    const body = JSON.stringify({ encrypt: encrypt(app().encryptKey, said({ text: "other" })) });
    expect(await call(raw(body, headers))).toMatchObject({ status: 401 });
  });
});

it("takes a query string on its path", async () => {
  const path = "/lark/callback?from=lark";
  expect(await post(said(), { path })).toMatchObject({ status: 200 });
});
