import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../../src/chat/local/limits.ts";
import { RetryLater } from "../../../../src/core/errors.ts";
import { evil } from "../evil-card.ts";
import { assignmentCard } from "../sample-cards.ts";
import { formBlock, formCard } from "../sample-forms.ts";
import { openSite, ownHeaders, type Site } from "../site.ts";
import type { World } from "../world.ts";

let site: Site;
let world: World;
beforeEach(async () => {
  site = await openSite();
  world = site.world;
});
afterEach(() => world.close());

describe("a press on the page", () => {
  it("answers with a notice; the changed card comes through the stream", async () => {
    await world.post("per_ana", assignmentCard("en"));
    const card = { ...assignmentCard("en"), title: "Accepted" };
    world.behaviour.interact = async () => ({ toast: `Done ${evil}`, card });
    const answer = await site.post("/as/per_ana/press", [
      ["ref", "accept-1"],
      ["key", "k-1"],
    ]);
    const html = await answer.text();
    expect(html).toContain('id="toasts" hx-swap-oob="beforeend"');
    expect(html).toContain("Done &lt;img");
    expect(html).not.toContain("Accepted");
    expect((await world.chat.transcript("per_ana"))[0]?.body).toMatchObject({ title: "Accepted" });
  });

  it("opens a form in the dialog, and closes the dialog when all is well", async () => {
    world.behaviour.interact = async () => ({ open: formCard("en") });
    const opened = await (
      await site.post("/as/per_ana/press", [
        ["ref", "r"],
        ["key", "k-1"],
      ])
    ).text();
    expect(opened).toContain('id="sheet-body" hx-swap-oob="innerHTML"');
    expect(opened).toContain('id="sheet-1"');
    world.behaviour.interact = async () => ({ toast: "Saved" });
    const closed = await (
      await site.post("/as/per_ana/press", [
        ["ref", "r"],
        ["key", "k-2"],
        ["sheet", "1"],
      ])
    ).text();
    expect(closed).toMatch(/id="sheet-body" hx-swap-oob="innerHTML"><\/div>/);
    const elsewhere = await (
      await site.post("/as/per_ana/press", [
        ["ref", "r"],
        ["key", "k-3"],
      ])
    ).text();
    expect(elsewhere).not.toContain("sheet-body");
  });
});

describe("a shortcut on the page", () => {
  const pick = (entries: [string, string][], person = "per_ana") =>
    site.post(`/as/${person}/shortcut`, [["key", "k-1"], ...entries]);

  it("stands in a bar, and in a menu on each message, for those who have leads", async () => {
    await world.chat.say("per_li", "我们预算不够");
    await world.post("per_li", assignmentCard("zh"));
    const html = await (await site.get("/as/per_li")).text();
    expect(html.match(/<details class="menu"/g)).toHaveLength(2);
    expect(html.match(/name="shortcut" value="attach"[^>]*>附到商机</g)).toHaveLength(3);
    expect(html.match(/name="shortcut" value="lead"/g)).toHaveLength(1);
    await world.chat.say("per_bo", "hello");
    expect(await (await site.get("/as/per_bo")).text()).not.toContain('shortcut"');
  });

  it("reaches the host with the words of its message, and opens what it answers", async () => {
    await world.chat.say("per_ana", `our budget is gone ${evil}`);
    await world.post("per_ana", { ...assignmentCard("en"), title: "A card" });
    const [said, card] = await world.chat.transcript("per_ana");
    world.behaviour.interact = async () => ({ open: formCard("en") });
    const html = await (
      await pick([
        ["shortcut", "attach"],
        ["message", said?.id ?? ""],
      ])
    ).text();
    expect(html).toContain('id="sheet-body" hx-swap-oob="innerHTML"');
    await site.post("/as/per_ana/shortcut", [
      ["key", "k-2"],
      ["shortcut", "update"],
      ["message", card?.id ?? ""],
    ]);
    expect(world.interactions).toMatchObject([
      { kind: "shortcut", shortcut: "attach", text: `our budget is gone ${evil}`, key: "k-1" },
      { kind: "shortcut", shortcut: "update", text: expect.stringMatching(/^A card/) },
    ]);
  });

  it("picked on no message has no words", async () => {
    await pick([["shortcut", "lead"]]);
    expect(world.interactions).toMatchObject([{ kind: "shortcut", shortcut: "lead", text: "" }]);
  });

  it("that does not exist, or on somebody else's message, is refused", async () => {
    await world.chat.say("per_li", "私事");
    const [said] = await world.chat.transcript("per_li");
    expect((await pick([["shortcut", "delete everything"]])).status).toBe(400);
    expect((await pick([])).status).toBe(400);
    const stolen = await pick([
      ["shortcut", "attach"],
      ["message", said?.id ?? ""],
    ]);
    expect(stolen.status).toBe(404);
    expect(await stolen.text()).not.toContain("私事");
    expect(world.interactions).toEqual([]);
  });
});

describe("a form on the page", () => {
  const entries = (amount: string): [string, string | File][] => [
    ...formBlock("en").fields.map(({ kind, name, required }): [string, string] => [
      "field",
      `${kind}${required ? "!" : ""}:${name}`,
    ]),
    ["form", "sheet-1"],
    ["ref", "form-save"],
    ["key", "k-1"],
    ["sheet", "1"],
    ["answer:step", "Call"],
    ["answer:amount", amount],
    ["answer:objections", "price"],
    ["answer:objections", "risk"],
    ["answer:proof", new File(["pdf"], "proof.pdf", { type: "application/pdf" })],
  ];

  it("is checked before the host hears of it, and stays open", async () => {
    const html = await (await site.post("/as/per_li/submit", entries("much"))).text();
    expect(html).toContain('id="sheet-1-1-error" role="alert" hx-swap-oob="true">请填写数字');
    expect(html).toContain('id="sheet-1-0-error" role="alert" hx-swap-oob="true"></p>');
    expect(html).not.toContain("sheet-body");
    expect(world.interactions).toEqual([]);
    expect(await world.records.read.assets.count({})).toBe(0);
  });

  it("reaches the host with its answers, files as assets", async () => {
    const answer = await site.post("/as/per_ana/submit", entries("12,000"));
    expect(await answer.text()).toMatch(/id="sheet-body" hx-swap-oob="innerHTML"><\/div>/);
    const [asset] = await world.records.read.assets.find({});
    expect(asset).toMatchObject({
      name: "proof.pdf",
      mediaType: "application/pdf",
      personId: "per_ana",
    });
    expect(world.interactions).toMatchObject([
      {
        ...{ kind: "submit", ref: "form-save", externalId: "per_ana", key: "k-1" },
        values: { step: "Call", amount: 12000, objections: ["price", "risk"], proof: asset?.id },
      },
    ]);
  });

  it("shows the host's errors under their fields, and others as a notice", async () => {
    world.behaviour.interact = async () => ({ errors: { amount: "Too much", ghost: "Odd <b>" } });
    const html = await (await site.post("/as/per_ana/submit", entries("5"))).text();
    expect(html).toContain('id="sheet-1-1-error" role="alert" hx-swap-oob="true">Too much</p>');
    expect(html).toContain('<div class="toast bad">Odd &lt;b&gt;</div>');
    expect(html).not.toContain("sheet-body");
  });
});

describe("what goes wrong", () => {
  it("is a sentence for the person and an error for the operator", async () => {
    const press = () =>
      site.post(
        "/as/per_li/press",
        [
          ["ref", "r"],
          ["key", "k-1"],
        ],
        { "hx-request": "true" },
      );
    const bug = new Error("secret detail");
    world.behaviour.interact = async () => {
      throw bug;
    };
    const failed = await press();
    expect(failed.status).toBe(500);
    const html = await failed.text();
    expect(html).toContain('<div class="toast bad">没有成功');
    expect(html).not.toContain("secret");
    expect(site.failures).toEqual([bug]);
    world.behaviour.interact = async () => {
      throw new RetryLater("busy", { afterMs: 1000 });
    };
    expect((await press()).status).toBe(503);
    expect(site.failures).toEqual([bug]);
  });

  it("includes requests that are none", async () => {
    expect((await site.post("/as/per_ana/say", [["key", "k-1"]])).status).toBe(400);
    expect((await site.post("/as/per_ana/say", [["text", "hi"]])).status).toBe(400);
    expect(
      (
        await site.post("/as/per_ana/say", [
          ["text", "x".repeat(limits.text + 1)],
          ["key", "k-1"],
        ])
      ).status,
    ).toBe(400);
    expect(
      (
        await site.post("/as/per_ana/submit", [
          ["ref", "r"],
          ["key", "k-1"],
        ])
      ).status,
    ).toBe(400);
    const noForm = await site.app.request("/as/per_ana/say", {
      method: "POST",
      body: "{}",
      headers: { ...ownHeaders, "content-type": "application/json" },
    });
    expect(noForm.status).toBe(400);
    expect((await site.get("/as/per_ana/live?after=rubbish")).status).toBe(400);
    expect(site.failures).toEqual([]);
    expect(world.events).toEqual([]);
  });
});
