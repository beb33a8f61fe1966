// A voice message from before its speaker agreed, through the whole of Ringside.
import { afterEach, beforeEach, expect, it } from "vitest";
import { type LarkScene, prepareLark } from "../../helpers/lark-surface.ts";
import type { SurfaceDriver } from "../../helpers/surfaces.ts";
import { createWorld, type World } from "../../helpers/world.ts";

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

const press = async (label: string) => {
  const buttons = (await driver.shows("per_ana")).flatMap((shown) => shown.buttons);
  const ref = buttons.findLast((button) => button.label.startsWith(label))?.ref ?? "";
  const outcome = await driver.presses("per_ana", ref);
  await world.ringside.drain();
  return outcome.toast;
};
const last = async () => (await driver.shows("per_ana")).at(-1)?.text;
const recordings = () => world.ringside.records.read.assets.count({});

it("is held until they agree, and heard then by a press on the same card", async () => {
  await driver.drops("per_ana", { name: "v.ogg", content: "OggS", mediaType: "audio/ogg" });
  await world.ringside.drain();
  expect(await last()).toContain("I have not listened to your voice message yet");
  expect(await press("I have agreed")).toContain("You have not agreed yet");
  expect(await recordings()).toBe(0);

  await driver.says("per_ana", "privacy");
  await world.ringside.drain();
  await press("Agree: turn my voice notes");
  expect(await press("I have agreed")).toContain("I am listening");
  // Without a speech endpoint nobody can listen; that core says so shows that the recording got there.
  expect(await last()).toContain("speech endpoint");
  expect(await recordings()).toBe(0);
});
