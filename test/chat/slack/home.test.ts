import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../src/chat/slack/limits.ts";
import { renderHome } from "../../../src/chat/slack/render/home.ts";
import type { Card } from "../../../src/core/card.ts";
import { textsFor } from "../../../src/core/text/texts.ts";
import { anEvent } from "../../emulators/slack/payloads.ts";
import { openScene, plainCard, type Scene } from "./scene.ts";

type Home = { blocks: { type: string; elements?: { action_id: string; value: string }[] }[] };

describe("the Home tab", () => {
  let scene: Scene;
  let opens = 0;
  beforeEach(async () => {
    scene = await openScene("http");
  });
  afterEach(() => scene.close());

  const open = (tab = "home") => {
    opens += 1;
    const event = { type: "app_home_opened", user: scene.user, tab };
    return scene.deliver(anEvent(scene.slack.teamId, event, `Ev-home-${opens}`));
  };
  const published = () =>
    scene.slack.gateway.calls
      .filter(({ method }) => method === "views.publish")
      .map(({ args }) => ({ ...args, view: JSON.parse(args.view ?? "{}") as Home }));

  it("shows somebody their cards, one below the other, and is told that it was opened", async () => {
    scene.home.cards = [plainCard, { ...plainCard, title: "Another" }];
    await open();
    await expect.poll(published).toMatchObject([{ user_id: scene.user }]);
    const { blocks } = published()[0]?.view ?? { blocks: [] };
    expect(blocks.map(({ type }) => type)).toEqual([
      ...["header", "rich_text", "rich_text", "actions", "divider"],
      ...["header", "rich_text", "rich_text", "actions"],
    ]);
    const ids = blocks.flatMap(({ elements = [] }) => elements.map(({ action_id: id }) => id));
    expect(ids.filter(Boolean)).toEqual(["press:0", "press:1"]);
    expect(scene.host.accepted).toMatchObject([{ kind: "opened" }]);
  });

  it("says one sentence to a stranger, and one where nothing waits", async () => {
    await open();
    await expect.poll(published).toHaveLength(1);
    expect(JSON.stringify(published()[0])).toContain("I do not know you yet");
    scene.home.cards = [];
    await open();
    await expect.poll(published).toHaveLength(2);
    expect(JSON.stringify(published()[1])).toContain("Nothing waits");
  });

  it("is left alone while the Messages tab is opened, or for whoever never looked", async () => {
    scene.home.cards = [plainCard];
    await open("messages");
    await scene.deliver(scene.presses({ ref: "act_1", trigger: "t1" }));
    await open("home");
    await expect.poll(published).toHaveLength(1);
  });

  it("is fresh again after a press, answered by a form, and after a card, but not at each of many", async () => {
    scene.home.cards = [plainCard];
    await open();
    await expect.poll(published).toHaveLength(1);
    scene.host.outcome = { open: formCard };
    scene.home.cards = [{ ...plainCard, title: "After the press" }];
    const view = { id: "V1", type: "home", callback_id: "", private_metadata: "", blocks: [] };
    await scene.deliver(scene.presses({ ref: "act_1", trigger: await scene.trigger(), view }));
    await scene.slack.gateway.called("views.open", () => true);
    expect(scene.host.interacted).toMatchObject([{ kind: "action", ref: "act_1" }]);
    await expect.poll(() => JSON.stringify(published().at(-1))).toContain("After the press");

    const before = published().length;
    const to = { connection: scene.slack.teamId, externalId: scene.user };
    scene.home.cards = [{ ...plainCard, title: "After ten" }];
    for (let at = 0; at < 10; at += 1) await scene.surface.adapter.send(to, plainCard, `k${at}`);
    await expect.poll(() => JSON.stringify(published().at(-1))).toContain("After ten");
    expect(published().length - before).toBeLessThan(10);
  });

  it("is not followed for ever", async () => {
    scene.home.cards = [plainCard];
    await open();
    await expect.poll(published).toHaveLength(1);
    scene.passes(31 * 60_000);
    await scene.deliver(scene.presses({ ref: "act_1", trigger: "t1" }));
    scene.passes(-31 * 60_000);
    await open();
    await expect.poll(published).toHaveLength(2);
  });

  it("survives a Slack that does not take it", async () => {
    scene.home.cards = [plainCard];
    scene.slack.gateway.fail("views.publish", { kind: "error", code: "not_enabled" });
    await open();
    await scene.slack.gateway.called("views.publish", () => true);
    await open();
    await expect.poll(published).toHaveLength(2);
    expect(scene.surface.state().ok).toBe(true);
  });

  it("has at most a hundred blocks, and says where the rest is", () => {
    const cards = Array.from({ length: 60 }, () => plainCard);
    const { blocks } = renderHome(cards, textsFor("en"));
    expect(blocks.length).toBeLessThanOrEqual(limits.viewBlocks);
    expect(JSON.stringify(blocks)).toContain("Ask me in the Messages tab");
  });
});

const formCard: Card = {
  ...plainCard,
  blocks: [{ t: "form", id: "f", fields: [], submit: { id: "s", label: "Save", ref: "act_2" } }],
};
