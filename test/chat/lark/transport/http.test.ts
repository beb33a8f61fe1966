import { createHash } from "node:crypto";
import { AESCipher } from "@larksuiteoapi/node-sdk";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  encrypt,
  envelope,
  messageEvent,
  pressEvent,
  toCallback,
} from "../../../emulators/lark/envelopes.ts";
import { createLarkWorld, type LarkWorld } from "../world.ts";

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

const seconds = (ms: number) => String(Math.floor(ms / 1_000));
/** A request signed with the right key, whatever it says. */
const signed = (body: string, timestamp = seconds(world.now)) => {
  const text = body === "{}" ? JSON.stringify({ encrypt: "eA==" }) : body;
  const hash = createHash("sha256").update(`${timestamp}n${app().encryptKey}${text}`).digest("hex");
  return raw(text, {
    "x-lark-request-timestamp": timestamp,
    "x-lark-request-nonce": "n",
    "x-lark-signature": hash,
  });
};

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

  it("is counted when it comes late", async () => {
    await post(said({ at: world.now - 31 * 60_000 }));
    expect(world.counted).toEqual(["event", "late"]);
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
    [
      "with a bad signature",
      401,
      "signature",
      () => toCallback(app(), said(), { at: world.now, key: "other" }),
    ],
    [
      "without a signature",
      401,
      "unsigned",
      () => toCallback(app(), said(), { at: world.now, sign: false }),
    ],
    ["in plaintext", 401, "plaintext", () => raw(JSON.stringify(said()))],
    ["with malformed JSON", 400, "json", () => raw("{")],
    ["with nothing", 400, "json", () => raw("")],
    ["with another JSON", 401, "plaintext", () => raw("[1]")],
    [
      "on another path",
      404,
      "path",
      () => toCallback(app(), said(), { at: world.now, path: "/lark/other" }),
    ],
    [
      "with another method",
      405,
      "method",
      () => new Request("http://ringside.example/lark/callback"),
    ],
    ["with an encrypted nothing", 401, "unsigned", () => raw(JSON.stringify({ encrypt: "????" }))],
    ["when it is too large", 413, "size", () => raw("x".repeat(1024 * 1024 + 1))],
    ["when it says it is too large", 413, "size", () => raw("{}", { "content-length": "9999999" })],
    [
      "signed, but with something else inside",
      400,
      "undecipherable",
      () => signed(JSON.stringify({ encrypt: Buffer.from("nothing of ours").toString("base64") })),
    ],
    ["with a time that is none", 401, "timestamp", () => signed("{}", "soon")],
    ["of yesterday", 401, "timestamp", () => signed("{}", seconds(world.now - 8 * 3_600_000))],
    ["from the future", 401, "timestamp", () => signed("{}", seconds(world.now + 3_600_000))],
  ])("%s", async (_, status, why, request) => {
    expect(await call(request())).toMatchObject({ status });
    expect(world.accepted).toEqual([]);
    expect(world.counted).toEqual([`refused-${why}`]);
  });

  it("with a wrong verification token", async () => {
    const other = { ...app(), verificationToken: "other" };
    expect(await post(messageEvent(other, { from: "ou_ana", at: world.now }))).toMatchObject({
      status: 401,
    });
    expect(world.counted).toEqual(["refused-token"]);
  });

  it("for another app", async () => {
    const other = { ...app(), appId: "cli_other" };
    expect(await post(messageEvent(other, { from: "ou_ana", at: world.now }))).toMatchObject({
      status: 403,
    });
    expect(world.counted).toEqual(["refused-foreign-app"]);
  });

  it("when it was tampered with", async () => {
    const genuine = toCallback(app(), said(), { at: world.now });
    const headers = Object.fromEntries(genuine.headers);
    const body = JSON.stringify({ encrypt: encrypt(app().encryptKey, said({ text: "other" })) });
    expect(await call(raw(body, headers))).toMatchObject({ status: 401 });
  });
});

it("drops whoever trickles, and answers others meanwhile", async () => {
  await world.close();
  world = await createLarkWorld({ mode: "http", lark: { answerMs: 50 } });
  const endless = new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from("{")) });
  const request = new Request("http://ringside.example/lark/callback", {
    ...{ method: "POST", body: endless, duplex: "half" },
  } as RequestInit);
  const slow = call(request);
  expect(await post(said())).toMatchObject({ status: 200 });
  expect(await slow).toMatchObject({ status: 408 });
  expect(world.counted).toContain("refused-slow");
});

it("never throws and never hangs, whatever is posted", async () => {
  const anyBody = fc.oneof(
    fc.uint8Array(),
    fc.json(),
    fc.json().map((body) => JSON.stringify({ encrypt: encrypt(app().encryptKey, body) })),
  );
  await fc.assert(
    fc.asyncProperty(anyBody, fc.boolean(), async (body, isSigned) => {
      const request = isSigned ? signed(String(body)) : raw(body);
      expect((await call(request)).status).toBeGreaterThanOrEqual(200);
      expect(world.accepted).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it("takes a query string on its path", async () => {
  const path = "/lark/callback?from=lark";
  expect(await post(said(), { path })).toMatchObject({ status: 200 });
});
