import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { anEvent, aShortcut, aSubmission } from "../../emulators/slack/payloads.ts";
import { toState, type ViewBlock } from "../../emulators/slack/read-view.ts";
import { type SlackScene, slackSurfaces } from "../../helpers/slack-surface.ts";
import type { SurfaceDriver } from "../../helpers/surfaces.ts";
import { createWorld, type World } from "../../helpers/world.ts";

type View = { blocks: ViewBlock[]; private_metadata: string; callback_id: string };

describe.each(slackSurfaces)("Slack's own places, on $name", ({ prepare }) => {
  let scene: SlackScene;
  let world: World;
  let driver: SurfaceDriver;
  let ana: string;
  beforeEach(async () => {
    scene = await prepare();
    world = await createWorld([scene.surface]);
    driver = await scene.open(world);
    ana = await scene.accountOf("per_ana");
  });
  afterEach(async () => {
    await world.close();
    await scene.close();
  });

  const calls = (method: string) =>
    scene.slack.gateway.calls.filter((call) => call.method === method);
  const lastHome = () => calls("views.publish").at(-1)?.args;
  const opensHome = (user: string, id: string) =>
    scene.deliver(anEvent(scene.slack.teamId, { type: "app_home_opened", user, tab: "home" }, id));

  it("the menu's “New lead” opens the form at once, and saves one lead", async () => {
    const { slack, deliver } = scene;
    const trigger = async () =>
      String((await slack.call("views.generateTriggerId", { user_id: ana })).trigger_id);
    const { teamId: team } = slack;
    const picked = aShortcut({ team, user: ana, id: "lead", trigger: await trigger() });
    await deliver(picked);
    const opened = await slack.gateway.called("views.open", () => true);
    await deliver(picked);
    await world.ringside.drain();
    expect(await driver.shows("per_ana")).toEqual([]);

    const view = JSON.parse(opened.args.view ?? "{}") as View;
    const state = { values: toState(view.blocks, { name: "Wang Li", company: "Acme Medical" }) };
    const filled = { ...view, id: "V1", hash: "h1", state };
    await deliver(aSubmission({ team, user: ana, trigger: await trigger(), view: filled }));
    await world.ringside.drain();
    const leads = await world.ringside.records.read.leads.find({ ownerId: "per_ana" });
    expect(leads).toMatchObject([{ title: "Wang Li · Acme Medical", selfSourced: true }]);
    expect((await driver.shows("per_ana")).at(-1)?.text).toContain("Wang Li");
  });

  it("the home shows what is somebody's own, and follows what they do", async () => {
    await opensHome(ana, "Ev-h1");
    await expect.poll(lastHome).toMatchObject({ user_id: ana });
    await world.ringside.drain();
    await world.arrives("led_1");
    await expect.poll(() => lastHome()?.view).toContain("Acme Medical");
    const accept = (await driver.shows("per_ana"))
      .flatMap(({ buttons }) => buttons)
      .find(({ label }) => label === "Accept");
    const before = lastHome()?.view;
    await driver.presses("per_ana", accept?.ref ?? "");
    await world.ringside.drain();
    await expect.poll(() => lastHome()?.view).not.toEqual(before);
  });

  it("the home tells a stranger one thing, and nothing of anybody", async () => {
    await opensHome("U_STRANGER", "Ev-h2");
    await expect.poll(lastHome).toMatchObject({ user_id: "U_STRANGER" });
    const { blocks } = JSON.parse(lastHome()?.view ?? "{}") as View;
    expect(blocks).toHaveLength(1);
    expect(JSON.stringify(blocks)).toContain("I do not know you yet");
  });

  it("a shortcut picked by a stranger is answered with the same sentence", async () => {
    const { teamId: team } = scene.slack;
    await scene.deliver(aShortcut({ team, user: "U_STRANGER", id: "lead", trigger: "t1" }));
    await world.ringside.drain();
    expect(calls("views.open")).toEqual([]);
    expect(await world.ringside.records.read.leads.find({})).toEqual([]);
  });
});
