import { expect } from "vitest";
import type { Deal } from "../../src/core/model.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { aTouch } from "../helpers/touches.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Ana has two deals, of Acme and of Beta; Lei has two of 蓝海. */
async function withDeals({ world }: Stage): Promise<void> {
  await world.add("account", "acc_beta", { name: "Beta Retail" });
  await world.add("account", "acc_lan", { name: "蓝海物流" });
  const ana = { ownerId: "per_ana", stage: "qualified", currency: "EUR" } as const;
  await world.add("deal", "dea_acme", { ...ana, name: "Seats", accountId: "acc_acme" });
  await world.add("deal", "dea_beta", { ...ana, name: "Tills", accountId: "acc_beta" });
  const lei = { ownerId: "per_lei", stage: "qualified", accountId: "acc_lan" } as const;
  await world.add("deal", "dea_lan", { ...lei, name: "蓝海续约" });
  await world.add("deal", "dea_wms", { ...lei, name: "蓝海仓储系统" });
}

const dealOf = async ({ world }: Stage, id: string): Promise<Deal> => {
  const deal = await world.ringside.records.read.deals.get(id);
  if (!deal) throw new Error(`no deal ${id}`);
  return deal;
};

/** Somebody else changes a deal meanwhile. */
const change = ({ world: { ringside } }: Stage, id: string, set: Partial<Deal>) =>
  ringside.records.write((unit) =>
    ringside.gate.apply(unit, {
      ...{ by: { kind: "ringside" }, via: "job", source: "crm:hubspot" },
      changes: [{ kind: "deal", id, set }],
    }),
  );

async function callEnds(
  { world: { ringside } }: Stage,
  id: string,
  set: Parameters<typeof aTouch>[2] = {},
): Promise<void> {
  const touch = aTouch(id, ringside.clock(), { type: "call.ended", source: "webhook", ...set });
  await ringside.events.append([touch]);
  await ringside.drain();
}

onEverySurface("an update of a deal", {
  "in one sentence is one card and one tap, and is taken back exactly": async (stage) => {
    await withDeals(stage);
    const { world } = stage;
    const before = await dealOf(stage, "dea_acme");
    const ana = stage.as("per_ana");
    await ana.says("Just spoke to Acme: budget is 50k EUR, Wang Li decides, demo on Friday");
    const card = await ana.last();
    expect(card).toContain("Update Seats · Acme Medical?");
    expect(card).toContain("“50k EUR”");
    expect(card).toContain("Demo  “demo”");
    expect(await dealOf(stage, "dea_acme")).toEqual(before);

    const confirm = await ana.refOf("Confirm");
    expect((await ana.taps("Confirm")).toast).toBe("Seats · Acme Medical is updated");
    expect((await ana.taps("Confirm", { ref: confirm })).toast).toBe("That is written already.");
    expect(await dealOf(stage, "dea_acme")).toMatchObject({ amount: 50_000, nextStep: "Demo" });
    expect(await ana.last()).toContain("I remind you of the next step: 27 Nov 2026 09:00.");
    expect(await ana.all()).toHaveLength(1);
    const notes = await world.ringside.events.ofAccounts(["acc_acme"]);
    expect(notes.map(({ type }) => type)).toEqual(["note.added"]);

    await ana.taps("Undo");
    expect(await ana.last()).toContain("Taken back: Seats · Acme Medical is as it was before");
    expect(await dealOf(stage, "dea_acme")).toEqual(before);
    expect(await world.ringside.records.read.nextActions.count({})).toBe(0);

    // Two of one deal in the same second: the second looks again, and nothing of the first is lost.
    await world.passes(minuteMs);
    await ana.says("Acme: Wang Li decides, demo on Friday");
    const first = await ana.refOf("Confirm");
    await world.passes(1_000);
    await ana.says("Acme: the budget is 60k EUR");
    const second = await ana.refOf("Confirm");
    await ana.taps("Confirm", { ref: first });
    expect((await ana.taps("Confirm", { ref: second })).toast).toContain("in the meantime");
    expect(await ana.last()).toContain("Decision maker: nothing → Wang Li");
    await ana.taps("Confirm", { ref: second });
    const both = { amount: 60_000, decisionMaker: "Wang Li", nextStep: "Demo" };
    expect(await dealOf(stage, "dea_acme")).toMatchObject(both);

    await change(stage, "dea_acme", { amount: 70_000 });
    const refused = await ana.taps("Undo");
    expect(refused.toast).toContain("Amount: €60,000 → €70,000");
    expect((await dealOf(stage, "dea_acme")).amount).toBe(70_000);
    await world.passes(4 * dayMs);
    const shown = (await ana.all()).map(({ text }) => text).join("\n");
    expect(shown).toContain("Seats · Acme Medical: Demo");
  },

  "asks in Chinese which deal, then only what the contract still needs": async (stage) => {
    await withDeals(stage);
    const lei = stage.as("per_lei");
    await lei.says("刚和蓝海聊完，报价已发，总价50万，王总下周三给答复");
    expect(await lei.last()).toContain("说的是哪一个商机？");
    await lei.taps("蓝海仓储系统 · 蓝海物流");
    expect(await lei.last()).toContain("更新“蓝海仓储系统 · 蓝海物流”？");
    expect(await lei.last()).toContain("阶段: 报价（原为 已确认）  “报价已发”");
    expect(await lei.last()).toContain("按数据约定，写入前还需要");
    const missing = await lei.fills({ budgetStatus: "confirmed" });
    expect(missing.errors?.proof).toBeTruthy();
    expect((await dealOf(stage, "dea_wms")).stage).toBe("qualified");
    const link = { proof: "https://docs.example.com/quote.pdf" };
    const done = await lei.fills({ ...link, budgetStatus: "confirmed", closeDate: "2026-12-31" });
    expect(done.toast).toContain("已更新");
    expect(await dealOf(stage, "dea_wms")).toMatchObject({
      ...{ stage: "proposal", amount: 500_000, currency: "CNY", budgetStatus: "confirmed" },
      ...{ nextStep: "客户答复", decisionMaker: "王总" },
    });
    expect((await dealOf(stage, "dea_lan")).stage).toBe("qualified");

    await stage.world.passes(minuteMs);
    await lei.says("更新 蓝海续约：赢了!!!");
    expect(await lei.last()).toContain("依据：文件或链接或转发的客户消息");
    expect((await dealOf(stage, "dea_lan")).status).toBe("open");
    await lei.says("更新 蓝海续约：下周三开会");
    await lei.taps("修改……");
    const wrong = await lei.fills({ deal: "dea_lan", nextStep: "会面", amount: 0 });
    expect(wrong.errors?.amount).toContain("大于 0");
    await lei.taps("放弃");
    const shown = (await lei.all()).map(({ text }) => text).join();
    expect(shown).toContain("已放弃，“蓝海续约 · 蓝海物流”没有改动");
    expect((await dealOf(stage, "dea_lan")).nextStep).toBeNull();
  },

  "is asked for when a call ends, once for two, and rests on it": async (stage) => {
    await withDeals(stage);
    const ana = stage.as("per_ana");
    await callEnds(stage, "tch_c1");
    expect(await ana.last()).toContain("How did it go with Seats · Acme Medical?");
    await stage.world.passes(5 * minuteMs);
    await callEnds(stage, "tch_c2");
    await callEnds(stage, "tch_c3", { props: { internal: true } });
    expect(await ana.all()).toHaveLength(1);
    await ana.says("quote sent, 80k EUR, budget confirmed, Wang Li decides by next Wednesday");
    const card = await ana.last();
    expect(card).toContain("Rests on: call with Wang Li");
    expect(card).toContain("proposal");
    expect((await ana.all())[0]?.text).toContain("Your sentence is on the card below");
    await ana.fills({ closeDate: "2026-12-31" });
    expect(await dealOf(stage, "dea_acme")).toMatchObject({ stage: "proposal", amount: 80_000 });
    const [moved] = await stage.world.ringside.records.read.stageChanges.find({ to: "proposal" });
    expect(moved?.evidence).toEqual([
      { kind: "meeting", ref: "tch_c1" },
      { kind: "meeting", ref: "tch_c2" },
    ]);
  },
});
