import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../../src/core/card.ts";
import type { Deal } from "../../../../src/core/model.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import { testNow } from "../../../helpers/people.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const hourMs = 3_600_000;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  const deal = { name: "Seats", accountId: "acc_acme", ownerId: "per_ana", stage: "qualified" };
  await world.add("deal", "dea_1", deal as Partial<Deal>);
});
afterEach(() => world.close());

const say = async (words: string) => {
  await world.ringside.localChat.say("per_ana", words, randomUUID());
  await world.ringside.drain();
};
const titles = async () => {
  const messages = await world.ringside.localChat.transcript("per_ana", { limit: 50 });
  return messages.filter(({ author }) => author === "ringside").map(({ body }) => body as Card);
};
const reviews = async () =>
  (await titles()).filter(({ title }) => title?.startsWith("Deal review")).length;
const change = (set: Partial<Deal>) =>
  world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: operator, via: "cli", source: "test" },
      changes: [{ kind: "deal", id: "dea_1", set }],
    }),
  );
const until = (at: number) => world.passes(at - world.ringside.clock());

describe("a booked review", () => {
  it("comes at its latest time alone", async () => {
    await say("review Acme at 12:00");
    await say("review Acme at 14:00");
    await until(testNow + 4 * hourMs);
    expect(await reviews()).toBe(0);
    await until(testNow + 5 * hourMs);
    expect(await reviews()).toBe(1);
  });

  it("does not come when the deal was closed or given away meanwhile", async () => {
    await say("review Acme at 12:00");
    await change({ ownerId: "per_lei" });
    await until(testNow + 4 * hourMs);
    expect(await reviews()).toBe(0);
  });

  it("comes at once when it is within the half hour", async () => {
    await say("review Acme at 9:20");
    expect(await reviews()).toBe(1);
  });
});

describe("a review's buttons", () => {
  it("show nothing to whoever has the deal no longer", async () => {
    await say("brief Acme");
    const [brief] = (await titles()).slice(-1);
    const actions = (brief?.blocks ?? []).flatMap((block) =>
      block.t === "actions" ? block.actions : [],
    );
    const button = actions.find(({ label }) => label === "Deal review");
    await change({ ownerId: "per_lei" });
    const ref = button && "ref" in button ? button.ref : "";
    const outcome = await world.ringside.localChat.tap("per_ana", ref, randomUUID());
    expect(outcome.toast).toBe("This is closed, or no longer yours.");
    expect(await reviews()).toBe(0);
  });
});
