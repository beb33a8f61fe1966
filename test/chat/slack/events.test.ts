import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aCommand, anEvent } from "../../emulators/slack/payloads.ts";
import { testNow } from "../../helpers/people.ts";
import { openScene, plainCard, type Scene } from "./scene.ts";

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

  it("is a forwarded message by its mark, with what was added to it; a link that unfurls is none", async () => {
    const { host, says, deliver } = scene;
    const share = { is_share: true, is_msg_unfurl: true, text: "price is fine &amp; agreed" };
    await deliver(says({ text: "", attachments: [share, { text: "a card" }] }));
    await deliver(says({ text: "Acme won", attachments: [share] }, "Ev2"));
    await deliver(says({ text: "see", attachments: [{ ...share, is_share: false }] }, "Ev3"));
    const [alone, commented, linked] = host.accepted;
    expect(alone).toMatchObject({ text: "", forwarded: "price is fine & agreed" });
    expect(commented).toMatchObject({ text: "Acme won", forwarded: "price is fine & agreed" });
    expect(linked).not.toHaveProperty("forwarded");
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
    await deliver(says({ subtype: "message_deleted", deleted_ts: "1.1", user: undefined }));
    await deliver(anEvent(scene.slack.teamId, { type: "something_new" }, "Ev10"));
    expect(host.accepted).toEqual([]);
    expect(scene.counted.at(-1)).toBe("unknown-type");
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

  it("may be a mention in a channel: answered directly, and its thread says so, once", async () => {
    const { host, says, deliver, slack } = scene;
    const channel = await joinSales(scene);
    const text = "<@UBOT> my leads";
    const mention = { type: "app_mention", channel, channel_type: undefined, text };
    await deliver(says({ ...mention, ts: now(1) }));
    await deliver(says({ ...mention, ts: now(1) }), { retryNum: 1 });
    await deliver(says({ ...mention, ts: now(2), thread_ts: now(0) }, "Ev2"));
    expect(host.accepted.map((event) => "text" in event && event.text)).toEqual(
      Array(3).fill("my leads"),
    );
    await expect
      .poll(() => slack.gateway.calls.filter(({ method }) => method === "chat.postMessage"))
      .toMatchObject([
        { args: { channel, thread_ts: now(1), text: expect.stringContaining("direct messages") } },
        { args: { channel, thread_ts: now(0) } },
      ]);
  });

  it("points nowhere when a mention comes hours late, but hears it", async () => {
    const { host, says, deliver, slack } = scene;
    const channel = await joinSales(scene);
    const ts = now(-6 * 3_600);
    await deliver(says({ type: "app_mention", channel, channel_type: undefined, ts }));
    await deliver(says({}, "Ev2"));
    expect(host.accepted).toHaveLength(2);
    expect(slack.gateway.calls.map(({ method }) => method)).not.toContain("chat.postMessage");
  });

  it("may be the slash command, told where its answer is unless it stands right there", async () => {
    const { host, deliver, slack, user, channel } = scene;
    const { teamId: team } = slack;
    const command = { team, user, channel: "C1", trigger: "t1", text: "my leads" };
    expect(await deliver(aCommand(command))).toMatchObject({ response_type: "ephemeral" });
    expect(await deliver(aCommand({ ...command, text: " ", trigger: "t2" }))).toBeDefined();
    // Once we have written to them, their conversation with us is known.
    await scene.surface.adapter.send({ connection: team, externalId: user }, plainCard, "k");
    const here = await deliver(aCommand({ ...command, channel, trigger: "t3" }));
    expect(here?.text).toBeUndefined();
    expect(host.accepted.map((event) => "text" in event && event.text)).toEqual([
      "my leads",
      "help",
      "my leads",
    ]);
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

  it("may be a voice clip: sound, whatever its container, with what Slack heard in it", async () => {
    const { host, says, deliver, slack, saved } = scene;
    const bytes = new TextEncoder().encode("sound");
    const clip = {
      name: "audio_message.m4a",
      mimetype: "video/mp4",
      subtype: "slack_audio",
      url_private_download: slack.gateway.serve("clip", { type: "video/mp4", bytes }),
    };
    const heard = {
      status: "complete",
      preview: { content: " Acme wants 20 seats ", has_more: false },
    };
    const clips = [
      { ...clip, id: "F1", transcription: heard },
      { ...clip, id: "F2", transcription: { status: "processing" } },
      { ...clip, id: "F3", transcription: 7 },
    ];
    await deliver(says({ subtype: "file_share", text: "", files: clips }));
    expect(host.accepted).toMatchObject(
      ["Acme wants 20 seats", "", ""].map((text) => ({
        kind: "file",
        mediaType: "audio/mp4",
        text,
      })),
    );
    expect(saved.map(({ mediaType }) => mediaType)).toEqual(Array(3).fill("audio/mp4"));
  });

  it("is not fetched where it is somebody's voice and they did not agree: they are asked, once", async () => {
    const { host, says, deliver, slack, saved, agreed } = scene;
    agreed.toVoice = false;
    const bytes = new TextEncoder().encode("sound");
    const url = slack.gateway.serve("clip", { type: "audio/webm", bytes });
    const clip = { id: "F1", name: "a.webm", mimetype: "audio/webm", url_private_download: url };
    const transcription = { status: "complete", preview: { content: "private words" } };
    const files = [clip, { ...clip, id: "F2", transcription }];
    await deliver(says({ subtype: "file_share", text: "", files }));
    expect(saved).toEqual([]);
    const key = `slack:${slack.teamId}:Ev1`;
    expect(new Set(host.accepted.map((event) => event.key))).toEqual(new Set([key]));
    expect(host.accepted[0]).toMatchObject({ kind: "message", text: "privacy" });
    expect(JSON.stringify(host.accepted)).not.toContain("private words");
    const told = await slack.gateway.called("chat.postEphemeral", () => true);
    expect(told.args.text).toContain("did not listen");
  });

  it("stays connected when only somebody's own token was revoked", async () => {
    const revoked = (bot: string[]) => ({ type: "tokens_revoked", tokens: { oauth: ["U1"], bot } });
    await scene.deliver(anEvent(scene.slack.teamId, revoked([]), "Ev1"));
    expect(scene.surface.state().ok).toBe(true);
    await scene.deliver(anEvent(scene.slack.teamId, revoked(["UBOT"]), "Ev2"));
    expect(scene.surface.state().ok).toBe(false);
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

/** Seconds from the scene's present, as Slack numbers messages. */
const now = (seconds: number) => String(testNow / 1000 + seconds);

async function joinSales({ slack }: Scene): Promise<string> {
  const { channels } = (await slack.call("conversations.list", {})) as unknown as {
    channels: { id: string; name: string }[];
  };
  const channel = channels.find(({ name }) => name === "sales")?.id ?? "";
  await slack.call("conversations.join", { channel });
  return channel;
}
