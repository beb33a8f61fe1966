import { afterEach, beforeEach, expect, it } from "vitest";
import type { Deal } from "../../../../src/core/model.ts";
import { withJourneys } from "../../../helpers/journeys.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const day = 86_400_000;
let world: World;

beforeEach(async () => {
  world = await createWorld();
  await withJourneys(world);
  await world.passes(day);
});
afterEach(() => world.close());

const alerts = () => world.ringside.records.read.slippingAlerts.find({});
const nudges = (personId: string) =>
  world.ringside.records.read.nudges.find({ personId, kind: "slipping" });

async function change(set: Partial<Deal>): Promise<void> {
  await world.ringside.records.write(async (unit) => {
    const deal = await unit.deals.get("dea_acme");
    if (deal) await unit.putRecords("deal", [{ ...deal, ...set }]);
  });
  await world.passes(day);
}

it("tells a silence once, however long it lasts", async () => {
  await world.passes(day);
  await world.passes(day);
  expect(await alerts()).toMatchObject([{ state: "open", personId: "per_ana" }]);
  expect(await nudges("per_ana")).toHaveLength(1);
});

it("is over when they come back, and a new silence is a new one", async () => {
  const at = testNow + day;
  await world.ringside.events.append([
    aTouch("back", at, { accountId: "acc_acme", contactId: null, props: { page: "docs" } }),
  ]);
  await world.passes(day);
  expect(await alerts()).toMatchObject([{ state: "over", reasons: { over: "came_back" } }]);
  for (let days = 0; days < 30; days += 1) await world.passes(day);
  expect((await alerts()).map(({ since }) => since).at(-1)).toBe(at);
});

it("is over when the deal is decided", async () => {
  await change({ status: "lost", stage: "lost", closedAt: testNow + day });
  expect(await alerts()).toMatchObject([{ state: "over", reasons: { over: "decided" } }]);
});

it("goes to whoever has the deal now", async () => {
  await change({ ownerId: "per_lei" });
  expect(await alerts()).toMatchObject([{ state: "open", personId: "per_lei" }]);
  expect(await nudges("per_lei")).toHaveLength(1);
});

it("leaves the manager alone where little is at stake", async () => {
  await change({ stage: "new", amount: 1 });
  for (let days = 0; days < 5; days += 1) await world.passes(day);
  expect(await nudges("per_mia")).toEqual([]);
});
