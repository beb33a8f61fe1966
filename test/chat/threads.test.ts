// A practice has a thread of its own: what each platform is really asked for, and what a message in it carries.
import { beforeAll, describe, expect, it } from "vitest";
import { prepareLark } from "../helpers/lark-surface.ts";
import { slackSurfaces } from "../helpers/slack-surface.ts";
import type { SurfaceDriver } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld, type World } from "../helpers/world.ts";

beforeAll(() => sharedTraining().reload());

const ana = "per_ana";

/** Plays the opening and one turn. */
async function play(world: World, driver: SurfaceDriver): Promise<void> {
  await driver.says(ana, "practice");
  await world.ringside.drain();
  const buttons = (await driver.shows(ana)).flatMap((shown) => shown.buttons);
  await driver.presses(ana, buttons.find(({ label }) => label === "Start")?.ref ?? "");
  await world.ringside.drain();
  await driver.says(ana, "What happened at the last rollout?", "Practice: ");
  await world.ringside.drain();
}

describe("a practice's thread", () => {
  it("is one of Slack's, under the brief", async () => {
    const scene = await slackSurfaces[1].prepare();
    const world = await createWorld([scene.surface]);
    try {
      await play(world, await scene.open(world));
      const messages = await scene.slack.messages(await scene.accountOf(ana));
      const root = messages.find(({ metadata, thread_ts: thread }) => metadata && !thread);
      const replies = messages.filter(({ thread_ts: thread }) => thread === root?.ts);
      expect(replies.filter(({ ts }) => ts !== root?.ts)).toHaveLength(2);
    } finally {
      await world.close();
      await scene.close();
    }
  });

  it("is one of Lark's, under the brief", async () => {
    const scene = await prepareLark("http");
    const world = await createWorld([scene.surface]);
    try {
      await play(world, await scene.open(world));
      const { messages } = scene.emulator.state;
      const [root] = messages;
      const inThread = messages.filter(({ repliesTo }) => repliesTo?.isInThread);
      expect(inThread.map(({ repliesTo }) => repliesTo?.messageId)).toEqual([root?.id, root?.id]);
    } finally {
      await world.close();
      await scene.close();
    }
  });
});
