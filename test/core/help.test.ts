// What is offered for lack of better, and with whose names.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deal } from "../../src/core/model.ts";
import { createWorld, type World } from "../helpers/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function answerTo(words: string, personId = "per_ana"): Promise<string> {
  await world.ringside.localChat.say(personId, words, randomUUID());
  await world.passes(1_000);
  const messages = await world.ringside.localChat.transcript(personId, { limit: 50 });
  const [last] = messages.filter(({ author }) => author === "ringside").slice(-1);
  return JSON.stringify(last?.body);
}

describe("what is asked for by nobody knows what words", () => {
  it("is met with what this role asks daily, and no button an answer needs more words for", async () => {
    const card = await answerTo("qwx");
    expect(card).toContain("You can ask me for one of these:");
    expect(card).toContain('"ask.home"');
    expect(card).not.toContain("say.this");
    expect(card).not.toContain("update.this");
  });

  it("gets a word back where it was thanks, in the person's language", async () => {
    expect(await answerTo("thanks!")).toContain("You are welcome.");
    expect(await answerTo("谢谢", "per_lei")).toContain("不客气。");
  });

  it("tells a manager how data comes in, and a rep who may", async () => {
    expect(await answerTo("import leads", "per_mia")).toContain("Drop a file into this chat");
    expect(await answerTo("import leads")).toContain("You may not do that");
  });
});

describe("help", () => {
  it("has examples of an invented customer for who has none, and of theirs after that", async () => {
    expect(await answerTo("help", "per_lei")).toContain("客户 蓝海");
    const deal = { name: "Seats", accountId: "acc_acme", ownerId: "per_lei", stage: "qualified" };
    await world.add("deal", "dea_1", deal as Partial<Deal>);
    const card = await answerTo("帮助", "per_lei");
    expect(card).toContain("客户 Acme Medical");
    expect(card).toContain('"ask.customer"');
  });
});

describe("my deals", () => {
  it("are each with stage and next step; who has none is told where they come from", async () => {
    const mine = await answerTo("我的商机", "per_lei");
    expect(mine).toContain("Seats · Acme Medical");
    expect(mine).toContain("还没有下一步");
    expect(await answerTo("my deals")).toContain("Deals come from your CRM or an import.");
  });
});

describe("mute everything", () => {
  it("holds for each kind, and is taken back for all at once", async () => {
    await answerTo("mute everything");
    const muted = () => world.ringside.records.read.preferences.count({ delivery: "mute" });
    expect(await muted()).toBe(await world.ringside.records.read.preferences.count({}));
    await answerTo("unmute everything");
    expect(await muted()).toBe(2); // the brief before meetings and the daily report are for who wants them
  });
});
