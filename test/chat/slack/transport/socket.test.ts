import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSlackFor } from "../../../emulators/slack/surface.ts";
import { openScene, type Scene } from "../scene.ts";

describe("Slack's socket", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene("socket");
  });
  afterEach(() => scene.close());

  const untilWhole = async () => {
    await expect.poll(() => scene.surface.state().why, { interval: 5 }).toMatch(/: connected$/);
  };

  it("is open again at once when it was cut, or when Slack asks for it", async () => {
    for (const [round, how] of (["drop", "refresh_requested", "warning"] as const).entries()) {
      const before = Date.now();
      scene.slack.gateway.disturb(how);
      await scene.slack.gateway.connected(2 * (round + 1) + 1);
      await untilWhole();
      expect(Date.now() - before).toBeLessThan(4_500); // the SDK's own way takes five seconds
      await scene.deliver(scene.says({}, `Ev${round}`));
    }
    expect(scene.host.accepted).toHaveLength(3);
  });

  it("hears without a gap while one of its two is renewed", async () => {
    const { gateway } = scene.slack;
    expect(gateway.sockets()).toBe(2);
    gateway.fail("apps.connections.open", { kind: "error", code: "invalid_auth" });
    gateway.disturb("drop", "newest");
    await scene.deliver(scene.says({}, "Ev1"));
    await expect.poll(() => scene.surface.state().why).toContain("1 of 2 sockets");
    expect(scene.surface.state().ok).toBe(true);
    await untilWhole();
    expect(scene.host.accepted).toHaveLength(1);
  });

  it("acknowledges what is under way before it lets itself be renewed", async () => {
    let keep = () => {};
    scene.host.before = () => new Promise((resolve) => (keep = resolve));
    const acked = scene.deliver(scene.says());
    await expect.poll(() => scene.counted).toContain("message");
    scene.slack.gateway.disturb("refresh_requested");
    keep();
    await acked;
    await untilWhole();
    expect(scene.host.accepted).toHaveLength(1);
  });

  it("finishes what it took in before it stops, and takes nothing more", async () => {
    let keep = () => {};
    scene.host.before = () => new Promise((resolve) => (keep = resolve));
    const acked = scene.deliver(scene.says());
    await expect.poll(() => scene.counted).toContain("message");
    const stopped = scene.surface.stop();
    keep();
    await Promise.all([acked, stopped]);
    expect(scene.host.accepted).toHaveLength(1);
    await expect.poll(() => scene.slack.gateway.sockets()).toBe(0);
  });

  it("survives what it cannot read", async () => {
    const { gateway } = scene.slack;
    const unreadable = [
      "{",
      "[]",
      "null",
      '{"type":"events_api"}',
      '{"type":"events_api","payload":{}}',
    ];
    for (const text of unreadable) gateway.shout(text);
    await scene.deliver(scene.says());
    expect(scene.host.accepted).toHaveLength(1);
    expect(scene.surface.state().ok).toBe(true);
  });

  it("survives invalid_auth, failures and silence while reconnecting, and says so meanwhile", async () => {
    const crashes: unknown[] = [];
    const onCrash = (error: unknown) => void crashes.push(error);
    process.on("unhandledRejection", onCrash);
    const { gateway } = scene.slack;
    const refused = { kind: "error", code: "invalid_auth" } as const;
    const away = { kind: "500_after" } as const;
    gateway.fail("apps.connections.open", refused, refused, refused, away, away, refused);
    const from = gateway.calls.length;
    gateway.disturb("drop");
    await gateway.called("apps.connections.open", () => true, from);
    await expect.poll(() => scene.surface.state().ok).toBe(false);
    await untilWhole();
    await scene.deliver(scene.says());
    expect(scene.host.accepted).toHaveLength(1);
    process.off("unhandledRejection", onCrash);
    expect(crashes).toEqual([]);
  });

  it("is refused at the start, with what to click, when a token is wrong", async () => {
    const { gateway } = scene.slack;
    const { parts } = scene;
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
    const { parts } = scene;
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
