import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packForm } from "../../../src/chat/slack/render/form.ts";
import { renderModal } from "../../../src/chat/slack/render/modal.ts";
import type { Card, FormBlock } from "../../../src/core/card.ts";
import { textsFor } from "../../../src/core/text/texts.ts";
import { aShortcut, aSubmission } from "../../emulators/slack/payloads.ts";
import { toState } from "../../emulators/slack/read-view.ts";
import { openScene, type Scene } from "./scene.ts";

const form: Card = {
  key: "form",
  title: "A rather long title of a form",
  tone: "info",
  summary: "A form",
  blocks: [
    {
      t: "form",
      id: "form",
      fields: [
        { kind: "text", name: "name", label: "Name", required: true },
        { kind: "number", name: "seats", label: "Seats" },
        { kind: "multiselect", name: "tags", label: "Tags", options: [{ value: "a", label: "A" }] },
        { kind: "date", name: "day", label: "Day" },
      ],
      submit: { id: "s", label: "Save", ref: "act_submit" },
      others: [{ id: "p", label: "Preview", ref: "act_preview" }],
      cancel: { id: "c", label: "Never mind", ref: "act_cancel" },
    },
  ],
};

describe.each(["socket", "http"] as const)("a press or a form over %s", (mode) => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene(mode);
  });
  afterEach(() => scene.close());

  const modal = () => {
    const view = renderModal(form, { texts: textsFor("en"), channel: scene.channel });
    return { ...view, id: "V1", hash: "h1" };
  };
  const submission = (values: Parameters<typeof toState>[1], trigger: string) => {
    const { teamId: team } = scene.slack;
    const view = modal();
    const filled = { ...view, state: { values: toState(view.blocks, values) } };
    return aSubmission({ team, user: scene.user, trigger, view: filled });
  };

  it("carries its ref, and the same key when delivered again", async () => {
    const { host, deliver, presses, slack, user } = scene;
    host.outcome = { toast: "It is <yours> & done" };
    await deliver(presses({ ref: "act_1", trigger: "t1" }));
    await deliver(presses({ ref: "act_1", trigger: "t1" }));
    const [first, again] = host.interacted;
    expect(first).toMatchObject({ kind: "action", ref: "act_1", externalId: user });
    expect(first?.key).toMatch(new RegExp(`^slack:${slack.teamId}:t1:`));
    expect(again?.key).toBe(first?.key);
    const told = await slack.gateway.called("chat.postEphemeral", () => true);
    expect(told.args.text).toBe("It is &lt;yours&gt; &amp; done");
  });

  it("is nothing to the host when it opens a link, or comes from an outsider or another workspace", async () => {
    const { host, deliver, presses } = scene;
    await deliver(presses({ action: "link:0", trigger: "t1" }));
    const press = presses({ ref: "act_1", trigger: "t2" });
    await deliver({ ...press, user: { id: "U9", team_id: "T_OTHER" } });
    await deliver({ ...press, user: { id: 7 } });
    await deliver({ ...press, actions: [] });
    // Refused over HTTP; over a socket, where nothing can be refused, acknowledged and dropped.
    await deliver({ ...press, team: { id: "T_OTHER" } }).catch(() => {});
    expect(host.interacted).toEqual([]);
    expect(scene.counted.at(-1)).toBe("unknown-workspace");
  });

  it("opens a form, and says so when Slack no longer waits for it", async () => {
    const { host, deliver, presses, slack, trigger } = scene;
    host.outcome = { open: form };
    await deliver(presses({ ref: "act_1", trigger: await trigger() }));
    const opened = await slack.gateway.called("views.open", () => true);
    expect(JSON.parse(opened.args.view ?? "")).toMatchObject({
      submit: { text: "Save" },
      close: { text: "Never mind" },
      notify_on_close: true,
    });
  });

  it("whose form Slack no longer opens finds it in the conversation, with a sentence", async () => {
    const { host, deliver, presses, slack } = scene;
    host.outcome = { open: form };
    slack.gateway.fail("views.open", { kind: "error", code: "expired_trigger_id" });
    await deliver(presses({ ref: "act_1", trigger: "t1" }));
    const told = await slack.gateway.called("chat.postEphemeral", () => true);
    expect(told.args.text).toContain("direct messages");
    expect(host.accepted).toMatchObject([
      { kind: "unopened", card: form, key: expect.stringMatching(/:t1:.+:unopened$/) },
    ]);
    // The button of a form still stands there: it can be pressed again.
    slack.gateway.fail("views.open", { kind: "error", code: "expired_trigger_id" });
    const [block] = form.blocks;
    const from = slack.gateway.calls.length;
    await deliver(presses({ ref: packForm(block as FormBlock), action: "form:0", trigger: "t2" }));
    const again = await slack.gateway.called("chat.postEphemeral", () => true, from);
    expect(again.args.text).toContain("press the button again");
    expect(host.accepted).toHaveLength(1);
  });

  it("may be a shortcut, with the words of its message cut, answered by a form", async () => {
    const { host, deliver, slack, user, trigger } = scene;
    const { teamId: team } = slack;
    host.outcome = { open: form };
    await deliver(aShortcut({ team, user, id: "lead", trigger: await trigger() }));
    const text = `&lt;too&gt; ${"expensive ".repeat(1_000)}`;
    const on = { channel: "C9", text };
    await deliver(aShortcut({ team, user, id: "update_message", trigger: await trigger(), on }));
    expect(host.interacted).toMatchObject([
      { kind: "shortcut", shortcut: "lead", text: "", externalId: user },
      { kind: "shortcut", shortcut: "update", text: expect.stringMatching(/^<too> expensive/) },
    ]);
    expect(JSON.stringify(host.interacted[1]).length).toBeLessThan(9_000);
    const opened = () => slack.gateway.calls.filter(({ method }) => method === "views.open");
    await expect.poll(opened).toHaveLength(2);
    await deliver(aShortcut({ team, user, id: "unheard_of", trigger: await trigger() }));
    expect(host.interacted).toHaveLength(2);
  });

  it("tells in a channel of a shortcut only who picked it, in our conversation where we are not in it", async () => {
    const { host, deliver, slack, user, channel } = scene;
    const on = { channel: "C9", text: "too expensive" };
    const picked = { team: slack.teamId, user, id: "say", on };
    slack.gateway.fail("chat.postEphemeral", { kind: "error", code: "not_in_channel" });
    host.outcome = { toast: "Only for you" };
    await deliver(aShortcut({ ...picked, trigger: "t1" }));
    const told = await slack.gateway.called(
      "chat.postEphemeral",
      ({ args }) => args.channel !== "C9",
    );
    expect(told.args).toMatchObject({ channel, user, text: "Only for you" });
    host.outcome = { card: form };
    const from = slack.gateway.calls.length;
    await deliver(aShortcut({ ...picked, trigger: "t2" }));
    const pointed = await slack.gateway.called("chat.postEphemeral", () => true, from);
    expect(pointed.args.text).toContain("direct messages");
  });

  it("comes back with values of the right kinds, and without those left empty", async () => {
    const { host, deliver } = scene;
    await deliver(submission({ name: "王丽", seats: "12.5", tags: ["a"] }, "t1"));
    await deliver(submission({}, "t2"));
    expect(host.interacted).toMatchObject([
      { kind: "submit", ref: "act_submit", values: { name: "王丽", seats: 12.5, tags: ["a"] } },
      { kind: "submit", values: { tags: [] } },
    ]);
    // A form refused once is sent again from the same view, with the same hash: it is not the same event.
    expect(host.interacted[0]?.key).not.toBe(host.interacted[1]?.key);
  });

  it("shows errors on their fields, and those of no field in the form", async () => {
    const { host, deliver } = scene;
    host.outcome = { errors: { name: "Enter a name." } };
    expect(await deliver(submission({}, "t1"))).toEqual({
      response_action: "errors",
      errors: { "field:name": "Enter a name." },
    });
    host.outcome = { errors: { nobody: "Not now." } };
    const answer = await deliver(submission({}, "t2"));
    expect(JSON.stringify(answer)).toContain("Not now.");
    expect(answer).toMatchObject({ response_action: "update" });
  });

  it("closes when done, stays as a sentence when nothing else shows it", async () => {
    const { host, deliver, slack } = scene;
    host.outcome = { toast: "Saved.", card: form };
    expect(await deliver(submission({}, "t1"))).toEqual({ response_action: "clear" });
    await slack.gateway.called("chat.postEphemeral", ({ args }) => args.text === "Saved.");
    host.outcome = { toast: "No longer yours." };
    expect(JSON.stringify(await deliver(submission({}, "t2")))).toContain("No longer yours.");
  });

  it("previews without closing, with errors above the fields", async () => {
    const { host, deliver, presses, slack } = scene;
    const view = modal();
    const filled = { ...view, state: { values: toState(view.blocks, { name: "x" }) } };
    host.outcome = { errors: { name: "Too short." } };
    const action = "submit:0";
    await deliver(presses({ ref: "act_preview", action, trigger: "t1", view: filled }));
    expect(host.interacted).toMatchObject([
      { kind: "submit", ref: "act_preview", values: { name: "x" } },
    ]);
    const updated = await slack.gateway.called("views.update", () => true);
    expect(updated.args).toMatchObject({ view_id: "V1", hash: "h1" });
    expect(updated.args.view).toContain("Too short.");
  });

  it("closed without an answer is its cancel", async () => {
    const { host, deliver } = scene;
    await deliver({ ...submission({}, "t1"), type: "view_closed", is_cleared: false });
    expect(host.interacted).toMatchObject([{ kind: "action", ref: "act_cancel" }]);
  });
});
