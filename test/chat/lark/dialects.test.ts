// Lark as others write it: what its documentation and captures allow and our own emulator never does.
import { afterEach, describe, expect, it } from "vitest";
import { type Incoming, parseEnvelope } from "../../../src/chat/lark/parse.ts";
import { completeTimes, usualTimes } from "../../../src/chat/lark/transport/frames.ts";
import { type Envelope, messageEvent, pressEvent } from "../../emulators/lark/envelopes.ts";
import { createState } from "../../emulators/lark/state.ts";
import { aCard, createLarkWorld, type LarkWorld } from "./world.ts";

const at = Date.UTC(2026, 10, 23, 9);
const { app } = createState(() => at);
const parse = (event: unknown): Incoming => parseEnvelope(event, app);
const said = (set: object = {}) =>
  messageEvent(app, { from: "ou_ana", text: "my leads", at, ...set });
const press = (set: object = {}) =>
  pressEvent(app, { from: "ou_ana", at, messageId: "om_1", value: { ref: "act_1" }, ...set });
/** The same event with parts of it replaced, by their path. */
const changed = (event: Envelope, parts: Record<string, unknown>): unknown => {
  const copy = structuredClone(event) as unknown as Record<string, never>;
  for (const [path, value] of Object.entries(parts)) {
    const names = path.split(".");
    const last = names.pop() ?? "";
    const holder = names.reduce<Record<string, never>>((part, name) => part[name] ?? {}, copy);
    holder[last] = value as never;
  }
  return copy;
};

describe("a message", () => {
  it("may have nulls, or ids of one kind only, where Lark has nothing to say", () => {
    const nulls = {
      "event.sender.tenant_key": null,
      "event.sender.sender_id": { open_id: "ou_ana", user_id: null, union_id: null },
      "event.message.root_id": null,
      "event.message.parent_id": null,
      "event.message.thread_id": null,
      "event.message.mentions": null,
      "event.message.update_time": null,
    };
    const incoming = parse(changed(said(), nulls));
    expect(incoming).toMatchObject({ kind: "event", event: { text: "my leads" } });
    expect(incoming.kind === "event" && incoming.event).not.toHaveProperty("threadId");
  });

  it("mentions people by ids alone, or everybody", () => {
    const us = { key: "@_user_1", id: { open_id: app.botOpenId } };
    const everybody = { key: "@_all", id: null, name: "所有人" };
    const text = "@_user_1 @_all my leads";
    const mentions = [us, everybody];
    expect(parse(said({ text, chat: "group", mentions }))).toMatchObject({
      event: { text: expect.stringMatching(/my leads$/) },
    });
    expect(parse(said({ text, chat: "group", mentions: [everybody] }))).toEqual({
      kind: "ignored",
      why: "not-for-us",
    });
  });

  it.each([
    ["lead 王芳 [w@acme.cn](mailto:w@acme.cn)", "lead 王芳 w@acme.cn"],
    [
      "see [acme.cn](http://acme.cn/) [报价](https://acme.cn/q)",
      "see acme.cn 报价 (https://acme.cn/q)",
    ],
    ["call [+86 138 0013 8000](tel:+8613800138000)", "call +86 138 0013 8000"],
    ["a [note](to self) [x] (y)", "a [note](to self) [x] (y)"],
  ])("has addresses as links, read as they were typed: %s", (text, read) => {
    expect(parse(said({ text }))).toMatchObject({ event: { text: read } });
  });

  it("made of many brackets is read in no time", () => {
    const text = `${"[".repeat(50_000)}${"[a](".repeat(20_000)}${"](https://".repeat(10_000)}`;
    const before = performance.now();
    parse(said({ text }));
    expect(performance.now() - before).toBeLessThan(500);
  });

  it("is a picture where one was pasted without words, and words where there are some", () => {
    const image = [{ tag: "img", image_key: "img_1", width: 1, height: 1 }];
    const at = [{ tag: "at", user_id: "@_user_1", user_name: "Ringside" }];
    const post = (...content: object[][]) =>
      said({ type: "post", content: { title: "", content } });
    expect(parse(post(image))).toMatchObject({
      kind: "file",
      file: { fileKey: "img_1", type: "image" },
    });
    expect(parse(post(at, image))).toMatchObject({ kind: "file" });
    const words = [{ tag: "md", text: "Acme won" }];
    expect(parse(post(image, words))).toMatchObject({ event: { text: "Acme won" } });
  });

  it.each([
    ["interactive", { title: "a card", elements: [[{ tag: "text", text: "x" }]] }],
    ["share_chat", { chat_id: "oc_1" }],
    ["share_user", { user_id: "ou_1" }],
    ["location", { name: "x", longitude: "1", latitude: "2" }],
    ["system", { template: "{from_user}", from_user: ["a"] }],
    ["folder", { file_key: "f", file_name: "n" }],
    ["vote", { topic: "t", options: ["a"] }],
    ["some_day", { anything: [1] }],
  ])("of the kind %s is answered as an empty one", (type, content) => {
    expect(parse(said({ type, content }))).toMatchObject({ kind: "event", event: { text: "" } });
  });

  it("whose content is no JSON is empty, not lost", () => {
    const broken = changed(said(), { "event.message.content": "hello" });
    expect(parse(broken)).toMatchObject({ kind: "event", event: { text: "" } });
  });
});

describe("a press", () => {
  it("may lack what it does not need, and name its message as the older form does", () => {
    const older = {
      "event.context": null,
      "event.open_message_id": "om_9",
      "event.token": null,
      "event.operator": { open_id: "ou_ana", user_id: null },
      "event.action.form_value": null,
      "event.action.timezone": "Asia/Shanghai",
      "event.host": undefined,
    };
    expect(parse(changed(press(), older))).toMatchObject({
      kind: "press",
      press: { messageId: "om_9" },
      interaction: { kind: "action", ref: "act_1", externalId: "ou_ana" },
    });
  });

  it("is told apart from another with the same token, and known again under a fresh id", () => {
    const aliases = (event: Envelope) => {
      const incoming = parse(changed(event, { "event.token": "c-same" }));
      return incoming.kind === "press" ? incoming.interaction.aliases : undefined;
    };
    expect(aliases(press())).toEqual(aliases(press()));
    expect(aliases(press())).not.toEqual(aliases(press({ value: { ref: "act_2" } })));
    expect(aliases(press())).not.toEqual(aliases(press({ messageId: "om_2" })));
  });
});

it("an event without a time, or of the first version, is ignored and counted", () => {
  expect(parse(changed(said(), { "header.create_time": null }))).toMatchObject({
    why: "unknown-envelope",
  });
  const first = {
    uuid: "u",
    token: "t",
    ts: "1",
    type: "event_callback",
    event: { type: "message" },
  };
  expect(parse(first)).toMatchObject({ why: "unknown-envelope" });
});

it("times of the long connection that are not given, or make no sense, are the usual ones", () => {
  expect(completeTimes(undefined)).toEqual(usualTimes);
  const odd = { PingInterval: 0, ReconnectInterval: "3", ReconnectNonce: 5, ReconnectCount: null };
  expect(completeTimes(odd)).toEqual({ ...usualTimes, ReconnectNonce: 5 });
});

describe("the long connection of another server", () => {
  let world: LarkWorld;
  afterEach(() => world.close());

  it("stands without times in its address, and takes frames that do not count their pieces", async () => {
    world = await createLarkWorld({ start: false });
    const { emulator } = world;
    const URL = `${emulator.url.replace("http:", "ws:")}/ws/v2?device_id=d&service_id=1`;
    emulator.faults.add({ path: /ws\/endpoint/, status: 200, body: { code: 0, data: { URL } } });
    await world.lark.start();
    const event = { from: "ou_ana", text: "my leads", at: world.now };
    const acked = await emulator.sockets.push(messageEvent(emulator.state.app, event), {
      bare: true,
    });
    expect(acked).toMatchObject({ code: 200 });
    expect(world.accepted).toMatchObject([{ text: "my leads" }]);
  });

  it("hears what is sent in the very moment it stands, as what waited is after a break", async () => {
    world = await createLarkWorld({ start: false });
    const { sockets, state } = world.emulator;
    const event = messageEvent(state.app, { from: "ou_ana", text: "my leads", at: world.now });
    const acked = sockets.connected().then(() => sockets.push(event, { timeoutMs: 5_000 }));
    await world.lark.start();
    expect(await acked).toMatchObject({ code: 200 });
    expect(world.accepted).toHaveLength(1);
  });

  it.each(["", "{}", '{"PingInterval":0}', "null", "pong"])(
    "is not pinged without a pause after a pong that says %j",
    async (payload) => {
      world = await createLarkWorld({ start: false });
      const { sockets } = world.emulator;
      sockets.pong(payload);
      await world.lark.start();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(sockets.pings()).toBeLessThan(3);
    },
  );
});

describe("an answer of another server", () => {
  let world: LarkWorld;
  afterEach(() => world.close());
  const send = () => world.lark.adapter.send(world.to, aCard(), "key_1");
  const failing = { path: /im\/v1\/messages/ };

  it.each([
    [
      200,
      {
        code: 230001,
        msg: "Your request contains an invalid request parameter, ext=Internal Error",
      },
    ],
    [200, { code: 55001, msg: "internal error" }],
    [400, { code: 230101, msg: "Sending messages to users is temporarily unavailable" }],
  ])("%i with %j is one to come again after", async (status, body) => {
    world = await createLarkWorld();
    world.emulator.faults.add({ ...failing, status, body });
    await expect(send()).rejects.toMatchObject({ name: "RetryLater" });
    expect(await send()).toMatchObject({ kind: "card" });
  });

  it("refuses a file, not what its card says: that it is missing is said there", async () => {
    const readAsset = async () => ({ bytes: Buffer.from("{}") });
    world = await createLarkWorld({ lark: { readAsset } });
    const refused = { status: 400, body: { code: 99991672, msg: "no permission" } };
    world.emulator.faults.add({ path: /im\/v1\/files/, ...refused });
    const file = { t: "file", file: { asset: "ast_1" }, name: "mine.json" } as const;
    await world.lark.adapter.send(world.to, aCard({ blocks: [file] }), "key_1");
    const shown = JSON.stringify(world.emulator.state.messages);
    expect(shown).toContain("mine.json could not be sent here");
  });

  it("is a gateway's 429 without a code: later, and surely not taken", async () => {
    world = await createLarkWorld();
    const page = { status: 429, body: null as never, headers: { "retry-after": "7" } };
    world.emulator.faults.add({ ...failing, ...page });
    await expect(send()).rejects.toMatchObject({ afterMs: 7_000, ambiguous: false });
  });

  it("is a token gone mid-run, in any of its codes: renewed, and sent once", async () => {
    world = await createLarkWorld();
    for (const code of [99991663, 99991661, 99991668, 99991677]) {
      world.emulator.faults.add({ ...failing, status: 400, body: { code, msg: "token" } });
      await world.lark.adapter.send(world.to, aCard(), `key_${code}`);
    }
    expect(world.emulator.state.messages).toHaveLength(4);
  });
});
