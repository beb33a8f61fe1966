import { afterEach, beforeEach, expect, it } from "vitest";
import { enteredEvent, messageEvent, pressEvent } from "../emulators/lark/envelopes.ts";
import { type LarkScene, prepareLark } from "../helpers/lark-surface.ts";
import type { SurfaceDriver } from "../helpers/surfaces.ts";
import { createWorld, type World } from "../helpers/world.ts";

const hourMs = 3_600_000;

let scene: LarkScene;
let world: World;
let driver: SurfaceDriver;
beforeEach(async () => {
  scene = await prepareLark("http");
  world = await createWorld([scene.surface]);
  driver = await scene.open(world);
});
afterEach(async () => {
  await world.close();
  await scene.close();
});

const app = () => scene.emulator.state.app;
const texts = async () => (await driver.shows("per_ana")).map(({ text }) => text);
const deliver = async (event: Parameters<LarkScene["deliver"]>[0]) => {
  expect(await scene.deliver(event)).toMatchObject({ status: 200 });
  await world.ringside.drain();
};
const saidBefore = (ms: number, set: object = {}) =>
  messageEvent(app(), {
    ...{ from: "ou_per_ana", text: "my leads", messageId: "om_late", eventId: "e_late" },
    at: world.ringside.clock() - ms,
    ...set,
  });

it("asks whether late words are still wanted, once, and does them when they are", async () => {
  await deliver(saidBefore(6 * hourMs));
  await deliver(saidBefore(6 * hourMs));
  await deliver(saidBefore(6 * hourMs, { messageId: "om_fresh", eventId: "e_fresh" }));
  const [asked, ...others] = await driver.shows("per_ana");
  expect(others).toEqual([]);
  expect(asked?.text).toContain("Did you still want this?");
  expect(asked?.text).toContain("my leads");
  expect(asked?.text).toMatch(/03:00/);
  const [yes] = asked?.buttons ?? [];
  await driver.presses("per_ana", yes?.ref ?? "");
  await world.ringside.drain();
  expect((await texts()).at(-1)).toContain("My leads");
});

it("does at once what is only minutes old", async () => {
  await deliver(saidBefore(29 * 60_000));
  expect((await texts()).join()).toContain("My leads");
});

it("asks in the language of whoever wrote", async () => {
  await deliver(saidBefore(hourMs, { from: "ou_per_lei", text: "我的线索" }));
  const [asked] = await driver.shows("per_lei");
  expect(asked?.text).toContain("这件事您现在还需要吗？");
  expect(asked?.buttons).toMatchObject([{ label: "需要，现在就办" }]);
});

it("asks nothing about empty words, and repeats none that fill a page", async () => {
  await deliver(saidBefore(hourMs, { text: " " }));
  await deliver(saidBefore(hourMs, { text: "x".repeat(30_000), messageId: "om_2", eventId: "e2" }));
  expect((await texts()).join()).not.toContain("Did you still want this?");
});

it("answers a known press that comes again six hours late as it did then, without effect", async () => {
  await world.arrives("led_1");
  const [card] = await driver.shows("per_ana");
  const ref = card?.buttons.find(({ label }) => label === "Accept")?.ref ?? "";
  const press = { from: "ou_per_ana", messageId: "om_1", value: { ref }, eventId: "e_press" };
  const at = world.ringside.clock();
  const first = await scene.deliver(pressEvent(app(), { ...press, at }));
  await world.passes(6 * hourMs);
  const before = await texts();
  const again = await scene.deliver(pressEvent(app(), { ...press, at }));
  await world.ringside.drain();
  expect(again).toEqual(first);
  const changes = await world.ringside.records.read.ownerChanges.find({ recordId: "led_1" });
  expect(changes.filter(({ toId }) => toId === "per_ana")).toHaveLength(1);
  await scene.lark().idle();
  expect(await texts()).toEqual(before);
});

it("greets whoever opens the chat once, however often they do", async () => {
  const opened = () =>
    deliver(enteredEvent(app(), { from: "ou_per_ana", at: world.ringside.clock() }));
  await opened();
  await opened();
  await world.passes(48 * hourMs);
  await opened();
  const greetings = (await texts()).filter((shown) => shown.includes("I am in your corner"));
  expect(greetings).toHaveLength(1);
});
