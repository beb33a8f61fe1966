import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "../../../src/core/errors.ts";
import { assignmentCard, at } from "./sample-cards.ts";
import { openWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const ana = { connection: "local", externalId: "per_ana" };
const card = assignmentCard("en");

describe("the local adapter", () => {
  it("stores a card where its person reads it", async () => {
    const ref = await world.chat.adapter.send(ana, card, "out_1");
    expect(await world.chat.transcript("per_ana")).toEqual([
      {
        ...{ id: ref.id, key: "out_1", personId: "per_ana", author: "ringside", under: null },
        ...{ body: card, createdAt: at, updatedAt: at },
      },
    ]);
    expect(await world.chat.transcript("per_li")).toEqual([]);
  });

  it("sends the same key once, and gives the same reference again", async () => {
    const heard: string[] = [];
    world.chat.subscribe("per_ana", (message) => heard.push(message.id));
    const sends = [1, 2, 3].map(() => world.chat.adapter.send(ana, card, "out_1"));
    const refs = await Promise.all(sends);
    expect(new Set(refs.map(({ id }) => id)).size).toBe(1);
    expect(await world.chat.transcript("per_ana")).toHaveLength(1);
    expect(heard).toHaveLength(1);
  });

  it("edits a card in its place", async () => {
    const ref = await world.chat.adapter.send(ana, card, "out_1");
    await world.chat.adapter.send(ana, { ...card, key: "other" }, "out_2");
    world.setTime(at + 60_000);
    await world.chat.adapter.update(ref, { ...card, title: "Accepted" });
    const [first, second] = await world.chat.transcript("per_ana");
    expect(first).toMatchObject({ id: ref.id, createdAt: at, updatedAt: at + 60_000 });
    expect(first?.body).toMatchObject({ title: "Accepted" });
    expect(second?.body).toMatchObject({ title: card.title });
  });

  it("finds what was sent under a key, for its own person only", async () => {
    const ref = await world.chat.adapter.send(ana, card, "out_1");
    expect(await world.chat.adapter.find?.(ana, "out_1")).toEqual(ref);
    expect(await world.chat.adapter.find?.(ana, "out_2")).toBeUndefined();
    const li = { ...ana, externalId: "per_li" };
    expect(await world.chat.adapter.find?.(li, "out_1")).toBeUndefined();
  });

  it("refuses people and messages that do not exist", async () => {
    const nobody = { connection: "local", externalId: "per_nobody" };
    await expect(world.chat.adapter.send(nobody, card, "out_1")).rejects.toThrow(Refused);
    await expect(world.chat.adapter.update({ id: "msg_none" }, card)).rejects.toThrow(Refused);
    await expect(world.chat.adapter.update({}, card)).rejects.toThrow(Refused);
  });
});
