import { expect } from "vitest";
import { seenBy } from "../helpers/seen-by.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const [minuteMs, hourMs] = [60_000, 3_600_000];

/** Ana has a deal of Acme; Lei one of 蓝海. */
async function withDeals({ world }: Stage): Promise<void> {
  await world.add("account", "acc_lan", { name: "蓝海物流" });
  const open = { stage: "qualified" } as const;
  await world.add("deal", "dea_acme", {
    ...{ ...open, name: "Seats", accountId: "acc_acme", ownerId: "per_ana", currency: "EUR" },
  });
  await world.add("deal", "dea_lan", {
    ...{ ...open, name: "蓝海续约", accountId: "acc_lan", ownerId: "per_lei", currency: "CNY" },
  });
}

const updated = async (stage: Stage, words: string) => {
  const ana = stage.as("per_ana");
  await ana.says(words);
  await ana.taps("Confirm");
  await stage.world.passes(minuteMs);
};

/** Everything in somebody's conversation. */
onEverySurface("reports", {
  "are written from what was confirmed, sent once, corrected on purpose, and read in the brief":
    async (stage) => {
      const { world, as } = stage;
      await withDeals(stage);
      const [ana, mia] = [as("per_ana"), as("per_mia")];
      await ana.says("daily report");
      expect(await ana.last()).toContain("there is nothing to report");
      await ana.taps("The day before");
      expect(await ana.last()).toContain("Daily report, 22 Nov 2026");
      await world.passes(minuteMs);
      await updated(stage, "update Acme: budget is 50k EUR, Wang Li decides, demo tomorrow");
      await world.arrives("led_1");
      await ana.taps("Accept");
      await world.passes(minuteMs);

      await ana.says("daily report");
      const card = await ana.last();
      expect(card).toContain("Daily report, 23 Nov 2026");
      expect(card).toContain("- Seats · Acme Medical: Amount: €50,000");
      expect(card).toContain("Decision maker: Wang Li; Next step: Demo, 24 Nov 2026");
      expect(card).toContain("- Wang Li · Acme Medical");
      expect(card).toContain("- Seats · Acme Medical: Demo");

      await ana.taps("Edit …");
      expect((await ana.fills({ text1: " ", more: "" })).errors?.text1).toContain("nothing in it");
      const long = await ana.fills({ text1: "x".repeat(20_000) });
      expect(long.errors?.text1).toContain("At most 5,000 characters; this has 20,000");
      expect(await world.ringside.records.read.reports.count({})).toBe(0);

      const text = "Acme: budget 50k confirmed";
      const sent = await ana.fills({ text1: text, more: "Demo on Tuesday" });
      expect(sent.toast).toBe("Sent to Mia Manager");
      expect(await seenBy(ana)).toContain("Sent to Mia Manager, 23 Nov 2026 09:03.");
      expect(await mia.all()).toHaveLength(0);

      await ana.taps("Correct …");
      await ana.fills({ text1: "Acme: budget 60k" });
      expect(await seenBy(ana)).toContain("Corrected for Mia Manager");
      const [kept, ...more] = await world.ringside.records.read.reports.find({});
      expect(more).toEqual([]);
      expect(kept).toMatchObject({ text: "Acme: budget 60k", managerId: "per_mia", span: "day" });
      expect(kept?.earlier).toMatchObject([{ text: `${text}\nDemo on Tuesday` }]);

      await mia.says("reports");
      expect(await mia.last()).toContain("Ana Silva · Daily report, 23 Nov 2026");
      await world.passes(24 * hourMs);
      const brief = (await mia.all()).findLast((shown) => shown.text.includes("Morning brief, "));
      expect(brief?.text).toContain("Since 23 Nov 2026: new leads 1, deals moved 0, won 0, lost 0");
      expect(brief?.text).toContain("Ana Silva · Daily report, 23 Nov 2026 (corrected)");
      await mia.taps("Read Ana Silva");
      expect(await mia.last()).toContain("Acme: budget 60k");
      await ana.says("reports");
      expect(await ana.last()).toContain("You may not do that");
    },

  "come in Chinese when the day ends to whoever asked for it, and the brief at its manager's hour":
    async (stage) => {
      const { world, as } = stage;
      await withDeals(stage);
      const [lei, mia] = [as("per_lei"), as("per_mia")];
      await mia.says("中文");
      await world.passes(minuteMs);
      await mia.says("晨报 8:30");
      expect(await mia.last()).toContain("晨报会在工作日 8:30 发来");
      await lei.says("日报 开");
      expect(await lei.last()).toContain("工作日 17:30");
      await world.passes(minuteMs);
      await lei.says("刚和蓝海聊完，预算123456元，王总拍板，明天演示");
      await lei.taps("确认");
      await world.passes(16 * hourMs); // Tuesday 09:02 in Shanghai
      await lei.says("日报 昨天");
      expect(await lei.last()).toContain("- 蓝海续约 · 蓝海物流：金额：¥123,456");
      expect(await lei.last()).toContain("下一步：演示，2026年11月24日");
      await lei.taps("今天不发");
      expect(await lei.last()).toContain("今天不发");
      await world.passes(minuteMs);
      await lei.says("更新 蓝海：客户要求下周三签约，金额13万");
      await lei.taps("确认");
      await world.passes(9 * hourMs); // 18:04 in Shanghai, 10:04 in London
      expect(await lei.last()).toContain("日报，2026年11月24日");
      await lei.taps("发给主管");
      expect(await lei.last()).toContain("已发给 Mia Manager，2026年11月24日 18:0");
      await world.passes(23 * hourMs); // Wednesday 09:04 in London
      expect(await seenBy(mia)).toContain("晨报，2026年11月25日");
      expect(await seenBy(mia)).toContain("李雷 · 日报，2026年11月24日");
      await mia.taps("看 李雷 的");
      expect(await mia.last()).toContain("- 蓝海续约 · 蓝海物流：金额：¥123,456 → ¥130,000");
    },
});
