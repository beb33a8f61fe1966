import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCommand, anEvent } from "../../emulators/slack/payloads.ts";
import { openScene, type Scene } from "./scene.ts";

describe.each(["socket", "http"] as const)("what comes in over %s", (mode) => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene(mode);
  });
  afterEach(() => scene.close());

  it("is heard once, with the words as they were typed", async () => {
    const { host, says, deliver, slack, user } = scene;
    const text =
      "a &amp; b &lt;c&gt; <mailto:w@acme.example|w@acme.example> <http://acme.example|acme.example>";
    await deliver(says({ text }));
    expect(host.accepted).toMatchObject([
      {
        kind: "message",
        surface: "slack",
        connection: slack.teamId,
        externalId: user,
        key: `slack:${slack.teamId}:Ev1`,
        text: "a & b <c> w@acme.example acme.example",
        at: 1_700_000_000_100,
      },
    ]);
  });

  it("has the same key when delivered again, and an alias in common when under a fresh id", async () => {
    const { host, says, deliver } = scene;
    await deliver(says());
    await deliver(says(), { retryNum: 1 });
    await deliver(says({}, "Ev-fresh"));
    const [first, again, fresh] = host.accepted;
    expect(again?.key).toBe(first?.key);
    expect(fresh?.key).not.toBe(first?.key);
    expect(fresh?.aliases).toEqual(first?.aliases);
  });

  it("is nothing when it is our own, a bot's, an edit, an outsider's or other people's talk", async () => {
    const { host, says, deliver } = scene;
    await deliver(says({ user: "UBOT" }));
    await deliver(says({ bot_id: "B9" }));
    await deliver(says({ subtype: "message_changed" }));
    await deliver(says({ user_team: "T_OTHER" }));
    await deliver(says({ channel_type: "channel" }));
    await deliver(anEvent("T_UNKNOWN", (says().event ?? {}) as never, "Ev9"));
    await deliver(anEvent(scene.slack.teamId, { type: "something_new" }, "Ev10"));
    expect(host.accepted).toEqual([]);
  });

  it("is on disk before it is acknowledged, and not acknowledged when it cannot be", async () => {
    const { host, says, deliver } = scene;
    let keep = () => {};
    host.before = () => new Promise((resolve) => (keep = resolve));
    let isAcked = false;
    const acked = deliver(says()).then(() => {
      isAcked = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isAcked).toBe(false);
    keep();
    await acked;

    host.before = () => Promise.reject(new Error("disk full"));
    const lost = deliver(says({}, "Ev2")).then(
      () => "acknowledged",
      () => "refused",
    );
    const late = new Promise((resolve) => setTimeout(() => resolve("silent"), 100));
    expect(await Promise.race([lost, late])).not.toBe("acknowledged");
    host.before = async () => {};
    await deliver(says({}, "Ev2"), { retryNum: 1 });
    expect(host.accepted).toHaveLength(2);
  });

  it("may be a mention in a channel: answered directly, and they are told where", async () => {
    const { host, says, deliver, slack, user } = scene;
    const { channels } = (await slack.call("conversations.list", {})) as unknown as {
      channels: { id: string; name: string }[];
    };
    const channel = channels.find(({ name }) => name === "sales")?.id ?? "";
    await slack.call("conversations.join", { channel });
    const mention = {
      type: "app_mention",
      channel,
      channel_type: undefined,
      text: "<@UBOT> my leads",
    };
    await deliver(says(mention));
    expect(host.accepted).toMatchObject([{ kind: "message", text: "my leads" }]);
    const told = await slack.gateway.called("chat.postEphemeral", () => true);
    expect(told.args).toMatchObject({
      user,
      channel,
      text: expect.stringContaining("direct messages"),
    });
  });

  it("may be the slash command, a shortcut or a button of the Home tab", async () => {
    const { host, deliver, slack, user, presses } = scene;
    const { teamId: team } = slack;
    const command = aCommand({ team, user, channel: "C1", trigger: "t1", text: "my leads" });
    expect(await deliver(command)).toMatchObject({ response_type: "ephemeral" });
    const shortcut = { type: "shortcut", callback_id: "new_lead", trigger_id: "t2" };
    await deliver({ ...shortcut, team: { id: team }, user: { id: user, team_id: team } });
    await deliver(presses({ ref: "help", action: "say:2", trigger: "t3" }));
    await deliver(anEvent(team, { type: "app_home_opened", user, tab: "home" }, "Ev3"));
    expect(host.accepted.map((event) => ("text" in event ? event.text : event.kind))).toEqual([
      "my leads",
      "new lead",
      "help",
      "opened",
    ]);
    expect(new Set(host.accepted.map(({ key }) => key)).size).toBe(4);
    const home = await slack.gateway.called("views.publish", () => true);
    expect(home.args.user_id).toBe(user);
  });

  it("may be a file or a voice clip without words, fetched with the token from Slack only", async () => {
    const { host, says, deliver, slack, saved } = scene;
    const bytes = new TextEncoder().encode("a,b");
    const url = slack.gateway.serve("a.csv", { type: "text/csv", bytes });
    const file = {
      id: "F1",
      name: "a.csv",
      mimetype: "text/csv",
      size: 3,
      url_private_download: url,
    };
    await deliver(says({ subtype: "file_share", text: "", files: [file] }));
    expect(host.accepted).toMatchObject([
      { kind: "file", assetId: "ast_1", name: "a.csv", text: "" },
    ]);
    expect(Buffer.from(saved[0]?.bytes ?? []).toString()).toBe("a,b");

    const signIn = slack.gateway.serve("b.csv", { type: "text/html", bytes });
    const bad = [
      { ...file, id: "F2", url_private_download: signIn },
      { ...file, id: "F3", url_private_download: "https://evil.example/slack.com" },
      { ...file, id: "F4", size: 21 * 1024 * 1024 },
    ];
    for (const [index, one] of bad.entries()) {
      const from = slack.gateway.calls.length;
      await deliver(says({ subtype: "file_share", files: [one] }, `Ev${index + 5}`));
      await slack.gateway.called("chat.postEphemeral", () => true, from);
    }
    expect(saved).toHaveLength(1);
  });

  it("tells of an uninstalled app in its state", async () => {
    expect(scene.surface.state().ok).toBe(true);
    await scene.deliver(anEvent(scene.slack.teamId, { type: "app_uninstalled" }, "Ev1"));
    expect(scene.surface.state()).toMatchObject({
      ok: false,
      why: expect.stringContaining("reinstall"),
    });
  });
});
