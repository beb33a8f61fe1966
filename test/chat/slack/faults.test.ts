import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { slackSurfaces } from "../../helpers/slack-surface.ts";
import type { SurfaceDriver } from "../../helpers/surfaces.ts";
import { createWorld, type World } from "../../helpers/world.ts";

describe.each(slackSurfaces)("the whole of Ringside on $name", ({ prepare }) => {
  let scene: Awaited<ReturnType<typeof prepare>>;
  let world: World;
  let driver: SurfaceDriver;
  beforeEach(async () => {
    scene = await prepare();
    world = await createWorld([scene.surface]);
    driver = await scene.open(world);
  });
  afterEach(async () => {
    await world.close();
    await scene.close();
  });

  it("sends a card once although Slack failed after taking it, and edits that one", async () => {
    scene.slack.gateway.fail("chat.postMessage", { kind: "500_after" });
    await world.arrives("led_1");
    await world.passes(60_000);
    const [card, ...others] = await driver.shows("per_ana");
    expect(others).toEqual([]);
    const accept = card?.buttons.find(({ label }) => label === "Accept")?.ref ?? "";
    expect((await driver.presses("per_ana", accept)).toast).toBe("It is yours. Good luck!");
    await world.ringside.drain();
    expect((await driver.shows("per_ana")).map(({ text }) => text)).toEqual([
      expect.stringContaining("Yours · fit"),
    ]);
  });

  it("waits for Slack to take messages again, however long it says", async () => {
    const busy = { kind: "rate_limited", afterSeconds: 30 } as const;
    scene.slack.gateway.fail("chat.postMessage", busy, busy);
    await world.arrives("led_1");
    await world.passes(31_000);
    expect(await driver.shows("per_ana")).toHaveLength(0);
    await world.passes(62_000);
    expect(await driver.shows("per_ana")).toHaveLength(1);
  });

  it("shows a card in words when Slack takes none of its blocks", async () => {
    const refused = { kind: "error", code: "invalid_blocks" } as const;
    scene.slack.gateway.fail("chat.postMessage", refused, refused);
    await world.arrives("led_1");
    const [card] = await driver.shows("per_ana");
    expect(card?.text).toContain("Wang Li · Acme Medical");
    expect(card?.text).toContain("Type what you want");
  });
});
