import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../src/chat/local/limits.ts";
import { assignmentCard, at } from "./sample-cards.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const file = (bytes: Uint8Array = new TextEncoder().encode("name\nAcme")) => ({
  ...{ name: "leads.csv", mediaType: "text/csv" },
  bytes,
});

describe("the people", () => {
  it("come featured first, in the order given, then by name; who left is not there", async () => {
    const people = await world.chat.people();
    expect(people.map(({ name }) => name)).toEqual([
      "Ana Ruiz",
      "李娜",
      "Ben Okafor",
      "Bo Lindqvist",
      "Mira Novak",
    ]);
    expect(people.map(({ featured }) => featured)).toEqual([true, true, false, false, false]);
  });
});

describe("what a person says", () => {
  it("is kept as theirs and handed to the host, once per key", async () => {
    await world.chat.say("per_ana", " hello ", "k-1");
    await world.chat.say("per_ana", " hello ", "k-1");
    await world.chat.say("per_ana", "hello", "k-2");
    expect(world.events.map(({ key }) => key)).toEqual(["k-1", "k-2"]);
    const kept = await world.chat.transcript("per_ana");
    expect(kept.map(({ key, author, body }) => ({ key, author, body }))).toEqual([
      { key: "k-1", author: "person", body: { text: "hello" } },
      { key: "k-2", author: "person", body: { text: "hello" } },
    ]);
  });

  it("stands above its answer, however fast that is", async () => {
    world.behaviour.accept = () => world.post("per_ana", assignmentCard("en"));
    await world.chat.say("per_ana", "anything new?");
    const kept = await world.chat.transcript("per_ana");
    expect(kept.map(({ author }) => author)).toEqual(["person", "ringside"]);
  });

  it("may be a file, kept as an asset once per key", async () => {
    await world.chat.drop("per_ana", file(), "my leads", "k-1");
    await world.chat.drop("per_ana", file(), "my leads", "k-1");
    const [event] = world.events;
    expect(world.events).toHaveLength(1);
    expect(event).toMatchObject({ kind: "file", name: "leads.csv", text: "my leads", key: "k-1" });
    const assetId = event?.kind === "file" ? event.assetId : "";
    const kept = await world.chat.asset(assetId);
    expect(new TextDecoder().decode(kept?.bytes)).toBe("name\nAcme");
    expect(await world.records.read.assets.count({})).toBe(1);
    const [message] = await world.chat.transcript("per_ana");
    expect(message?.body).toEqual({
      text: "my leads",
      file: { id: assetId, name: "leads.csv", mediaType: "text/csv", size: 9 },
    });
  });

  it("is refused when a file is too big, and then nothing is kept", async () => {
    const big = file(new Uint8Array(limits.upload + 1));
    await expect(world.chat.drop("per_ana", big, "")).rejects.toThrow(
      expect.objectContaining({ code: "local.file-too-big" }),
    );
    expect(await world.records.read.assets.count({})).toBe(0);
    expect(await world.chat.transcript("per_ana")).toEqual([]);
  });
});

describe("a press", () => {
  it("reaches the host as an interaction, and a double tap as two", async () => {
    await world.chat.tap("per_ana", "act_1", "k-1");
    await world.chat.tap("per_ana", "act_1", "k-1");
    await world.chat.tap("per_ana", "act_1", "k-2");
    await world.chat.submit("per_ana", "act_2", { amount: 5 }, "k-3");
    expect(world.interactions).toMatchObject([
      { kind: "action", ref: "act_1", key: "k-1" },
      { kind: "action", ref: "act_1", key: "k-2" },
      { kind: "submit", ref: "act_2", key: "k-3", values: { amount: 5 } },
    ]);
  });

  it("gives back what the host answers, and replaces the newest card of its key", async () => {
    const card = assignmentCard("en");
    await world.post("per_ana", card);
    await world.post("per_ana", { ...card, key: "other" });
    await world.post("per_li", card);
    const outcome = { toast: "Done", card: { ...card, title: "Accepted" } };
    world.behaviour.interact = async () => outcome;
    expect(await world.chat.tap("per_ana", "act_1")).toEqual(outcome);
    const titles = (messages: { body: unknown }[]) =>
      messages.map(({ body }) => (body as { title: string }).title);
    expect(titles(await world.chat.transcript("per_ana"))).toEqual(["Accepted", card.title]);
    expect(titles(await world.chat.transcript("per_li"))).toEqual([card.title]);
  });

  it("adds the card once where none of its key stands", async () => {
    world.behaviour.interact = async () => ({ card: assignmentCard("en") });
    await world.chat.tap("per_ana", "act_1", "k-1");
    await world.chat.tap("per_ana", "act_1", "k-1");
    expect(await world.chat.transcript("per_ana")).toMatchObject([
      { key: "k-1", author: "ringside" },
    ]);
  });

  it("keeps no card that only opens", async () => {
    world.behaviour.interact = async () => ({ open: assignmentCard("en") });
    await world.chat.tap("per_ana", "act_1");
    expect(await world.chat.transcript("per_ana")).toEqual([]);
  });
});

describe("a conversation", () => {
  it("gives its newest part, and the parts before", async () => {
    for (let n = 1; n <= 5; n++) await world.chat.say("per_ana", `${n}`);
    const texts = (messages: { body: unknown }[]) =>
      messages.map((m) => (m.body as { text: string }).text);
    const newest = await world.chat.transcript("per_ana", { limit: 2 });
    expect(texts(newest)).toEqual(["4", "5"]);
    const before = newest[0]?.id ?? "";
    expect(texts(await world.chat.transcript("per_ana", { before, limit: 2 }))).toEqual(["2", "3"]);
  });

  it("tells who listens what is new and what changed, until they stop", async () => {
    const heard: [string, number][] = [];
    const stop = world.chat.subscribe("per_ana", (m) => heard.push([m.author, m.updatedAt - at]));
    await world.chat.say("per_ana", "hi");
    await world.post("per_ana", assignmentCard("en"));
    world.setTime(at + 5);
    world.behaviour.interact = async () => ({ card: assignmentCard("en") });
    await world.chat.tap("per_ana", "act_1");
    await world.post("per_li", assignmentCard("zh"));
    stop();
    await world.chat.say("per_ana", "more");
    expect(heard).toEqual([
      ["person", 0],
      ["ringside", 0],
      ["ringside", 5],
    ]);
  });

  it("counts what is new since the person last looked or spoke", async () => {
    await world.post("per_ana", { ...assignmentCard("en"), key: "a" });
    await world.post("per_ana", { ...assignmentCard("en"), key: "b" });
    expect(await world.chat.unread("per_ana", "")).toBe(2);
    const [first] = await world.chat.transcript("per_ana");
    expect(await world.chat.unread("per_ana", first?.id ?? "")).toBe(1);
    await world.chat.say("per_ana", "seen");
    expect(await world.chat.unread("per_ana", "")).toBe(0);
  });

  it("tells the host when it is opened", async () => {
    await world.chat.open("per_ana", "k-1");
    expect(world.events).toMatchObject([{ kind: "opened", externalId: "per_ana", key: "k-1" }]);
    expect(await world.chat.transcript("per_ana")).toEqual([]);
  });
});
