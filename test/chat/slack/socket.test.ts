import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLog } from "../../../src/log.ts";
import { createSlackFor } from "../../emulators/slack/surface.ts";
import { openScene, type Scene } from "./scene.ts";

describe("Slack's socket", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene("socket");
  });
  afterEach(() => scene.close());

  const untilUp = async () => {
    while (!scene.surface.state().ok) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it("is open again at once when it was cut, or when Slack asks for it", async () => {
    for (const [round, how] of (["drop", "refresh"] as const).entries()) {
      const before = Date.now();
      scene.slack.gateway.disturb(how);
      await scene.slack.gateway.connected(round + 1);
      await untilUp();
      expect(Date.now() - before).toBeLessThan(2_000); // the SDK's own way takes five seconds
      await scene.deliver(scene.says({}, `Ev${round}`));
    }
    expect(scene.host.accepted).toHaveLength(2);
  });

  it("survives invalid_auth, failures and silence while reconnecting, and says so meanwhile", async () => {
    const crashes: unknown[] = [];
    const onCrash = (error: unknown) => void crashes.push(error);
    process.on("unhandledRejection", onCrash);
    const { gateway } = scene.slack;
    const refused = { kind: "error", code: "invalid_auth" } as const;
    gateway.fail("apps.connections.open", refused, refused, { kind: "500_after" }, refused);
    gateway.disturb("drop");
    await gateway.called("apps.connections.open", () => true, gateway.calls.length);
    expect(scene.surface.state().ok).toBe(false);
    await gateway.connected(1);
    await untilUp();
    await scene.deliver(scene.says());
    expect(scene.host.accepted).toHaveLength(1);
    process.off("unhandledRejection", onCrash);
    expect(crashes).toEqual([]);
  });

  it("is refused at the start, with what to click, when a token is wrong", async () => {
    const { gateway } = scene.slack;
    const parts = {
      host: scene.host,
      clock: Date.now,
      assets: {} as never,
      count: () => {},
      languageOf: async () => "en" as const,
      log: createLog({ level: "silent" }),
    };
    gateway.fail("apps.connections.open", { kind: "error", code: "not_allowed_token_type" });
    await expect(createSlackFor(scene.slack, "socket", parts).start()).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining("xapp-"),
    });
    gateway.fail("auth.test", { kind: "error", code: "invalid_auth" });
    await expect(createSlackFor(scene.slack, "socket", parts).start()).rejects.toMatchObject({
      name: "Refused",
      message: expect.stringContaining("SLACK_BOT_TOKEN"),
    });
  });

  it("waits for a Slack that is away at the start", async () => {
    const { gateway } = scene.slack;
    const parts = {
      host: scene.host,
      clock: Date.now,
      assets: {} as never,
      count: () => {},
      languageOf: async () => "en" as const,
      log: createLog({ level: "silent" }),
    };
    gateway.fail("auth.test", { kind: "500_after" }, { kind: "rate_limited", afterSeconds: 1 });
    gateway.fail("apps.connections.open", { kind: "500_after" });
    const surface = createSlackFor(scene.slack, "socket", parts);
    await surface.start();
    expect(surface.state().ok).toBe(true);
    await surface.stop();
  });

  it("stops without waiting for Slack, and stays closed", async () => {
    await scene.surface.stop();
    expect(scene.surface.state()).toMatchObject({ ok: false });
    await expect.poll(() => scene.slack.gateway.sockets()).toBe(0);
  });
});
