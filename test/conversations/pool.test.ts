import { expect } from "vitest";
import { changeByCrm } from "../helpers/change-records.ts";
import { onEverySurface, onLocalChat } from "../helpers/surfaces.ts";
import type { World } from "../helpers/world.ts";

const hour = 3_600_000;
const day = 24 * hour;
const leadOf = (world: World, id: string) => world.ringside.records.read.leads.get(id);

onEverySurface("the public pool", {
  "gets the leads of somebody who left, and their manager one card": async ({ world, as }) => {
    await world.arrives("led_1");
    await as("per_ana").taps("Accept");
    await world.arrives("led_2");
    await changeByCrm(world, { kind: "person", id: "per_ana", set: { active: false } });
    await world.passes(hour);
    const mia = as("per_mia");
    expect(await mia.all()).toHaveLength(1);
    expect(await mia.last()).toContain("Ana Silva has left: 1 lead is in the public pool");
    expect(await leadOf(world, "led_1")).toMatchObject({ ownerId: null, status: "pool" });
    expect(await as("per_lei").last()).toContain("分给您的新线索"); // the unanswered one went on
    const [moved] = await world.ringside.records.read.ownerChanges.find({ toId: null });
    expect(moved).toMatchObject({ fromId: "per_ana", reason: "per_ana left" });
    await mia.says("pool");
    expect(await mia.last()).toContain("Wang Li · Acme Medical");
  },

  "takes back what is left lying past its protection, after a warning, but nobody's own": async ({
    world,
    as,
  }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    await ana.taps("Accept");
    await world.add("lead", "led_own", {
      ...{ title: "Own", status: "accepted", ownerId: "per_lei", selfSourced: true },
    });
    await world.passes(28 * day);
    expect(await ana.last()).toContain("is about to go to the pool");
    await world.passes(hour);
    expect(await ana.all()).toHaveLength(2); // warned once
    await world.passes(3 * day);
    expect(await leadOf(world, "led_1")).toMatchObject({ ownerId: null, status: "pool" });
    expect(await leadOf(world, "led_own")).toMatchObject({ ownerId: "per_lei" });
    await ana.says("pool");
    expect((await ana.taps("Take Wang Li · Acme Medical")).toast).toContain("others come first");
    await as("per_lei").says("公海");
    expect((await as("per_lei").taps("领取 Wang Li · Acme Medical")).toast).toContain("归您了");
  },
});

onLocalChat("the public pool", {
  "is there for whoever is first, under capacity": async ({ world, as }) => {
    for (const id of ["led_1", "led_2"]) await world.add("lead", id, { title: id, status: "pool" });
    const [ana, lei] = [as("per_ana"), as("per_lei")];
    await ana.says("pool");
    await lei.says("公海");
    expect(await lei.last()).toContain("led_1");
    expect((await ana.taps("Take led_1")).toast).toBe("It is yours. Good luck!");
    expect(await ana.last()).toContain("Yours · fit");
    expect((await lei.taps("领取 led_1")).toast).toBe("这条线索已不在公海，有人先领取了。");
    const [taken] = await world.ringside.records.read.ownerChanges.find({ recordId: "led_1" });
    expect(taken).toMatchObject({ authorId: "per_ana", reason: "taken from the pool" });
    await changeByCrm(world, { kind: "person", id: "per_lei", set: { capacity: 0 } });
    expect((await lei.taps("领取 led_2")).toast).toBe("您不能领取：已满（0/0）。");
    expect((await leadOf(world, "led_2"))?.status).toBe("pool");
  },

  "gets what nobody took for three days": async ({ world, as }) => {
    await changeByCrm(world, { kind: "person", id: "per_ana", set: { capacity: 0 } });
    await changeByCrm(world, { kind: "person", id: "per_lei", set: { capacity: 0 } });
    await world.arrives("led_1");
    expect(await as("per_mia").last()).toContain("Nobody can take");
    await world.passes(3 * day + hour);
    expect((await leadOf(world, "led_1"))?.status).toBe("pool");
  },
});
