import { afterEach, expect, it } from "vitest";
import { claimSchema } from "../../src/core/strategy/claim.ts";
import { digestJob } from "../../src/core/strategy/spread/weekly-digest.ts";
import { judge } from "../../src/core/strategy/testing/judge.ts";
import { testClaim } from "../../src/core/strategy/testing/test-claim.ts";
import { messageEvent } from "../emulators/lark/envelopes.ts";
import { aMessage, anEvent } from "../emulators/slack/payloads.ts";
import { prepareLark } from "../helpers/lark-surface.ts";
import { testNow } from "../helpers/people.ts";
import { slackSurfaces } from "../helpers/slack-surface.ts";
import { createWorld, type World } from "../helpers/world.ts";

let close: () => Promise<void> = async () => {};
afterEach(() => close());

const weekMs = 7 * 86_400_000;

/** Something was published in the week, and the digest of Mia's team is due. */
async function publishesAndTells({ ringside }: World): Promise<void> {
  await ringside.records.write(async (unit) => {
    const claim = claimSchema.parse({
      ...{ action: { kind: "touch", type: "call.made" }, outcome: "won" },
    });
    const [from, at] = [unit.now - weekMs, unit.now - 1];
    const tested = testClaim([], claim, { from, to: at });
    const effect = judge(claim, tested);
    await unit.strategies.put({
      ...{ id: "str_1", week: "2026-W40", authorId: "per_mia", text: "", claim, claimHash: "x" },
      ...{ state: "published", registeredAt: at, publishedAt: at, createdAt: at, updatedAt: at },
    });
    await unit.verdicts.put({
      ...{ id: "vdt_1", strategyId: "str_1", code: effect.code, effect, at },
      method: { tested, from, to: at },
    });
    const payload = { teamId: "tea_all", from };
    unit.schedule({ kind: digestJob, key: `${digestJob}:test`, payload });
  });
  await ringside.drain();
}

it("is where the weekly digest goes on Slack, once its manager says so there", async () => {
  const scene = await slackSurfaces[0].prepare();
  const world = await createWorld([scene.surface]);
  close = async () => {
    await world.close();
    await scene.close();
  };
  await scene.open(world);
  const { slack } = scene;
  const listed = (await slack.call("conversations.list", {})) as {
    channels?: { id: string; name: string }[];
  };
  const channel = listed.channels?.find(({ name }) => name === "sales")?.id ?? "";
  await slack.call("conversations.join", { channel });
  const user = await scene.accountOf("per_mia");
  const ts = String(testNow / 1000);
  const said = { type: "app_mention", user, channel, ts, text: "<@UBOT> this is our team channel" };
  const mention = aMessage({ ...said, channel_type: undefined });
  await scene.deliver(anEvent(slack.teamId, mention, "Ev1"));
  await world.ringside.drain();
  const [kept] = await world.ringside.records.read.teamChannels.find({});
  expect(kept).toMatchObject({ id: "tea_all", setById: "per_mia" });
  await publishesAndTells(world);
  const posted = slack.gateway.calls.filter(
    ({ method, args }) => method === "chat.postMessage" && args.channel === channel,
  );
  const words = JSON.stringify(posted);
  expect(words).toContain("From now on the digest of All comes here");
  expect(words).toContain("Strategies this week, for All");
  expect(words).toContain("Not enough data: call made by us (from Mia Manager)");
});

it("is where the weekly digest goes on Lark, in the language of most of the team", async () => {
  const scene = await prepareLark("long");
  const world = await createWorld([scene.surface]);
  close = async () => {
    await world.close();
    await scene.close();
  };
  for (const id of ["per_wu", "per_xu", "per_hu"]) {
    await world.add("person", id, { name: id, teamId: "tea_all", language: "zh" });
  }
  await scene.open(world);
  const { state } = scene.emulator;
  state.chats.add("oc_ou_per_mia");
  const us = { key: "@_user_1", name: "Ringside", id: { open_id: state.app.botOpenId } };
  const said = { text: "@_user_1 团队群", chat: "group" as const, mentions: [us] };
  const event = { from: "ou_per_mia", at: testNow, messageId: "om_mention", ...said };
  await scene.deliver(messageEvent(state.app, event));
  await world.ringside.drain();
  await publishesAndTells(world);
  const words = JSON.stringify(state.messages.filter(({ to }) => to === "oc_ou_per_mia"));
  expect(words).toContain("All：本周策略");
  expect(words).toContain("数据不足：我方致电（提出人：Mia Manager）");
});

it("is not chosen by a rep, and not in private", async () => {
  const world = await createWorld();
  close = () => world.close();
  const { localChat, records } = world.ringside;
  await localChat.say("per_mia", "team channel");
  await localChat.say("per_ana", "team channel");
  await world.ringside.drain();
  const last = async (id: string) => JSON.stringify((await localChat.transcript(id)).at(-1)?.body);
  expect(await last("per_mia")).toContain("Say this in the team's channel");
  expect(await last("per_ana")).toContain("You may not do that");
  expect(await records.read.teamChannels.count({})).toBe(0);
});
