import { expect } from "vitest";
import { changeByCrm } from "../helpers/change-records.ts";
import { onEverySurface, onLocalChat } from "../helpers/surfaces.ts";
import type { World } from "../helpers/world.ts";

const hour = 3_600_000;
const day = 24 * hour;

const leadOf = (world: World, id: string) => world.ringside.records.read.leads.get(id);

onEverySurface("an offer", {
  "is reminded of an hour before its deadline, then goes to the next rep and never back": async ({
    world,
    as,
  }) => {
    await world.arrives("led_1");
    const [ana, lei, mia] = [as("per_ana"), as("per_lei"), as("per_mia")];
    expect(await ana.last()).toContain("Answer by: ");
    await world.passes(3 * hour);
    expect(await ana.last()).toContain("Still yours until 13:00");
    expect(await mia.all()).toHaveLength(0);
    await world.passes(hour);
    for (const card of await ana.all()) expect(card.text).toContain("No longer offered to you");
    expect(await lei.last()).toContain("请在此前答复");
    expect(await mia.last()).toContain("was not answered in time");
    expect(await mia.all()).toHaveLength(1);

    await world.passes(15 * hour); // 12:00 in Shanghai: an hour is left of four from nine
    expect(await lei.last()).toContain("为您保留到 13:00");
    await world.passes(hour);
    expect(await lei.last()).toContain("已不再分配给您");
    expect(await ana.all()).toHaveLength(2);
    const cards = await mia.all(); // the late card was edited, and nobody is left
    expect(cards).toHaveLength(2);
    expect(cards[0]?.text).toContain("李雷");
    expect(cards[1]?.text).toContain("Nobody can take");
  },

  "accepted on its reminder is accepted everywhere, and its deadline passes": async ({
    world,
    as,
  }) => {
    await world.arrives("led_1");
    await world.passes(3 * hour);
    const ana = as("per_ana");
    await ana.taps("Accept");
    await world.passes(2 * hour);
    for (const card of await ana.all()) expect(card.text).toContain("Yours · fit");
    expect(await leadOf(world, "led_1")).toMatchObject({ ownerId: "per_ana", status: "accepted" });
    expect(await as("per_mia").all()).toHaveLength(0);
  },
});

onLocalChat("an offer", {
  "survives a clock that is set back": async ({ world, as }) => {
    await world.arrives("led_1");
    await world.passes(-2 * hour);
    expect(await as("per_ana").all()).toHaveLength(1);
    await world.passes(6 * hour);
    expect(await as("per_lei").all()).toHaveLength(1);
    await world.passes(-5 * hour);
    expect((await as("per_lei").taps("接受")).toast).toBe("归您了，祝顺利！");
    expect(await as("per_mia").all()).toHaveLength(1);
  },

  "left lying while the manager sleeps is told in their morning": async ({ world, as }) => {
    const mia = {
      kind: "person",
      id: "per_mia",
      set: { timeZone: "America/Los_Angeles" },
    } as const;
    await changeByCrm(world, mia);
    await world.arrives("led_1");
    await world.passes(4 * hour); // 5:00 there
    expect(await as("per_mia").all()).toHaveLength(0);
    await world.passes(3 * hour);
    expect(await as("per_mia").last()).toContain("was not answered in time");
  },

  "gives way to an owner the CRM named first": async ({ world, as }) => {
    await world.arrives("led_1");
    await changeByCrm(world, { kind: "lead", id: "led_1", set: { ownerId: "per_lei" } });
    const ana = as("per_ana");
    expect((await ana.taps("Accept")).toast).toBe("This lead is no longer offered to you.");
    expect((await leadOf(world, "led_1"))?.ownerId).toBe("per_lei");
    await world.arrives("led_2");
    await changeByCrm(world, { kind: "lead", id: "led_2", set: { ownerId: "per_lei" } });
    await world.passes(hour);
    expect(await ana.last()).toContain("No longer offered to you");
  },
});

onEverySurface("an absence", {
  "sends offers and new leads to others until the day it names is over": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    await ana.says("I'm away until Friday");
    const card = (await ana.all()).find(({ text }) => text.includes("You are away"));
    expect(card?.text).toContain("through 27 Nov 2026");
    expect(card?.text).toContain("Offers passed on now: 1");
    expect(await as("per_lei").last()).toContain("Wang Li");
    await world.arrives("led_2");
    expect(await as("per_lei").all()).toHaveLength(2);
    await ana.taps("I'm back");
    expect(await ana.last()).toContain("Welcome back");
    await world.arrives("led_3");
    expect(await ana.last()).toContain("New lead for you");
  },

  "is said in Chinese, and ended early by a word": async ({ world, as }) => {
    const lei = as("per_lei");
    await lei.says("我休假到周五");
    expect(await lei.last()).toContain("2026年11月27日（含当天）");
    await changeByCrm(world, { kind: "person", id: "per_ana", set: { active: false } });
    await world.arrives("led_1");
    expect(await as("per_mia").last()).toContain("away until");
    await lei.says("我回来了");
    expect(await lei.last()).toContain("欢迎回来");
    await as("per_mia").taps("Try again");
    expect(await lei.last()).toContain("分给您的新线索");
  },

  "cannot be over already, too long, or without days": async ({ world, as }) => {
    const ana = as("per_ana");
    await ana.says("I'm away until yesterday");
    expect(await ana.last()).toContain("These days are over");
    await ana.says("I'm away until 1 December 2031");
    expect(await ana.last()).toContain("more than a year");
    await ana.says("I'm away");
    const wrong = await ana.fills({ from: "2026-11-30", to: "2026-11-25" });
    expect(wrong.errors?.to).toContain("must not lie before");
    const answer = await ana.fills({ from: "2026-11-25", to: "2026-11-26" });
    expect(answer.toast).toContain("from 25 Nov 2026 through 26 Nov 2026");
    expect(await world.ringside.records.read.absences.count({})).toBe(1);
    const lei = as("per_lei");
    await lei.says("我休假到昨天");
    expect(await lei.last()).toContain("已经过去");
    await lei.says("我回来了");
    expect(await lei.last()).toContain("没有您的休假记录");
  },
});

onLocalChat("an absence", {
  "ends gently: two leads in the first two days": async ({ world, as }) => {
    const ana = as("per_ana");
    await ana.says("I'm away until Thursday");
    await world.passes(3.7 * day); // Friday, 01:48
    for (const id of ["led_1", "led_2", "led_3"]) await world.arrives(id);
    const offers = await world.ringside.records.read.assignments.find({ repId: "per_ana" });
    expect(offers).toHaveLength(2);
    expect(await as("per_lei").all()).toHaveLength(1);
  },
});

onEverySurface("a decision", {
  "is explained to whoever did not get it, by their own numbers": async ({ world, as }) => {
    await world.arrives("led_1");
    await as("per_ana").taps("Decline");
    await as("per_ana").fills({ reason: "busy" });
    const ana = as("per_ana");
    await ana.says("why not me Acme");
    expect(await ana.last()).toContain("You could not get it: gave it back before");
    await ana.says("why not me Globex");
    expect(await ana.last()).toContain("that you may see");
    const lei = as("per_lei");
    await lei.says("为什么不是我 Acme");
    expect(await lei.last()).toContain("这条线索就是分给您的");
    expect(await lei.last()).not.toContain("Ana");
  },

  "is disputed once, decided by the manager, and both hear it": async ({ world, as }) => {
    await world.arrives("led_1");
    const [ana, lei, mia] = [as("per_ana"), as("per_lei"), as("per_mia")];
    await ana.taps("Dispute");
    expect((await ana.fills({ text: "" })).errors).toHaveProperty("text");
    expect((await ana.fills({ text: "Lei knows them" })).toast).toContain("Your manager decides");
    expect((await ana.taps("Dispute")).toast).toContain("already");
    expect(await mia.last()).toContain("Ana Silva disputes Wang Li · Acme Medical");
    const again = await mia.refOf("Leave it as it is");
    await mia.taps("Give it to …");
    expect((await mia.fills({ rep: "per_lei", reason: "" })).errors).toHaveProperty("reason");
    await mia.fills({ rep: "per_lei", reason: "He does know them" });
    expect(await lei.last()).toContain("由 Mia Manager 指派");
    expect(await ana.last()).toContain("goes to 李雷");
    expect(await ana.last()).toContain("He does know them");
    const [dispute] = await world.ringside.records.read.disputes.find({});
    expect(dispute).toMatchObject({ decision: "given", deciderId: "per_mia" });
    expect((await mia.taps("Leave it as it is", { ref: again })).toast).toBe(
      "This dispute is decided.",
    );
  },

  "is left as it is with a reason, in Chinese": async ({ world, as }) => {
    await changeByCrm(world, { kind: "person", id: "per_ana", set: { active: false } });
    await world.arrives("led_1");
    const [lei, mia] = [as("per_lei"), as("per_mia")];
    await lei.taps("申诉");
    await lei.fills({ text: "不是我的区域" });
    await mia.taps("Leave it as it is");
    await mia.fills({ reason: "You cover it" });
    expect(await lei.last()).toContain("Mia Manager 的决定：Wang Li · Acme Medical 维持原分配");
    expect(await mia.all()).toHaveLength(1);
  },
});

onLocalChat("a decision", {
  "says what would have changed it": async ({ world, as }) => {
    await world.add("lead", "led_0", {
      ...{ title: "busy", status: "accepted", ownerId: "per_lei", selfSourced: true },
    });
    await changeByCrm(world, { kind: "person", id: "per_ana", set: { industries: [] } });
    await world.arrives("led_1");
    expect(await as("per_ana").last()).toContain("What would have changed it");
    await as("per_ana").taps("Accept");
    await world.arrives("led_2"); // one open lead each: settled by fewer offers
    expect(await as("per_lei").last()).toContain("少 1 条未结线索");
  },
});

onEverySurface("my share", {
  "shows three months beside the team, and hides the median of a small one": async ({
    world,
    as,
  }) => {
    await world.arrives("led_1", { budget: 10_000 });
    const ana = as("per_ana");
    await ana.says("my share");
    expect(await ana.last()).toContain("November 2026 | 1 | 0.5");
    expect(await ana.last()).toContain("too small to show its median");
    await as("per_lei").says("我的份额");
    expect(await as("per_lei").last()).toContain("低于公平下限");
    for (const id of ["per_c", "per_d"])
      await world.add("person", id, { name: id, teamId: "tea_all" });
    await world.passes(1_000);
    await ana.says("my share");
    expect(await ana.last()).toContain("Team median");
  },
});
