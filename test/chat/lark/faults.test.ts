// What goes wrong between Lark and us. After each: the process lives, the effect is there once, the person knows.
import { afterEach, describe, expect, it } from "vitest";
import type { LarkOptions } from "../../../src/chat/lark/connection.ts";
import type { OwnershipTimes } from "../../../src/core/leads/ownership/times.ts";
import { type Envelope, messageEvent, pressEvent } from "../../emulators/lark/envelopes.ts";
import { type Fault, refusal } from "../../emulators/lark/faults.ts";
import { findButton } from "../../helpers/lark-shown.ts";
import { type LarkScene, prepareLark } from "../../helpers/lark-surface.ts";
import type { SurfaceDriver } from "../../helpers/surfaces.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const sending = { method: "POST", path: /\/messages$/ };

let scene: LarkScene;
let world: World;
let driver: SurfaceDriver;
afterEach(async () => {
  await world.close();
  await scene.close();
});

type Mode = "long" | "http";
const modes: Mode[] = ["long", "http"];

type Opening = Partial<LarkOptions> & { ownership?: Partial<OwnershipTimes> };

async function open(mode: Mode, { ownership = {}, ...more }: Opening = {}): Promise<void> {
  scene = await prepareLark(mode, { timeoutMs: 1_000, ...more });
  world = await createWorld([scene.surface], { ownership });
  driver = await scene.open(world);
}

const state = () => scene.emulator.state;
const texts = async (personId = "per_ana") =>
  (await driver.shows(personId)).map(({ text }) => text);
const shown = async (words: string) => (await texts()).filter((one) => one.includes(words)).length;
const says = async (text: string) => {
  await driver.says("per_ana", text);
  await world.ringside.drain();
};
const deliver = async (...args: Parameters<LarkScene["deliver"]>) => {
  const answer = await scene.deliver(...args);
  await scene.lark().idle();
  await world.ringside.drain();
  return answer;
};
const said = (set: object = {}) => ({
  ...{ from: "ou_per_ana", text: "my leads", at: world.ringside.clock() },
  ...{ messageId: "om_1", eventId: "e1", ...set },
});
/** A press on the newest button with this label. */
const pressed = async (label: string, set: object = {}) => {
  const buttons = (await driver.shows("per_ana")).flatMap((shown) => shown.buttons);
  const ref = buttons.findLast((button) => button.label === label)?.ref ?? "";
  const place = findButton(state().messages, ref) ?? { messageId: "om_x", value: { ref } };
  const at = world.ringside.clock();
  const by = { from: "ou_per_ana", at, eventId: "e_press" };
  return pressEvent(state().app, { ...by, ...place, ...set });
};
const now = (event: Envelope): Envelope => ({
  ...event,
  header: { ...event.header, create_time: String(world.ringside.clock()) },
});
/** How often the lead became hers. */
const accepted = async () => {
  const { leads, audits } = world.ringside.records.read;
  const lead = await leads.get("led_1");
  const hers = await audits.find({ recordId: "led_1", actorId: "per_ana" });
  return lead?.status === "accepted" ? hers.length : 0;
};
/** The process lives: somebody asks something, and is answered. */
const expectAlive = async () => {
  await driver.says("per_lei", "帮助");
  await world.passes(2 * minuteMs);
  expect((await texts("per_lei")).at(-1)).toContain("李雷");
};

describe.each(modes)("over %s", (mode) => {
  it("a message that comes again, with the same ids and with fresh ones, is answered once", async () => {
    await open(mode);
    const { app } = state();
    await deliver(messageEvent(app, said()));
    await deliver(messageEvent(app, said()));
    await deliver(messageEvent(app, said({ messageId: "om_2", eventId: "e2" })));
    expect(await shown("My leads")).toBe(1);
    await expectAlive();
  });

  it("a button pressed twice does it once, and both presses are answered", async () => {
    await open(mode);
    await world.arrives("led_1");
    const press = await pressed("Accept");
    const again = await pressed("Accept", { eventId: "e_second" });
    const first = await deliver(press);
    expect(await deliver(press)).toEqual(first);
    const second = await deliver(again);
    expect(first.data.toast).toMatchObject({ content: "It is yours. Good luck!" });
    expect(second.data.toast).toMatchObject({ content: expect.stringContaining("already") });
    expect(await accepted()).toBe(1);
    await expectAlive();
  });

  const passing: [string, Omit<Fault, "path">][] = [
    ["429", { status: 429, body: { code: 99991400 }, headers: { "x-ogw-ratelimit-reset": "5" } }],
    ["a business code for too much at once", refusal(230020)],
    ["a 500 after it was taken", { status: 500, after: true }],
    ["a 500 before", { status: 500 }],
    ["silence", { hang: true }],
    ["a cut line", { disconnect: true }],
    ["a locked card", refusal(230099, "ErrCode: 11310; ErrMsg: card action is lock")],
    ["a bot that was taken away for a while", refusal(230006)],
  ];
  it.each(passing)("an answer that meets %s arrives, once", async (_, fault) => {
    await open(mode);
    scene.emulator.faults.add({ ...sending, ...fault });
    await says("my leads");
    await world.passes(2 * minuteMs);
    expect(await shown("My leads")).toBe(1);
    await expectAlive();
  });

  const plainer: [string, Omit<Fault, "path">][] = [
    ["too large", refusal(230025)],
    ["refused for a reason of the card", refusal(230099, "ErrCode: 200621")],
    ["refused by the audit", refusal(230028)],
  ];
  it.each(plainer)("a card that is %s arrives plainer, once", async (_, fault) => {
    await open(mode);
    scene.emulator.faults.add({ ...sending, ...fault });
    await world.arrives("led_1");
    expect(await shown("Wang Li · Acme Medical")).toBe(1);
    await deliver(await pressed("Accept"));
    expect(await accepted()).toBe(1);
    await expectAlive();
  });

  it("a card that Lark takes in no form arrives as words", async () => {
    await open(mode);
    scene.emulator.faults.add({ ...sending, times: 2, ...refusal(230099, "ErrCode: 200861") });
    await world.arrives("led_1");
    expect(await shown("Wang Li · Acme Medical")).toBe(1);
    expect(state().messages[0]).toMatchObject({ type: "text" });
    await expectAlive();
  });

  it("a card of more than 14 days is sent anew and says so, and the effect is there once", async () => {
    await open(mode, { ownership: { acceptMs: 90 * dayMs, untakenMs: 90 * dayMs } });
    await world.arrives("led_1");
    const press = await pressed("Accept");
    await world.passes(15 * dayMs);
    await deliver(now(press));
    expect(await accepted()).toBe(1);
    expect((await texts()).at(-1)).toContain("could no longer be changed");
    await expectAlive();
  });

  it("a card whose message was recalled is sent anew", async () => {
    await open(mode);
    await world.arrives("led_1");
    scene.emulator.faults.add({ method: "PATCH", path: /messages/, ...refusal(230011) });
    await deliver(await pressed("Accept"));
    expect(await accepted()).toBe(1);
    expect(state().messages).toHaveLength(2);
    expect((await texts()).at(-1)).toContain("could no longer be changed");
    await expectAlive();
  });

  it("an expired card token stops nothing: no call of ours spends one", async () => {
    await open(mode);
    await world.arrives("led_1");
    const press = await pressed("Accept");
    await world.passes(31 * minuteMs);
    const answer = await deliver(now(press));
    expect(answer.data.toast).toMatchObject({ content: "It is yours. Good luck!" });
    expect(await accepted()).toBe(1);
    expect(state().calls.filter(({ path }) => path.includes("/interactive/"))).toEqual([]);
    await expectAlive();
  });

  it("somebody of another tenant changes nothing and sees nothing", async () => {
    await open(mode);
    await world.arrives("led_1");
    const before = state().messages.length;
    await deliver(messageEvent(state().app, said({ tenantKey: "tenant_other" })));
    const answer = await deliver(await pressed("Accept", { tenantKey: "tenant_other" }));
    expect(answer).toEqual({ status: 200, data: {} });
    expect(state().messages).toHaveLength(before);
    expect(await accepted()).toBe(0);
    await expectAlive();
  });

  it.each([230013, 230029, 230053])(
    "somebody who cannot be reached (%i) holds up nobody, and is answered when they can be",
    async (code) => {
      await open(mode);
      scene.emulator.faults.add({ ...sending, ...refusal(code) });
      await says("my leads");
      await expectAlive();
      await says("my leads");
      expect(await shown("My leads")).toBe(1);
    },
  );

  it("revoked keys keep what is to be said until they are right again, and the state says so", async () => {
    await open(mode);
    const { app } = state();
    const right = app.appSecret;
    state().revokeToken();
    app.appSecret = "another";
    await says("my leads");
    expect(scene.lark().state()).toMatchObject({ ok: false });
    expect(scene.lark().state().why).toContain("Copy App ID and App Secret");
    app.appSecret = right;
    await world.passes(2 * minuteMs);
    expect(await shown("My leads")).toBe(1);
    expect(scene.lark().state()).toMatchObject({ ok: true });
    await expectAlive();
  });
});

describe("over long", () => {
  it("a message in parts, out of order and cut inside characters, is answered once", async () => {
    await open("long");
    const inParts = { parts: 30, outOfOrder: true };
    await deliver(messageEvent(state().app, said({ text: "我的线索" })), inParts);
    expect(await shown("My leads")).toBe(1);
    await expectAlive();
  });

  it("a message whose acknowledgement a broken socket lost is answered once", async () => {
    await open("long");
    const event = messageEvent(state().app, said());
    await deliver(event);
    scene.emulator.sockets.drop();
    await expect.poll(() => scene.emulator.sockets.count()).toBe(1);
    await deliver(event);
    expect(await shown("My leads")).toBe(1);
    await expectAlive();
  });

  it("a socket that answers no ping any more is replaced, and what came meanwhile is answered", async () => {
    await open("long", { pongMs: 200 });
    const asked = () => state().calls.filter(({ path }) => path.endsWith("/endpoint")).length;
    scene.emulator.sockets.mute(true);
    await expect.poll(asked).toBeGreaterThan(1);
    scene.emulator.sockets.mute(false);
    await expect.poll(() => scene.lark().state().ok).toBe(true);
    await deliver(messageEvent(state().app, said()));
    expect(await shown("My leads")).toBe(1);
    await expectAlive();
  });

  it("keys refused while connecting again are asked for again, and what waited is answered", async () => {
    await open("long", { silenceMs: 50 });
    const { app } = state();
    const right = app.appSecret;
    app.appSecret = "revoked";
    scene.emulator.sockets.drop();
    await expect.poll(() => scene.lark().state().why).toContain("failed");
    app.appSecret = right;
    await expect.poll(() => scene.lark().state().ok).toBe(true);
    await deliver(messageEvent(app, said()));
    expect(await shown("My leads")).toBe(1);
    await expectAlive();
  });
});

it("a request that somebody replays is answered 200 without effect", async () => {
  await open("http");
  await world.arrives("led_1");
  const press = await pressed("Accept");
  const first = await deliver(press);
  expect(await deliver(press)).toEqual(first);
  expect(await accepted()).toBe(1);
  await expectAlive();
});
