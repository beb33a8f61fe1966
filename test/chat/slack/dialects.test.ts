// Slack as others write it: what its documentation allows and our own emulator never does.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../src/chat/slack/limits.ts";
import type { Card } from "../../../src/core/card.ts";
import type { Asset } from "../../../src/core/facts.ts";
import { aCommand, aSubmission, type Body } from "../../emulators/slack/payloads.ts";
import { toState } from "../../emulators/slack/read-view.ts";
import { openScene, plainCard, type Scene } from "./scene.ts";

let scene: Scene;
afterEach(() => scene.close());

const without = (body: Body, ...names: string[]): Body =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
const eventOf = (body: Body) => body.event as Body;

describe.each(["socket", "http"] as const)("over %s", (mode) => {
  beforeEach(async () => {
    scene = await openScene(mode);
  });

  it("hears a direct message without the kind of its channel, without ids of its own, with nulls", async () => {
    const { host, says, deliver } = scene;
    const bare = without(says(), "event_id", "authorizations", "event_time");
    const nulls = { subtype: null, bot_id: null, thread_ts: null, files: null, user_team: null };
    await deliver({
      ...bare,
      event: { ...without(eventOf(bare), "channel_type", "event_ts"), ...nulls },
    });
    const [heard] = host.accepted;
    expect(heard).toMatchObject({ kind: "message", text: "hi" });
    expect(heard?.aliases).not.toContain(heard?.key);
  });

  it("takes the first message of a thread, which names itself, as said in none", async () => {
    const { host, says, deliver } = scene;
    await deliver(says({ thread_ts: "1700000000.1" }));
    await deliver(says({ ts: "1700000000.2", thread_ts: "1700000000.1" }, "Ev2"));
    const [first, reply] = host.accepted;
    expect(first).not.toHaveProperty("threadId");
    expect(reply).toMatchObject({ threadId: "1700000000.1" });
  });

  it("hears a command under any name, without a trigger, and two under one trigger", async () => {
    const { host, deliver, slack, user } = scene;
    const command = { team: slack.teamId, user, channel: "C1", trigger: "t", text: "my leads" };
    await deliver({ ...aCommand(command), command: "/deals" });
    await deliver(without(aCommand({ ...command, text: "team leads" }), "trigger_id"));
    await deliver(aCommand({ ...command, text: "home" }));
    expect(host.accepted.map((event) => "text" in event && event.text)).toEqual([
      "my leads",
      "team leads",
      "home",
    ]);
    expect(new Set(host.accepted.map(({ key }) => key)).size).toBe(3);
  });

  it("tells presses apart that come under one trigger, and knows the same one again", async () => {
    const { host, deliver, presses } = scene;
    for (const ref of ["act_1", "act_2", "act_1"]) await deliver(presses({ ref, trigger: "t" }));
    const [first, second, again] = host.interacted.map(({ key }) => key);
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });

  it("says the answer to a press once, however often it is delivered", async () => {
    const { host, deliver, presses, slack } = scene;
    host.outcome = { toast: "Yours." };
    const press = presses({ ref: "act_1", trigger: "t1" });
    await Promise.all([deliver(press), deliver(press)]);
    await deliver(press);
    await deliver(presses({ ref: "act_2", trigger: "t2" }));
    const told = () => slack.gateway.calls.filter(({ method }) => method === "chat.postEphemeral");
    await expect.poll(() => told().length).toBe(2);
  });

  it("finds the place of a press in its container where nothing else names it", async () => {
    const { host, deliver, presses, slack, channel } = scene;
    host.outcome = { toast: "Here." };
    const press = without(presses({ ref: "act_1", trigger: "t1" }), "channel", "message");
    const container = { type: "message", channel_id: channel, message_ts: "1.1" };
    await deliver({ ...press, container, response_url: null, state: { values: {} } });
    const told = await slack.gateway.called("chat.postEphemeral", () => true);
    expect(told.args).toMatchObject({ channel, text: "Here." });
  });

  it("acknowledges a press and a form in time although the decision is late, and says it then", async () => {
    const { host, deliver, presses, slack, channel, trigger } = scene;
    host.outcome = { open: aForm };
    await deliver(presses({ ref: "act_1", trigger: await trigger() }));
    const opened = await slack.gateway.called("views.open", () => true);
    const view = { ...(JSON.parse(opened.args.view ?? "{}") as View), id: "V1", hash: "h" };

    let decide = () => {};
    host.before = () => new Promise((resolve) => (decide = resolve));
    host.outcome = { toast: "Saved.", card: plainCard };
    await deliver(presses({ ref: "act_2", trigger: "t2" }));
    const [working, said] = ["Still working on it …", "Saved."];
    const told = (words: string) =>
      slack.gateway.called("chat.postEphemeral", ({ args }) => args.text === words);
    expect((await told(working)).args).toMatchObject({ channel });
    decide();
    expect((await told(said)).args).toMatchObject({ channel });

    const state = { values: toState(view.blocks, { name: "Wang Li" }) };
    const { teamId: team } = slack;
    const filled = { ...view, state };
    const submit = aSubmission({ team, user: scene.user, trigger: "t3", view: filled });
    host.outcome = { errors: { name: "Too short." } };
    const acked = await deliver(submit);
    expect(acked).toMatchObject({ response_action: "update", view: { callback_id: "form" } });
    expect(JSON.stringify(acked)).toContain(working);
    // The fields stand where they stood, so that Slack keeps what was typed into them.
    const fields = (blocks: View["blocks"]) => blocks.filter(({ type }) => type === "input");
    expect(fields((acked as { view: View }).view.blocks)).toEqual(fields(view.blocks));
    decide();
    const updated = await slack.gateway.called("views.update", () => true);
    expect(updated.args).toMatchObject({ view_id: "V1" });
    expect(updated.args.hash).toBeUndefined();
    expect(updated.args.view).toContain("Too short.");
    expect(updated.args.view).not.toContain("Still working");
  });

  it("opens a form too big for its button from what it showed, though Slack gives no metadata back", async () => {
    const { slack, surface, deliver, presses, trigger, user, channel } = scene;
    const to = { connection: slack.teamId, externalId: user };
    const ref = await surface.adapter.send(to, aBigCard, "k1");
    slack.gateway.fail("conversations.history", {
      kind: "refuses",
      code: "missing_scope",
      what: "all",
    });
    const press = presses({ ref: "", action: "form:0", trigger: await trigger() });
    await deliver({ ...press, message: { ts: ref.ts }, channel: { id: channel } });
    const opened = await slack.gateway.called("views.open", () => true);
    expect(opened.args.view).toContain("公司 299");
  });

  it("looks up where a file lies when its event does not say, and takes either address", async () => {
    const { host, says, deliver, slack, saved } = scene;
    const bytes = new TextEncoder().encode("a,b");
    const url = slack.gateway.serve("a.csv", { type: "text/csv", bytes });
    const named = { id: "F1", file_access: "check_file_info" };
    const file = { ...named, name: "a.csv", mimetype: "text/csv", url_private_download: url };
    slack.gateway.fail("files.info", { kind: "answer", body: { file } });
    await deliver(says({ subtype: "file_share", text: "", files: [named] }));
    // Another name of this machine, as an emulator may write it.
    const near = url.replace("127.0.0.1", "localhost");
    const viewed = { id: "F2", name: "b.csv", mimetype: "text/csv", url_private: near };
    await deliver(says({ subtype: "file_share", text: "", files: [viewed], ts: "2.1" }, "Ev2"));
    expect(saved.map(({ name }) => name)).toEqual(["a.csv", "b.csv"]);
    expect(host.accepted).toHaveLength(2);
  });

  it("takes an account with nulls, and whoever Slack does not tell of as a stranger", async () => {
    const { slack, surface, user } = scene;
    const of = { connection: slack.teamId, externalId: user };
    const nulls = { team_id: null, deleted: null, is_bot: null, enterprise_user: null };
    const profile = { email: "ana@team.example", title: null };
    const known = { id: user, ...nulls, profile };
    slack.gateway.fail("users.info", { kind: "answer", body: { user: known } });
    expect(await surface.adapter.whoIs(of)).toEqual({ outside: false, email: profile.email });
    slack.gateway.fail("users.info", {
      kind: "answer",
      body: { user: { id: user, profile: null } },
    });
    expect(await surface.adapter.whoIs(of)).toEqual({ outside: false });
    slack.gateway.fail("users.info", { kind: "error", code: "missing_scope" });
    expect(await surface.adapter.whoIs(of)).toBeUndefined();
  });

  it("edits with as much text as Slack takes in an edit", async () => {
    const { slack, surface, user } = scene;
    const to = { connection: slack.teamId, externalId: user };
    const ref = await surface.adapter.send(to, plainCard, "k1");
    const refused = { kind: "refuses", code: "msg_too_long", what: "blocks" } as const;
    slack.gateway.fail("chat.update", refused);
    await surface.adapter.update(ref, { ...aBigCard, summary: "王芳 & 🏥 ".repeat(900) });
    const edit = slack.gateway.calls.findLast(({ method }) => method === "chat.update");
    expect(Buffer.byteLength(edit?.args.text ?? "")).toBeLessThanOrEqual(limits.editText);
    expect(edit?.args.text).not.toMatch(/&(?!(amp|lt|gt);)/);
  });

  it("sends what a card says although its file is refused, and says that it is missing", async () => {
    const { slack, surface, user, pictures } = scene;
    const asset = { name: "mine.json", mediaType: "application/json" } as Asset;
    pictures.set("ast_1", { asset, bytes: Buffer.from("{}") });
    slack.gateway.fail("files.getUploadURLExternal", { kind: "error", code: "missing_scope" });
    const file = { t: "file", file: { asset: "ast_1" }, name: "mine.json" } as const;
    const to = { connection: slack.teamId, externalId: user };
    await surface.adapter.send(to, { ...plainCard, blocks: [file] }, "k1");
    const posted = await slack.gateway.called("chat.postMessage", () => true);
    expect(posted.args.blocks).toContain("mine.json could not be sent here");
  });

  it("comes again later when Slack is busy without saying how long", async () => {
    const { slack, surface, user } = scene;
    slack.gateway.fail("chat.postMessage", { kind: "busy" });
    const to = { connection: slack.teamId, externalId: user };
    await expect(surface.adapter.send(to, plainCard, "k1")).rejects.toMatchObject({
      name: "RetryLater",
      ambiguous: false,
    });
  });
});

type View = { blocks: Parameters<typeof toState>[0]; callback_id: string };

const aForm: Card = {
  ...{ key: "form", title: "A form", tone: "info", summary: "A form" },
  blocks: [
    {
      ...{ t: "form", id: "f", submit: { id: "s", label: "Save", ref: "act_submit" } },
      fields: [{ kind: "text", name: "name", label: "Name" }],
    },
  ],
};

const aBigCard: Card = {
  ...aForm,
  blocks: [
    {
      ...{ t: "form", id: "f", submit: { id: "s", label: "Save", ref: "act_submit" } },
      fields: [
        {
          ...{ kind: "select", name: "account", label: "客户" },
          options: Array.from({ length: 300 }, (_, at) => ({
            value: `acc_${at}_${(at * 7919) % 9973}`,
            label: `公司 ${at}`,
          })),
        },
      ],
    },
  ],
};
