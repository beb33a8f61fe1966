import { afterEach, describe, expect, it } from "vitest";
import { messageEvent, pressEvent } from "../../../emulators/lark/envelopes.ts";
import { createLarkWorld, type LarkWorld } from "../world.ts";

let world: LarkWorld;
afterEach(() => world.close());

const said = (set: object = {}) =>
  messageEvent(world.emulator.state.app, {
    from: "ou_ana",
    text: "我的线索",
    at: world.now,
    ...set,
  });
const push = (...args: Parameters<LarkWorld["emulator"]["sockets"]["push"]>) =>
  world.emulator.sockets.push(...args);
const press = () =>
  pressEvent(world.emulator.state.app, {
    from: "ou_ana",
    at: world.now,
    messageId: "om_1",
    value: { ref: "act_1" },
  });

describe("the long connection", () => {
  it("takes events, whole or in parts cut anywhere and out of order", async () => {
    world = await createLarkWorld();
    expect(world.lark.state()).toMatchObject({ ok: true });
    for (const options of [{}, { parts: 5 }, { parts: 40, outOfOrder: true }]) {
      expect(await push(said(), options)).toMatchObject({ code: 200 });
    }
    expect(world.accepted.map((event) => event.kind === "message" && event.text)).toEqual(
      Array(3).fill("我的线索"),
    );
  });

  it("takes presses in frames of either type, and answers them", async () => {
    world = await createLarkWorld();
    for (const type of ["event", "card"] as const) {
      const acked = await push(press(), { type });
      expect(acked).toMatchObject({ code: 200, data: { toast: { content: "ok" } } });
    }
  });

  it("answers 500 for what could not be kept, and lives on", async () => {
    world = await createLarkWorld();
    world.answer.accept = () => Promise.reject(new Error("disk full"));
    expect(await push(said())).toMatchObject({ code: 500 });
    world.answer.accept = async () => {};
    expect(await push(said())).toMatchObject({ code: 200 });
  });

  it("connects again after the socket broke, and says so meanwhile", async () => {
    world = await createLarkWorld();
    world.emulator.sockets.drop();
    const logged = () => world.logged.map((line) => line.split(" {")[0]);
    await expect
      .poll(logged)
      .toEqual([
        "the long connection to Lark broke; connecting again",
        "the long connection to Lark stands again",
      ]);
    expect(world.lark.state()).toMatchObject({ ok: true });
    expect(await push(said())).toMatchObject({ code: 200 });
  });

  it("makes a fresh socket after a long silence, and after the SDK gave up", async () => {
    world = await createLarkWorld({ lark: { silenceMs: 50 } });
    const sockets = () =>
      world.emulator.state.calls.filter(({ path }) => path.endsWith("/endpoint"));
    world.now += 1_000;
    await expect.poll(() => sockets().length).toBeGreaterThan(1);
    await expect.poll(() => world.lark.state().ok).toBe(true);
    const refused = { status: 200, body: { code: 403, msg: "no", data: {} } };
    world.emulator.faults.add({ path: /ws\/endpoint/, ...refused });
    world.emulator.sockets.drop();
    await expect.poll(() => world.logged.join()).toContain("Lark refused the long");
    await expect.poll(() => world.lark.state().ok).toBe(true);
    expect(await push(said())).toMatchObject({ code: 200 });
  });

  it("refuses to start when Lark refuses the socket, and when it does not answer", async () => {
    world = await createLarkWorld({ start: false, lark: { connectMs: 300 } });
    const path = /ws\/endpoint/;
    world.emulator.faults.add({ path, status: 200, body: { code: 1000040350, msg: "too many" } });
    await expect(world.lark.start()).rejects.toThrow("50 long connections");
    world.emulator.faults.add({ path, hang: true });
    await expect(world.lark.start()).rejects.toThrow("did not come up");
  });

  it("trusts no socket without TLS beyond this machine", async () => {
    world = await createLarkWorld({ start: false, lark: { connectMs: 300 } });
    const URL = "ws://lark.example/ws/v2?device_id=1&service_id=1";
    const data = {
      URL,
      ClientConfig: {
        ReconnectCount: -1,
        ReconnectInterval: 1,
        ReconnectNonce: 0,
        PingInterval: 1,
      },
    };
    world.emulator.faults.add({
      path: /ws\/endpoint/,
      status: 200,
      body: { code: 0, data },
      times: 9,
    });
    await expect(world.lark.start()).rejects.toThrow();
    expect(world.emulator.sockets.count()).toBe(0);
  });

  it("ignores another app's events", async () => {
    world = await createLarkWorld();
    const other = { ...world.emulator.state.app, appId: "cli_ffffffffffffffff" };
    await push(messageEvent(other, { from: "ou_ana", at: world.now }));
    expect(world.counted).toEqual(["foreign-app"]);
    expect(world.accepted).toEqual([]);
  });

  it("closes its socket when it stops", async () => {
    world = await createLarkWorld();
    await world.lark.stop();
    await expect.poll(() => world.emulator.sockets.count()).toBe(0);
    expect(world.lark.state().ok).toBe(false);
  });
});

describe("a link that looks alive", () => {
  it("is dropped and made anew when no ping is answered", async () => {
    world = await createLarkWorld({ lark: { pongMs: 200 } });
    const { sockets, state } = world.emulator;
    const asked = () => state.calls.filter(({ path }) => path.endsWith("/endpoint")).length;
    sockets.mute(true);
    await expect.poll(asked).toBeGreaterThan(1);
    sockets.mute(false);
    await expect.poll(() => world.lark.state().ok).toBe(true);
    expect(await push(said())).toMatchObject({ code: 200 });
  });

  it("comes back after its keys were refused, once they are right again", async () => {
    world = await createLarkWorld({ lark: { silenceMs: 50 } });
    const { app } = world.emulator.state;
    const right = app.appSecret;
    app.appSecret = "revoked";
    world.emulator.sockets.drop();
    await expect.poll(() => world.logged.join()).toContain("Lark refused the long connection");
    expect(world.lark.state().ok).toBe(false);
    app.appSecret = right;
    await expect.poll(() => world.lark.state().ok).toBe(true);
    expect(await push(said())).toMatchObject({ code: 200 });
    expect(world.logged.join()).not.toContain(right);
  });
});

it("lets what is under way be acknowledged when it stops, and takes nothing more", async () => {
  world = await createLarkWorld();
  let keep = (): void => {};
  world.answer.accept = () =>
    new Promise((resolve) => {
      keep = resolve;
    });
  const first = push(said());
  await expect.poll(() => world.counted.length).toBe(1);
  const stopped = world.lark.stop();
  expect(await push(said({ messageId: "om_after" }))).toMatchObject({ code: 500 });
  keep();
  expect(await first).toMatchObject({ code: 200 });
  await stopped;
  expect(world.accepted).toHaveLength(1);
});

it("does not wait for ever when it stops", async () => {
  world = await createLarkWorld({ lark: { drainMs: 50 } });
  world.answer.accept = () => new Promise(() => {});
  push(said()).catch(() => {});
  await expect.poll(() => world.counted.length).toBe(1);
  await world.lark.stop();
  expect(world.lark.state().ok).toBe(false);
});
