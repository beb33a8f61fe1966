import { beforeAll, expect } from "vitest";
import type { Touch } from "../../src/core/model.ts";
import { aVisit, visits } from "../core/identity/world.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { aTouch } from "../helpers/touches.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Ana sells seats to Acme, where Wang Li is head of procurement; Lei has a renewal of 蓝海. */
async function withDeals({ world }: Stage): Promise<void> {
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "converted" });
  const seats = { name: "Seats", accountId: "acc_acme", leadId: "led_1", ownerId: "per_ana" };
  await world.add("deal", "dea_acme", { ...seats, stage: "qualified", currency: "EUR" });
  const cto = { name: "Zoe Berg", title: "Technical Director", accountId: "acc_acme" };
  await world.add("contact", "con_zoe", cto);
  await world.add("account", "acc_lan", { name: "蓝海医疗", industry: "医疗" });
  const wang = { name: "王建国", title: "采购部主任", accountId: "acc_lan" };
  await world.add("contact", "con_lan", wang);
  const renewal = { name: "蓝海续约", accountId: "acc_lan", ownerId: "per_lei" };
  await world.add("deal", "dea_lan", { ...renewal, stage: "proposal" });
}

const calls = ({ world }: Stage, contactId: string, at: number, id: string) =>
  visits(world, aTouch(id, at, { contactId, type: "call.made", source: "phone" }));

const booked = (id: string, startsAt: number, set: Partial<Touch> = {}): Touch =>
  aVisit(
    { email: "wang@acme.example" },
    {
      ...{ id, type: "meeting.booked", source: "calendly", at: testNow, receivedAt: testNow },
      ...set,
      props: { startsAt: new Date(startsAt).toISOString(), meeting: id, ...set.props },
    },
  );

onEverySurface("a brief", {
  "says who, what was promised, what to expect from their own words, what to say, and warms up":
    async (stage) => {
      await withDeals(stage);
      const { world } = stage;
      const ana = stage.as("per_ana");
      await ana.says("brief");
      expect(await ana.last()).toContain("Which one? These are due first.");
      await ana.taps("Seats · Acme Medical");
      let shown = await ana.last();
      expect(shown).toContain("Brief: Acme Medical");
      expect(shown).toContain("Last contact: nothing on record");
      expect(shown).toContain("Last promised: nothing on record");
      // Nothing of theirs: the trade's usual one, and said to be that.
      expect(shown).toMatch(/Likely objection: .+ \(\d+ of \d+ objections in the .+ playbook\)/);
      expect(shown).toContain("Nothing of theirs hints at one");

      await calls(stage, "con_wang", testNow - 3 * dayMs, "tch_call");
      await world.passes(minuteMs);
      await ana.says("attach to Acme: “honestly this is too expensive, can you come down?”");
      await world.passes(minuteMs);
      await ana.says("update Acme: budget is 50k EUR, Wang Li decides, demo on Friday");
      await ana.taps("Confirm");
      await world.passes(minuteMs);
      await ana.says("brief Wang Li");
      shown = await ana.last();
      expect(shown).toContain("Who: Wang Li · Zoe Berg, Technical Director");
      expect(shown).toContain("Last contact: calls made · 20 Nov 2026 · phone");
      expect(shown).toContain(
        "Last promised: Demo · 27 Nov 2026 · “demo” (your update of 23 Nov 2026)",
      );
      expect(shown).toContain("Next step: Demo · 27 Nov 2026 (your update of 23 Nov 2026)");
      expect(shown).toContain("discount demand “");
      expect(shown).toContain("too expensive, can you come down?");
      expect(shown).toContain("(their words, kept by you on 23 Nov 2026)");
      expect(shown).toContain("Three lines to say");
      expect(shown).toMatch(/3 {2}.+\n.+discount demand · medical devices library/);
      await ana.taps("90-second warm-up");
      expect(await ana.last()).toMatch(/90/);
    },

  "is in Chinese; somebody else's is nobody's, two that fit are asked about, a closed deal is over":
    async (stage) => {
      await withDeals(stage);
      const { world } = stage;
      const lei = stage.as("per_lei");
      await lei.says("简报 蓝海");
      expect(await lei.last()).toContain("会前简报：蓝海医疗");
      expect(await lei.last()).toContain("王建国，采购部主任");
      expect(await lei.last()).toContain("三句可用的话");
      await lei.says("简报 Acme");
      expect(await lei.last()).toContain("您的客户里没有叫“Acme”的");
      await lei.says("复盘 蓝海");
      const review = await lei.last();
      expect(review).toContain("商机评审：蓝海续约 · 蓝海医疗");
      expect(review).toContain("拍板 缺失：还不知道是谁");
      expect(review).toContain("采购 王建国，采购部主任");
      expect(review).toContain("可比的赢单不够：0 个，至少要 10 个");
      expect(review).toContain("除了商机本身还一无所知");
      await lei.taps("更新这个商机");
      expect(await lei.last()).toContain("蓝海续约");
      await lei.says("会前给我简报");
      expect(await lei.last()).toContain("会议开始前 30 分钟");

      await world.add("account", "acc_two", { name: "Acme Logistics", ownerId: "per_ana" });
      const over = { name: "Old pumps", ownerId: "per_ana", closedAt: testNow - dayMs } as const;
      await world.add("deal", "dea_old", { ...over, stage: "lost", status: "lost" });
      const ana = stage.as("per_ana");
      await ana.says("brief acme");
      expect(await ana.last()).toContain("Which “acme” do you mean?");
      await ana.taps("Acme Logistics");
      expect(await ana.last()).toContain("Brief: Acme Logistics");
      expect(await ana.last()).toContain("no person on record");
      expect(await ana.last()).toContain("no playbook is of this trade");
      await ana.says("brief Old pumps");
      expect(await ana.last()).toContain("Old pumps was lost on 22 Nov 2026");
      await ana.says("review Old pumps");
      expect(await ana.last()).toContain("there is nothing left to review");
      await ana.says("review Acme Logistics");
      expect(await ana.last()).toContain("There is no open deal with Acme Logistics to review");
      await ana.says("review 蓝海");
      expect(await ana.last()).toContain("None of your customers is called “蓝海”");
      await stage.as("per_bob").says("brief Acme");
      expect(await stage.as("per_bob").last()).toContain("You may not do that");
      await ana.says("help");
      expect(await ana.last()).toContain("brief Acme");
    },

  "comes before a meeting to whoever asked for that, once, and follows it when it moves": async (
    stage,
  ) => {
    await withDeals(stage);
    const { world } = stage;
    const ana = stage.as("per_ana");
    const briefs = async () =>
      (await ana.all()).filter(({ text }) => text.includes("Last promised")).length;
    await visits(world, booked("tch_early", testNow + hourMs));
    await world.passes(hourMs);
    expect(await briefs()).toBe(0);

    await ana.says("brief me before meetings");
    expect(await ana.last()).toContain("From now on I brief you 30 minutes before");
    // Booked for 12:00; moved to 14:00; another one at 15:00 is called off.
    const old = testNow + 3 * hourMs;
    await visits(
      world,
      booked("tch_a", old, { at: testNow + 1 }),
      booked("tch_c", testNow + 6 * hourMs, { at: testNow + 2 }),
    );
    const moved = testNow + 5 * hourMs;
    await visits(
      world,
      booked("tch_off", old, {
        ...{ type: "meeting.cancelled", at: testNow + 3 },
        props: { meeting: "tch_a" },
      }),
      booked("tch_b", moved, { type: "meeting.moved", at: testNow + 4 }),
      booked("tch_off2", testNow + 6 * hourMs, {
        ...{ type: "meeting.cancelled", at: testNow + 5 },
        props: { meeting: "tch_c" },
      }),
    );
    await world.passes(hourMs + 45 * minuteMs);
    expect(await briefs()).toBe(0);
    await world.passes(moved - 30 * minuteMs - world.ringside.clock());
    expect(await briefs()).toBe(1);
    expect(await ana.last()).toContain("14:00: Acme Medical");
    await world.passes(2 * hourMs);
    expect(await briefs()).toBe(1);
    await ana.taps("No briefs before meetings");
    await visits(world, booked("tch_d", testNow + 9 * hourMs));
    await world.passes(2 * hourMs);
    expect(await briefs()).toBe(1);
  },
});

onEverySurface("a deal review", {
  "shows the chain, the radar, the stage age and what is open, each with its source; to the manager too":
    async (stage) => {
      await withDeals(stage);
      const { world } = stage;
      const ana = stage.as("per_ana");
      await calls(stage, "con_wang", testNow - 3 * dayMs, "tch_call");
      await ana.says("update Acme: Wang Li decides and was annoyed, competitor is Siemens");
      await ana.taps("Confirm");
      await world.passes(minuteMs);
      await ana.says("attach to Acme: your competitor is 20 % cheaper");
      await world.passes(minuteMs);
      await ana.says("review Acme");
      const shown = await ana.last();
      expect(shown).toContain("Deal review: Seats · Acme Medical");
      expect(shown).toContain("Decides Wang Li");
      expect(shown).toContain(
        "your update of 23 Nov 2026 · negative (your update of 23 Nov 2026) · last contact: calls made · 20 Nov 2026 · phone",
      );
      expect(shown).toContain("Buys missing: nobody is known");
      expect(shown).toContain("Checks Zoe Berg, Technical Director");
      expect(shown).toContain(
        "by title (test, 23 Nov 2026) · mood not known · no contact on record",
      );
      expect(shown).toContain("Competitor 100: Siemens is on the deal");
      expect(shown).toContain("their words, kept by you on 23 Nov 2026");
      expect(shown).toContain("Next step 100: there is none");
      expect(shown).toContain("Decision maker 0: Wang Li decides, and you are in touch");
      expect(shown).toContain("Not enough won deals to compare with: 0 of 10");
      expect(shown).toContain("Next step");
      expect(shown).toMatch(/• .+deal\.nextStep/);
      await ana.taps("Brief");
      expect(await ana.last()).toContain("Brief: Acme Medical");

      const mia = stage.as("per_mia");
      await mia.says("review Acme");
      expect(await mia.last()).toContain("Decides Wang Li");
      expect(await mia.last()).toContain("Ana Silva's update of 23 Nov 2026");
    },

  "is booked for a time, comes half an hour before, and can be called off": async (stage) => {
    await withDeals(stage);
    const { world } = stage;
    const ana = stage.as("per_ana");
    const reviews = async () =>
      (await ana.all()).filter(({ text }) => text.includes("Decision chain")).length;
    await ana.says("review Acme tomorrow");
    expect(await ana.last()).toContain("At what time?");
    await ana.says("review Acme at 8:00 today");
    expect(await ana.last()).toContain("That time is past");
    await ana.says("review Acme at 15:00 tomorrow");
    expect(await ana.last()).toContain("24 Nov 2026 15:00. The review comes at 14:30.");
    await world.passes(29 * hourMs);
    expect(await reviews()).toBe(0);
    await world.passes(30 * minuteMs);
    expect(await reviews()).toBe(1);
    await ana.says("review Acme on Friday at 3pm");
    await ana.taps("Call it off");
    await world.passes(4 * dayMs);
    expect(await reviews()).toBe(1);
  },
});
