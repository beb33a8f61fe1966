import { expect } from "vitest";
import { addCalledDeals } from "../helpers/called-deals.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const day = 86_400_000;

async function withDeals({ world }: Stage): Promise<void> {
  await addCalledDeals(world);
  await world.add("deal", "dea_open", {
    ...{ name: "Open deal", accountId: "acc_acme", ownerId: "per_lei", stage: "proposal" },
    ...{ openedAt: testNow - day, status: "open" },
  });
}

onEverySurface("strategies", {
  "are asked for, said, read back, fixed, tested, kept private, published and taken on": async (
    stage,
  ) => {
    await withDeals(stage);
    const { world, as } = stage;
    const [mia, lei] = [as("per_mia"), as("per_lei")];
    await mia.says(
      "strategy: calling deals brings 20 points more wins within 30 days because it helps",
    );
    const said = await mia.last();
    expect(said).toContain("“call made by us”, with all customers of my people: deals won");
    expect(said).toContain("In your words: calling deals brings 20 points");
    await mia.taps("Yes, test it");
    const verdict = await mia.last();
    expect(verdict).toContain("Supported: call made by us");
    expect(verdict).toContain("Only you see this until you publish it.");
    expect(verdict).toContain("121 deals of your people");
    expect(verdict).toContain("Nobody drew by lot");
    const [kept] = await world.ringside.records.read.strategies.find({});
    expect(kept).toMatchObject({ state: "tested", authorId: "per_mia" });
    expect(kept?.claimHash).toMatch(/^[0-9a-f]{64}$/);

    await lei.says("每周一策");
    expect(await lei.last()).toContain("还没有发布过策略。");
    await mia.taps("Publish");
    await world.passes(1_000);
    await lei.says("每周一策");
    expect(await lei.last()).toContain("Mia Manager | 我方致电 | 得到支持");
    await lei.taps("打开第 1 条");
    expect(await lei.last()).toContain("在可比的商机里，做了的表现更好");
    expect(await lei.last()).not.toContain("您的原话");
    expect((await lei.taps("我也这样做")).toast).toContain("已记下");
    expect((await lei.taps("我也这样做")).toast).toContain("已经在这样做");
    await lei.taps("用在我的商机上");
    expect(await lei.last()).toContain("Open deal");
    await world.passes(1_000);
    await mia.says("strategies");
    expect(await mia.last()).toContain("Submitted: Mia Manager");
    await mia.says("nothing this week");
    expect(await mia.last()).toContain("is registered");
  },

  "say what is missing or cannot be claimed, and take the form": async (stage) => {
    const { world, as } = stage;
    await world.add("team", "tea_far", { name: "Far" });
    await world.add("person", "per_far", { name: "Fay Far", role: "rep", teamId: "tea_far" });
    const mia = as("per_mia");
    await mia.says("strategy: calling customers brings 10 points more happiness");
    expect(await mia.last()).toContain("is nothing I can count");
    await mia.says("strategy: booking meetings brings more meetings");
    expect(await mia.last()).toContain("the same thing seen twice");
    await mia.says("strategy: calling team Far brings more wins");
    expect(await mia.last()).toContain("That team is not under you");
    await mia.says("strategy: calling brings more wins within 400 days");
    expect(await mia.last()).toContain("from 3 to 180 days");
    await mia.says(
      "we called within two days after the quote and more of them agreed to a meeting",
    );
    await mia.taps("Test it as my strategy");
    const readBack = await mia.last();
    expect(readBack).toContain("No part of the test: “within two days after the quote”");
    expect(readBack).toContain("I assumed: within 30 days, at least 10 points");
    await mia.says("strategy: calling brings more wins within 400 days");
    const wrong = await mia.fills({
      action: "touch call.made",
      outcome: "won",
      days: 2,
      points: 5,
    });
    expect(wrong.errors).toEqual({ days: "Give a number of days from 3 to 180." });
    await mia.fills({ action: "touch call.made", outcome: "won", days: 30, points: 5 });
    expect(await mia.last()).toContain("at least 5 points more");
    await mia.taps("Yes, test it");
    expect(await mia.last()).toContain("Not enough data");
    await as("per_ana").says("strategy: calling brings more wins");
    expect(await as("per_ana").last()).toContain("You may not do that");
  },

  "are asked for on Friday morning, once, with one reminder, and nothing is an answer": async (
    stage,
  ) => {
    const { world, as } = stage;
    await world.ringside.records.write(async (unit) => {
      const lei = await unit.people.get("per_lei");
      if (lei) await unit.putRecords("person", [{ ...lei, role: "manager" }]);
    });
    const lei = as("per_lei");
    // From Monday 09:00 UTC to Friday 10:30 in Shanghai.
    await world.passes(3 * day);
    await world.passes(day - 6.5 * 3_600_000);
    expect(await lei.last()).toContain("本周什么做法有效？");
    expect(await lei.last()).toContain("它代替周报里的");
    await world.passes(3 * day);
    expect(await lei.last()).toContain("您的本周一策还没有提交");
    await lei.taps("本周没有");
    await world.passes(day);
    const all = await lei.all();
    expect(all.filter(({ text }) => text.includes("还没有提交"))).toHaveLength(0);
    await lei.says("策略：报价后2天内打电话，30天内赢单更多");
    expect(await lei.last()).toContain("检验不看“报价后2天内”");
    await lei.says(
      "策略：给已报价阶段的客户打电话，30 天内能提高赢单 10 个百分点，因为客户感到被重视",
    );
    expect(await lei.last()).toContain("“我方致电”");
    await lei.taps("对，开始检验");
    expect(await lei.last()).toContain("数据不足");
  },
});
