// Two tenants of one company, each with an app of its own: what comes from one is answered there.
import { afterEach, describe, expect, it } from "vitest";
import { messageEvent, toCallback } from "../../emulators/lark/envelopes.ts";
import { type LarkScene, prepareLark } from "../../helpers/lark-surface.ts";
import { createWorld, type World } from "../../helpers/world.ts";

let world: World;
let scenes: LarkScene[] = [];
afterEach(async () => {
  await world.close();
  for (const scene of scenes) await scene.close();
});

const hourMs = 3_600_000;

async function open(...modes: ("long" | "http")[]) {
  scenes = await Promise.all(modes.map((mode) => prepareLark(mode)));
  world = await createWorld(scenes.map(({ surface }) => surface));
  const drivers = [];
  for (const scene of scenes) drivers.push(await scene.open(world));
  return drivers;
}

describe.each([
  ["long", "long"],
  ["http", "http"],
  ["long", "http"],
] as const)("%s and %s", (...modes) => {
  it("answer each where it was asked", async () => {
    const [here, there] = await open(...modes);
    for (const [driver, other] of [
      [here, there],
      [there, here],
    ]) {
      await world.passes(2 * hourMs);
      const before = await other?.shows("per_ana");
      await driver?.says("per_ana", "my leads");
      await world.ringside.drain();
      expect((await driver?.shows("per_ana"))?.at(-1)?.text).toContain("My leads");
      expect(await other?.shows("per_ana")).toEqual(before);
    }
  });

  it("take the same message_id for two messages, and one tenant's callback for its own", async () => {
    await open(...modes);
    for (const { emulator, deliver } of scenes) {
      const said = { from: "ou_per_ana", text: "help", at: world.ringside.clock() };
      const event = messageEvent(emulator.state.app, { ...said, messageId: "om_1", eventId: "e1" });
      expect(await deliver(event)).toMatchObject({ status: 200 });
      await world.ringside.drain();
    }
    const { client } = world.ringside.records;
    expect(await client.inboxEvent.count()).toBe(2);
  });
});

it("an event signed for one app and naming the other is refused", async () => {
  await open("http", "http");
  const [one, other] = scenes.map(({ emulator }) => emulator.state.app);
  if (!one || !other) throw new Error("two scenes were opened");
  const event = messageEvent({ ...one, appId: other.appId }, { from: "ou_per_ana", at: 0 });
  const request = toCallback(one, event, { at: world.ringside.clock() });
  expect((await scenes[0]?.lark().fetch?.(request))?.status).toBe(403);
});
