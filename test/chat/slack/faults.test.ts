import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Card, text } from "../../../src/core/card.ts";
import { aMessage, anEvent, aPress, type Body } from "../../emulators/slack/payloads.ts";
import { type SlackScene, slackSurfaces } from "../../helpers/slack-surface.ts";
import type { SurfaceDriver } from "../../helpers/surfaces.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const hourMs = 3_600_000;

/** After every fault: the process is alive and answers, nothing happened twice, and whoever waited knows. */
describe.each(slackSurfaces)("the whole of Ringside on $name", ({ name, prepare }) => {
  const isSocket = name.includes("socket");
  let scene: SlackScene;
  let world: World;
  let driver: SurfaceDriver;
  const crashes: unknown[] = [];
  const onCrash = (error: unknown) => void crashes.push(error);
  beforeEach(async () => {
    crashes.length = 0;
    process.on("unhandledRejection", onCrash);
    scene = await prepare();
    world = await createWorld([scene.surface]);
    driver = await scene.open(world);
  });
  afterEach(async () => {
    await world.close();
    await scene.close();
    process.off("unhandledRejection", onCrash);
    expect(crashes).toEqual([]);
  });

  const gateway = () => scene.slack.gateway;
  const seen = async () => (await driver.shows("per_ana")).map((shown) => shown.text);
  /** Alive: a question asked now is answered. */
  const answers = async () => {
    const before = (await seen()).length;
    await driver.says("per_ana", "my leads");
    await world.ringside.drain();
    expect(await seen()).toHaveLength(before + 1);
  };
  const refOf = async (label: string) => {
    const buttons = (await driver.shows("per_ana")).flatMap((shown) => shown.buttons);
    return buttons.find((button) => button.label === label)?.ref ?? "";
  };
  const words = async (said: string, eventId: string): Promise<Body> => {
    const user = await scene.accountOf("per_ana");
    const channel = await scene.slack.channel(user);
    const message = aMessage({ user, channel, ts: "1700000000.9", text: said });
    return anEvent(scene.slack.teamId, message, eventId);
  };
  const press = async (ref: string, trigger: string): Promise<Body> => {
    const user = await scene.accountOf("per_ana");
    const channel = await scene.slack.channel(user);
    const action = { action_id: "press:0", value: ref };
    return aPress({
      team: scene.slack.teamId,
      user,
      trigger,
      channel,
      action,
      message: { ts: "1.1" },
    });
  };
  const { assignments, ownerChanges } = {
    assignments: () => world.ringside.records.read.assignments.find({ leadId: "led_1" }),
    ownerChanges: () => world.ringside.records.read.ownerChanges.find({ recordId: "led_1" }),
  };
  const accepted = async () => (await ownerChanges()).filter(({ toId }) => toId === "per_ana");
  const declines = async () =>
    (await assignments()).filter(({ state, repId }) => state === "declined" && repId === "per_ana");
  const countOf = async (what: string) => {
    const line = new RegExp(`surface="slack",what="${what}"\\} (\\d+)`);
    return Number(line.exec(await world.ringside.metrics.render())?.[1] ?? 0);
  };

  it("answers an event once, delivered again under the same id and under a fresh one", async () => {
    await scene.deliver(await words("my leads", "Ev-1"));
    await scene.deliver(await words("my leads", "Ev-1"), { retryNum: 1 });
    await scene.deliver(await words("my leads", "Ev-fresh"), { retryNum: 2 });
    await world.ringside.drain();
    expect(await seen()).toHaveLength(1);
    await answers();
  });

  it("takes a click once, delivered twice at once, twice in a row, and clicked twice", async () => {
    await world.arrives("led_1");
    const accept = await refOf("Accept");
    const body = await press(accept, "t1");
    await Promise.all([scene.deliver(body), scene.deliver(body)]);
    await scene.deliver(body);
    await scene.deliver(await press(accept, "t2"));
    await world.ringside.drain();
    expect(await accepted()).toHaveLength(1);
    const told = gateway().calls.filter(({ method }) => method === "chat.postEphemeral");
    expect(told.length).toBeGreaterThan(0);
    expect(await seen()).toEqual([expect.stringContaining("Yours · fit")]);
    await answers();
  });

  it("sends a card once although Slack failed after taking it, and edits that one", async () => {
    gateway().fail("chat.postMessage", { kind: "500_after" });
    await world.arrives("led_1");
    await world.passes(60_000);
    expect(await seen()).toHaveLength(1);
    expect((await driver.presses("per_ana", await refOf("Accept"))).toast).toBe(
      "It is yours. Good luck!",
    );
    await world.ringside.drain();
    expect(await seen()).toEqual([expect.stringContaining("Yours · fit")]);
  });

  it("waits for Slack to take messages again, however long it says", async () => {
    const busy = { kind: "rate_limited", afterSeconds: 30 } as const;
    gateway().fail("chat.postMessage", busy, busy);
    await world.arrives("led_1");
    await world.passes(31_000);
    expect(await seen()).toHaveLength(0);
    await world.passes(62_000);
    expect(await seen()).toHaveLength(1);
    await answers();
  });

  it("sends a card once although Slack hung over it", async () => {
    gateway().fail("chat.postMessage", { kind: "hang" });
    await world.arrives("led_1");
    await world.passes(60_000);
    expect(await seen()).toHaveLength(1);
    await answers();
  });

  it("shows a card in words when Slack takes none of its blocks", async () => {
    gateway().fail("chat.postMessage", {
      kind: "refuses",
      code: "msg_blocks_too_long",
      what: "blocks",
    });
    await world.arrives("led_1");
    const [card] = await seen();
    expect(card).toContain("Wang Li · Acme Medical");
    expect(card).toContain("Type what you want");
    gateway().mend();
    await answers();
  });

  it("shows a card of any size within what Slack takes", async () => {
    const line: Card["blocks"][number] = { t: "text", text: [text("20 seats, ".repeat(100))] };
    const actions = [{ id: "go", label: "Still here", ref: "act_1" }];
    const card: Card = {
      ...{ key: "huge", title: "Huge ".repeat(100), tone: "info", summary: "Huge" },
      blocks: [...Array(70).fill(line), { t: "actions", actions }],
    };
    await world.ringside.records.write(async (unit) => unit.post({ to: "per_ana", card }));
    await world.ringside.drain();
    const [shown] = await driver.shows("per_ana");
    expect(shown?.text.length).toBeLessThan(13_200);
    expect(shown?.text).toContain("more than Slack shows");
    expect(shown?.buttons).toMatchObject([{ label: "Still here" }]);
    await answers();
  });

  it("opens a form too late, and puts it into the conversation instead", async () => {
    await world.arrives("led_1");
    gateway().fail("views.open", { kind: "error", code: "expired_trigger_id" });
    const from = gateway().calls.length;
    await scene.deliver(await press(await refOf("Decline"), "t1"));
    const told = await gateway().called("chat.postEphemeral", () => true, from);
    expect(told.args.text).toContain("direct messages");
    await world.ringside.drain();
    const form = (await driver.shows("per_ana")).at(-1)?.form;
    expect(form?.submits).toHaveLength(1);
    const [submit] = form?.submits ?? [];
    const declined = await driver.submits("per_ana", submit?.ref ?? "", { reason: "busy" });
    expect(declined.errors).toBeUndefined();
    await world.ringside.drain();
    const [decision, ...others] = await declines();
    expect(decision).toBeDefined();
    expect(others).toEqual([]);
    await answers();
  });

  it("does nothing again when everything comes again six hours late", async () => {
    await world.arrives("led_1");
    const said = await words("my leads", "Ev-1");
    const pressed = await press(await refOf("Accept"), "t1");
    await scene.deliver(said);
    await scene.deliver(pressed);
    await world.ringside.drain();
    const before = await seen();
    const changes = (await accepted()).length;
    await world.passes(6 * hourMs);
    await scene.deliver(said, { retryNum: 3 });
    await scene.deliver(pressed);
    await world.ringside.drain();
    expect(await seen()).toEqual(before);
    expect(await accepted()).toHaveLength(changes);
    await answers();
  });

  it("refuses another workspace's event, counts it, and goes on", async () => {
    const foreign = { ...(await words("my leads", "Ev-1")), team_id: "T9", authorizations: [] };
    await scene.deliver(foreign).catch(() => {});
    await world.ringside.drain();
    expect(await seen()).toEqual([]);
    expect(await countOf("unknown-workspace")).toBe(1);
    await answers();
  });

  it.each(["account_inactive", "token_revoked"])(
    "says that it was removed (%s), keeps what there is to say, and goes on when it is back",
    async (code) => {
      const type = code === "token_revoked" ? "tokens_revoked" : "app_uninstalled";
      gateway().fail("chat.postMessage", { kind: "refuses", code, what: "all" });
      await world.arrives("led_1");
      const state = () => world.ringside.surfaces[0]?.state();
      expect(state()).toMatchObject({ ok: false, why: expect.stringContaining(code) });
      gateway().mend();
      await world.passes(61_000);
      expect(await seen()).toHaveLength(1);
      await answers();
      expect(state()?.ok).toBe(true);
      await scene.deliver(anEvent(scene.slack.teamId, { type, tokens: { bot: ["UBOT"] } }, "Ev-1"));
      expect(state()).toMatchObject({ ok: false, why: expect.stringContaining("reinstall") });
    },
  );

  if (isSocket) {
    it.each(["drop", "refresh_requested", "warning"] as const)(
      "hears everything once through a socket's %s",
      async (how) => {
        await scene.deliver(await words("my leads", "Ev-1"));
        gateway().disturb(how);
        await gateway().connected(3);
        await scene.deliver(await words("my leads", "Ev-1"), { retryNum: 1 });
        await world.ringside.drain();
        expect(await seen()).toHaveLength(1);
        await answers();
      },
    );

    it("lives through invalid_auth on reconnecting, and says so until it is over", async () => {
      gateway().fail("apps.connections.open", {
        kind: "refuses",
        code: "invalid_auth",
        what: "all",
      });
      gateway().disturb("drop");
      const state = () => world.ringside.surfaces[0]?.state();
      await expect.poll(() => state()?.ok).toBe(false);
      await expect.poll(() => state()?.why).toContain("does not accept the token");
      gateway().mend();
      await expect.poll(() => state()?.ok).toBe(true);
      await answers();
    });
  }
});
