// Questions to the data, on every surface, in both languages: answered with sample and query, within one's own reach.
import { expect } from "vitest";
import type { Deal } from "../../src/core/model.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const dayMs = 86_400_000;

async function addDeals({ world }: Stage): Promise<void> {
  const deal = (id: string, set: Partial<Deal>) => world.add("deal", id, { name: id, ...set });
  const closed = { closedAt: testNow - 10 * dayMs, openedAt: testNow - 40 * dayMs };
  for (let index = 0; index < 6; index += 1) {
    await deal(`dea_won_${index}`, { ownerId: "per_ana", status: "won", stage: "won", ...closed });
  }
  await deal("dea_lost_1", { ownerId: "per_ana", status: "lost", stage: "lost", ...closed });
  await deal("dea_lost_2", { ownerId: "per_lei", status: "lost", stage: "lost", ...closed });
  await deal("dea_open_1", { ownerId: "per_lei", stage: "proposal" });
  await deal("dea_open_2", { ownerId: "per_ana", stage: "proposal" });
  await deal("dea_open_3", { ownerId: "per_ana", stage: "negotiation" });
}

onEverySurface("asking the data", {
  "is answered with value, sample, definition and query, and followed up on": async (stage) => {
    await addDeals(stage);
    const mia = stage.as("per_mia");
    await mia.says("who has the most open deals");
    const open = await mia.last();
    expect(open).toContain("Open deals by person");
    expect(open.indexOf("Ana Silva")).toBeLessThan(open.indexOf("李雷"));
    expect(open).toContain("How it was counted");
    expect(open).toContain('FROM "Deal" d');
    expect(open).toContain("Only records of these people are counted");

    await mia.says("win rate by person this month");
    const rate = await mia.last();
    expect(rate).toContain("6 of 8");
    expect(rate).toContain("0 of 1 (few)");
    expect(rate).toContain("1 Nov 2026");

    await mia.says("and by month?");
    expect(await mia.last()).toContain("Win rate by month");
    await mia.taps("Compare with before");
    expect(await mia.last()).toContain("Period before (1 Oct 2026 – 23 Oct 2026)");

    await stage.world.passes(11 * 60_000);
    await mia.says("and by team?");
    expect(await mia.last()).not.toContain("Win rate by team");

    await mia.says("win rate of Zoe Nobody");
    expect(await mia.last()).toContain("I do not know “zoe nobody”");
    await mia.taps("win rate");
    expect(await mia.last()).toContain("6 of 8");
    await mia.says("what can I ask?");
    expect(await mia.last()).toContain("Hours to first contact");
  },

  "stays within one's own reach": async (stage) => {
    await addDeals(stage);
    const lei = stage.as("per_lei");
    await lei.says("我有几个在跟商机？");
    const own = await lei.last();
    expect(own).toContain("在跟商机数");
    expect(own).toContain("您自己的");
    expect(own).toMatch(/数值[:：]?\s*1/);
    await lei.says("问：Ana Silva 的赢单率");
    expect(await lei.last()).toContain("我不认识“ana silva”");
    await lei.says("问：下季度赢单率");
    expect(await lei.last()).toContain("这个时间段还没有开始");
    await lei.says("问：".concat("x".repeat(600)));
    expect(await lei.last()).toContain("最多 500 个字符");

    const bob = stage.as("per_bob");
    await bob.says("ask: win rate");
    expect(await bob.last()).toContain("You may not do that");
    const ana = stage.as("per_ana");
    await ana.says("we won the deal yesterday");
    expect(await ana.last()).not.toContain("Deals won");
    await stage.world.passes(1_000);
    await ana.says("forecast");
    expect(await ana.last()).toContain("Open amount by stage");
    expect(await ana.last()).toContain("No forecast: these are the open deals as they stand");
    await stage.world.passes(1_000);
    await lei.says("销售预测");
    expect(await lei.last()).toContain("这不是预测");
    await bob.says("forecast");
    expect(await bob.last()).toContain("You may not do that");
  },
});
