import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/core/card.ts";
import { Refused, RetryLater } from "../../../src/core/errors.ts";
import type { Asset } from "../../../src/core/facts.ts";
import { openScene, plainCard, type Scene } from "./scene.ts";

const chartCard: Card = {
  ...plainCard,
  blocks: [
    {
      t: "chart",
      chart: "bar",
      labels: ["Opening", "Price", "Close"],
      series: [{ name: "Ana", values: [3, 1, 4] }],
      alt: "Opening 3, price 1, close 4",
    },
    { t: "table", columns: ["a"], rows: [[[{ t: "text", text: "1" }]]] },
  ],
};

describe("a card sent to Slack", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene("http");
  });
  afterEach(() => scene.close());

  const to = () => ({ connection: scene.slack.teamId, externalId: scene.user });
  const send = (card: Card = plainCard, key = "key-1") =>
    scene.surface.adapter.send(to(), card, key);
  const stored = () => scene.slack.messages(scene.user);
  const failing = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: unknown) => error,
    );

  it("arrives with its short text, its key, and nobody's words as markup", async () => {
    await send();
    const [message] = await stored();
    expect(message).toMatchObject({
      text: "A card in short",
      metadata: { event_payload: { key: "key-1" } },
    });
    expect(message?.blocks?.map(({ type }) => type)).toEqual([
      "header",
      "rich_text",
      "table",
      "actions",
    ]);
    expect(JSON.stringify(message?.blocks)).not.toContain("mrkdwn");
  });

  it("is edited in place, and sent anew when the message is gone", async () => {
    const ref = await send();
    await scene.surface.adapter.update(ref, { ...plainCard, title: "Changed" });
    expect(await stored()).toHaveLength(1);
    expect(JSON.stringify(await stored())).toContain("Changed");
    await scene.slack.call("chat.delete", { channel: ref.channel ?? "", ts: ref.ts ?? "" });
    await scene.surface.adapter.update(ref, { ...plainCard, title: "Once more" });
    const [anew] = await stored();
    expect(JSON.stringify(anew)).toContain("Once more");
    expect(ref.ts).toBe(anew?.ts);
  });

  it("waits as long as Slack asks when there are too many, and surely was not sent", async () => {
    scene.slack.gateway.fail("chat.postMessage", { kind: "rate_limited", afterSeconds: 7 });
    const error = await failing(send());
    expect(error).toBeInstanceOf(RetryLater);
    expect(error).toMatchObject({ afterMs: 7_000, ambiguous: false });
    expect(await stored()).toHaveLength(0);
  });

  it("is found by its key after a failure that came too late, so it is not sent twice", async () => {
    scene.slack.gateway.fail("chat.postMessage", { kind: "500_after" });
    expect(await failing(send())).toMatchObject({ ambiguous: true });
    const found = await scene.surface.adapter.find?.(to(), "key-1");
    expect(found).toMatchObject({ channel: scene.channel });
    expect(await scene.surface.adapter.find?.(to(), "key-2")).toBeUndefined();
    expect(await stored()).toHaveLength(1);
    await scene.surface.adapter.update(found ?? {}, { ...plainCard, title: "Changed" });
    expect(JSON.stringify(await stored())).toContain("Changed");
  });

  it("ends by itself when Slack hangs, with its fate unknown", async () => {
    scene.slack.gateway.fail("chat.postMessage", { kind: "hang" });
    expect(await failing(send())).toMatchObject({ name: "RetryLater", ambiguous: true });
  });

  it("falls back to simpler blocks, one kind after another, then to text, and remembers what was refused", async () => {
    const refused = { kind: "error", code: "invalid_blocks" } as const;
    const looks = async () => (await stored()).at(-1)?.blocks?.map(({ type }) => type) ?? [];
    await send(chartCard, "key-0");
    expect(await looks()).toEqual(["header", "data_visualization", "context", "table"]);
    scene.slack.gateway.fail("chat.postMessage", refused);
    await send(chartCard, "key-1");
    expect(await looks()).toEqual(["header", "rich_text", "table"]);
    await send(chartCard, "key-2");
    expect(await looks()).toEqual(["header", "rich_text", "table"]);
    const calls = scene.slack.gateway.calls.filter(({ method }) => method === "chat.postMessage");
    expect(calls).toHaveLength(4);
    scene.slack.gateway.fail("chat.postMessage", refused, refused);
    await send(plainCard, "key-3");
    const message = (await stored()).at(-1);
    expect(message?.text).toContain("A card\n&lt;!channel&gt; &amp; *words*\na | b\n1 |");
    expect(message?.blocks ?? []).toEqual([]);
  });

  it("tries again after a day what was refused", async () => {
    scene.slack.gateway.fail("chat.postMessage", { kind: "error", code: "invalid_blocks" });
    await send(chartCard, "key-1");
    scene.passes(24 * 3_600_000);
    await send(chartCard, "key-2");
    const kinds = (await stored()).map(({ blocks }) => blocks?.[1]?.type);
    expect(kinds).toEqual(["rich_text", "data_visualization"]);
  });

  it("is refused with what to click when it can never arrive, and waits where only the token is gone", async () => {
    const errors = {
      account_inactive: RetryLater,
      token_revoked: RetryLater,
      missing_scope: Refused,
    };
    for (const [code, kind] of Object.entries(errors)) {
      scene.slack.gateway.fail("chat.postMessage", { kind: "error", code });
      const error = await failing(send());
      expect(error).toBeInstanceOf(kind);
      expect((error as Error).message).toMatch(/reinstall/i);
    }
    const elsewhere = { connection: "T_OTHER", externalId: scene.user };
    const error = await failing(scene.surface.adapter.send(elsewhere, plainCard, "k"));
    expect(error).toMatchObject({ code: "slack.unknown-workspace" });
  });

  it("tells in the state that the token is no longer taken, until it is again", async () => {
    scene.slack.gateway.fail("chat.postMessage", { kind: "error", code: "token_revoked" });
    await failing(send());
    const why = expect.stringContaining("token_revoked");
    expect(scene.surface.state()).toMatchObject({ ok: false, why });
    await send();
    expect(scene.surface.state().ok).toBe(true);
  });

  it("shows a picture once it is uploaded, and its words where it cannot be", async () => {
    const bytes = Buffer.from("89504e470d0a1a0a", "hex");
    const asset = { name: "radar.png", mediaType: "image/png" } as Asset;
    scene.pictures.set("ast_1", { asset, bytes });
    const blocks = ["ast_1", "ast_gone"].map((id) => ({
      t: "image" as const,
      image: { asset: id },
      alt: `What ${id} shows`,
    }));
    await send({ ...plainCard, blocks });
    const shown = (await stored())[0]?.blocks?.slice(1);
    expect(shown).toMatchObject([
      { type: "image", slack_file: { id: expect.any(String) }, alt_text: "What ast_1 shows" },
      { type: "context", elements: [{ text: "What ast_gone shows" }] },
    ]);
    scene.slack.gateway.fail("files.getUploadURLExternal", {
      kind: "error",
      code: "missing_scope",
    });
    scene.pictures.set("ast_2", { asset, bytes });
    const other = { ...blocks[0], t: "image" as const, image: { asset: "ast_2" }, alt: "In words" };
    await send({ ...plainCard, blocks: [other] }, "key-2");
    expect(JSON.stringify((await stored())[1]?.blocks)).toContain("In words");
  });

  it("shows a radar and a heat map as pictures with their numbers, and as words where those fail", async () => {
    const heat = {
      ...{ t: "chart" as const, chart: "heatmap" as const, labels: ["Opening", "Price"] },
      ...{ series: [{ name: "Ana", values: [40, 70] }], alt: "Ana: opening 40, price 70" },
    };
    const radar = { ...heat, chart: "radar" as const, alt: "Opening 40, price 70" };
    const blocks = [radar, heat];
    await send({ ...plainCard, blocks });
    const shown = (await stored())[0]?.blocks?.slice(1);
    expect(shown?.map(({ type }) => type)).toEqual(["image", "rich_text", "image", "rich_text"]);
    expect(shown).toMatchObject([
      { slack_file: { id: expect.any(String) }, alt_text: "Opening 40, price 70" },
      {},
      { slack_file: { id: expect.any(String) }, alt_text: "Ana: opening 40, price 70" },
      {},
    ]);
    const said = JSON.stringify(shown);
    for (const words of ["2 Price", "→ 1 Opening · 2 Price", "↓ 1 Ana"])
      expect(said).toContain(words);
    const fault = { kind: "error" as const, code: "missing_scope" };
    scene.slack.gateway.fail("files.getUploadURLExternal", fault);
    await send({ ...plainCard, blocks: [{ ...heat, labels: ["Opening", "Close"] }] }, "key-2");
    const plain = (await stored())[1]?.blocks?.slice(1);
    expect(plain?.some(({ type }) => type === "image")).toBe(false);
    expect(JSON.stringify(plain)).toContain("40");
  });

  it("that holds too big a form for a button brings it along all the same", async () => {
    const options = Array.from({ length: 150 }, (_, at) => ({
      value: `per_${(at * 7919).toString(36)}${Math.sin(at)}`,
      label: `Person ${Math.cos(at)}`,
    }));
    const fields = [{ kind: "person", name: "rep", label: "Rep", options }] as const;
    const submit = { id: "s", label: "Give", ref: "act_9" };
    const blocks = [{ t: "form", id: "f", fields: [...fields], submit }] as Card["blocks"];
    await send({ ...plainCard, blocks });
    const [message] = await stored();
    const action = "form:0";
    expect(message?.metadata?.event_payload[action]?.length).toBeGreaterThan(2_000);
    const press = scene.presses({ action, trigger: await scene.trigger() });
    // Slack may leave the metadata out of a press.
    await scene.deliver({ ...press, message: { ts: message?.ts } });
    const opened = await scene.slack.gateway.called("views.open", () => true);
    expect(opened.args.view).toContain("option_groups");
  });
});

describe("somebody on Slack", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene("http");
  });
  afterEach(() => scene.close());

  const whoIs = (externalId: string) =>
    scene.surface.adapter.whoIs({ connection: scene.slack.teamId, externalId });

  it("is known by the e-mail Slack verified, and found by it", async () => {
    expect(await whoIs(scene.user)).toEqual({ email: "user1@team.example", outside: false });
    expect(await whoIs("U_NOBODY")).toBeUndefined();
    const { findAccount } = scene.surface.adapter;
    expect(await findAccount({ email: "user1@team.example", phone: null })).toEqual({
      connection: scene.slack.teamId,
      externalId: scene.user,
    });
    expect(await findAccount({ email: "x@y.example", phone: null })).toBeUndefined();
    expect(await findAccount({ email: null, phone: "+44" })).toBeUndefined();
  });

  it("is outside as a guest, a bot or another organisation's user, whatever their e-mail", async () => {
    const profile = { email: "user1@team.example" };
    const strangers = [
      { is_restricted: true },
      { is_ultra_restricted: true },
      { is_stranger: true },
      { is_bot: true },
      { team_id: "T_OTHER" },
    ];
    for (const set of strangers) {
      const user = { id: "U9", team_id: scene.slack.teamId, profile, ...set };
      scene.slack.gateway.fail("users.info", { kind: "answer", body: { user } });
      expect(await whoIs("U9")).toEqual({ outside: true });
      scene.slack.gateway.fail("users.lookupByEmail", { kind: "answer", body: { user } });
      expect(await scene.surface.adapter.findAccount({ ...profile, phone: null })).toBeUndefined();
    }
    const user = { id: "U9", is_email_confirmed: false, profile };
    scene.slack.gateway.fail("users.info", { kind: "answer", body: { user } });
    expect(await whoIs("U9")).toEqual({ outside: false });
  });
});
