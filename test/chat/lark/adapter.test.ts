import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toUuid } from "../../../src/chat/lark/client/uuid.ts";
import { RetryLater } from "../../../src/core/errors.ts";
import { refusal } from "../../emulators/lark/faults.ts";
import { aCard, createLarkWorld, type LarkWorld } from "./world.ts";

let world: LarkWorld;
beforeEach(async () => {
  world = await createLarkWorld({ mode: "http" });
});
afterEach(() => world.close());

const path = /\/messages/;
const messages = () => world.emulator.state.messages;
const failure = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error as RetryLater & { code?: string },
  );

describe("sending", () => {
  it("sends a card once per key, and changes it where it stands", async () => {
    const { adapter } = world.lark;
    const ref = await adapter.send(world.to, aCard(), "msg_1");
    expect(await adapter.send(world.to, aCard(), "msg_1")).toMatchObject({
      messageId: ref.messageId,
    });
    await adapter.update(ref, aCard({ title: "Acme, won" }));
    expect(messages()).toHaveLength(1);
    expect(JSON.stringify(messages()[0]?.content)).toContain("Acme, won");
  });

  it("is not sent twice after a 500 that took it all the same", async () => {
    const { adapter } = world.lark;
    world.emulator.faults.add({ path, status: 500, after: true });
    expect(await failure(adapter.send(world.to, aCard(), "msg_1"))).toMatchObject({
      ambiguous: true,
    });
    await adapter.send(world.to, aCard(), "msg_1");
    expect(messages()).toHaveLength(1);
  });

  it.each([
    ["hangs", { hang: true }],
    ["cuts the line", { disconnect: true }],
    ["answers 502 with a page", { status: 502, body: { html: true } }],
  ])("may have arrived when Lark %s", async (_, fault) => {
    await world.close();
    world = await createLarkWorld({ mode: "http", lark: { timeoutMs: 1_000 } });
    world.emulator.faults.add({ path, ...fault });
    const error = await failure(world.lark.adapter.send(world.to, aCard(), "msg_1"));
    expect(error).toBeInstanceOf(RetryLater);
    expect(error?.ambiguous).toBe(true);
    expect(JSON.stringify(error)).not.toContain("Bearer");
  });

  it.each([
    [
      "429",
      {
        status: 429,
        body: { code: 99991400, msg: "slow" },
        headers: { "x-ogw-ratelimit-reset": "7" },
      },
      7_000,
    ],
    ["230020", { status: 200, body: { code: 230020, msg: "chat limit" } }, 1_000],
    ["a locked card", refusal(230099, "ErrCode: 11310; ErrMsg: card action is lock"), 1_000],
    ["a used up month", refusal(99991403), 3_600_000],
  ])("waits after %s, which surely was not taken", async (_, fault, afterMs) => {
    world.emulator.faults.add({ path, ...fault });
    const error = await failure(world.lark.adapter.send(world.to, aCard(), "msg_1"));
    expect(error).toMatchObject({ name: "RetryLater", afterMs, ambiguous: false });
  });

  it("fetches a new token once when Lark no longer takes the old one", async () => {
    const before = world.emulator.state.tokensGiven;
    world.emulator.state.revokeToken();
    await world.lark.adapter.send(world.to, aCard(), "msg_1");
    expect(world.emulator.state.tokensGiven).toBe(before + 1);
  });

  it("keeps messages when the keys are revoked, until the operator has acted", async () => {
    world.emulator.state.revokeToken();
    world.emulator.state.app.appSecret = "another";
    const error = await failure(world.lark.adapter.send(world.to, aCard(), "msg_1"));
    expect(error).toMatchObject({ name: "RetryLater", ambiguous: false });
    expect(error?.message).toContain("App Secret");
  });

  it("sends words when Lark refuses the card, and words alone when it refuses that too", async () => {
    world.emulator.faults.add({ path, method: "POST", ...refusal(230099, "ErrCode: 11310") });
    const ref = await world.lark.adapter.send(world.to, aCard(), "msg_1");
    expect(ref.kind).toBe("card");
    expect(JSON.stringify(messages()[0]?.content)).toContain("Call them");
    world.emulator.faults.add({
      path,
      method: "POST",
      times: 2,
      ...refusal(230099, "ErrCode: 200621"),
    });
    expect(await world.lark.adapter.send(world.to, aCard(), "msg_2")).toMatchObject({
      kind: "text",
    });
    expect(messages()[1]).toMatchObject({ type: "text", content: { text: "Acme\nCall them" } });
  });

  it("hides phones and mails when Lark's audit refuses them", async () => {
    world.emulator.faults.add({ path, method: "POST", ...refusal(230028) });
    const text = [{ t: "text" as const, text: "Wang Li, +86 138 0013 8000, wang@acme.example" }];
    await world.lark.adapter.send(world.to, aCard({ blocks: [{ t: "text", text }] }), "msg_1");
    const sent = JSON.stringify(messages()[0]?.content);
    expect(sent).toContain("Wang Li");
    expect(sent).not.toMatch(/0013|wang@/);
  });

  it.each([
    [230002, "no longer in this chat"],
    [230013, "cannot be reached"],
    [230053, "cannot be reached"],
    [99992361, "belongs to another app"],
  ])("refuses for good on %i, with a sentence for the operator", async (code, sentence) => {
    world.emulator.faults.add({ path, ...refusal(code) });
    const error = await failure(world.lark.adapter.send(world.to, aCard(), "msg_1"));
    expect(error).toMatchObject({ name: "Refused", code: `lark.${code}` });
    expect(error?.message).toContain(sentence);
  });

  it("names the page where a missing permission is granted", async () => {
    const url = "https://open.feishu.cn/app/cli_1/auth?q=im:message";
    world.emulator.faults.add({ path, ...refusal(99991672, `Access denied: ${url}`) });
    const error = await failure(world.lark.adapter.send(world.to, aCard(), "msg_1"));
    expect(error?.message).toContain(url);
  });

  it("refuses a connection it does not have", async () => {
    const to = { connection: "cli_gone", externalId: "ou_ana" };
    expect(await failure(world.lark.adapter.send(to, aCard(), "k"))).toMatchObject({
      code: "lark.unknown-connection",
    });
  });

  it("makes keys of at most 50 characters, the same for the same", () => {
    expect(toUuid("msg_1")).toBe("msg_1");
    expect(toUuid("x".repeat(80))).toHaveLength(43);
    expect(toUuid("线索")).toBe(toUuid("线索"));
  });
});

describe("changing", () => {
  it.each([
    ["is too old", 15 * 86_400_000, undefined],
    ["was recalled", 0, refusal(230011)],
  ])("sends a card anew once when it %s", async (_, ms, fault) => {
    const { adapter } = world.lark;
    const ref = await adapter.send(world.to, aCard(), "msg_1");
    world.now += ms;
    if (fault) world.emulator.faults.add({ path, method: "PATCH", ...fault });
    await adapter.update(ref, aCard({ title: "Later" }));
    await adapter.update(ref, aCard({ title: "Later still" }));
    expect(messages()).toHaveLength(2);
    expect(JSON.stringify(messages()[1]?.content)).toContain("Later still");
  });
});

describe("people", () => {
  it("knows who an account belongs to, and where somebody is", async () => {
    const { adapter } = world.lark;
    expect(await adapter.whoIs(world.to)).toEqual({
      outside: false,
      email: "ana@team.example",
      phone: "+4477009001",
    });
    expect(await adapter.whoIs({ ...world.to, externalId: "ou_unknown" })).toBeUndefined();
    expect(await adapter.findAccount({ email: "ana@team.example", phone: null })).toEqual(world.to);
    expect(await adapter.findAccount({ email: null, phone: "+44 7700 9001" })).toEqual(world.to);
    expect(await adapter.findAccount({ email: "bob@team.example", phone: null })).toBeUndefined();
  });

  it("knows somebody by the company's mailbox when they have no address of their own", async () => {
    const mailbox = { email: "", enterprise_email: "bo@team.example" };
    world.emulator.state.users.set("ou_bo", mailbox);
    const who = await world.lark.adapter.whoIs({ ...world.to, externalId: "ou_bo" });
    expect(who).toEqual({ outside: false, email: "bo@team.example" });
  });

  it("counts somebody who left as an outsider", async () => {
    world.emulator.state.users.set("ou_left", { email: "left@team.example", is_resigned: true });
    expect(await world.lark.adapter.whoIs({ ...world.to, externalId: "ou_left" })).toMatchObject({
      outside: true,
    });
  });
});

it("uploads a picture once", async () => {
  await world.close();
  world = await createLarkWorld({
    mode: "http",
    lark: { readAsset: async () => ({ bytes: new Uint8Array([1, 2, 3]) }) },
  });
  const card = aCard({ blocks: [{ t: "image", image: { asset: "ast_1" }, alt: "A chart" }] });
  await world.lark.adapter.send(world.to, card, "msg_1");
  await world.lark.adapter.send(world.to, card, "msg_2");
  expect(world.emulator.state.images.size).toBe(1);
  expect(JSON.stringify(messages()[1]?.content)).toContain("img_v3_");
});

it("refuses to start with wrong keys, saying where the right ones are", async () => {
  await world.close();
  world = await createLarkWorld({ start: false });
  world.emulator.state.app.appSecret = "another";
  await expect(world.lark.start()).rejects.toThrow("Copy App ID and App Secret");
});

it("refuses an app id the SDK would silently ignore, and HTTP without an encrypt key", async () => {
  const connection = {
    connection: "x",
    appId: "x",
    appSecret: "y",
    domain: "feishu",
    mode: "long",
  } as const;
  await expect(
    createLarkWorld({ start: false, lark: { connections: [connection] } }),
  ).rejects.toThrow("cli_");
  const http = { ...connection, appId: "cli_0123456789abcdef", mode: "http" } as const;
  await expect(createLarkWorld({ start: false, lark: { connections: [http] } })).rejects.toThrow(
    "Encrypt Key",
  );
});
