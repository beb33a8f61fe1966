import { expect } from "vitest";
import type { Deal } from "../../src/core/model.ts";
import { onEverySurface } from "../helpers/surfaces.ts";

const minuteMs = 60_000;

onEverySurface("what an update rests on", {
  "may be a message forwarded or pasted in the conversation; an amount beyond belief is refused":
    async ({ world, as }) => {
      const { read } = world.ringside.records;
      const dealOf = async (id: string) => (await read.deals.get(id)) as Deal;
      const set = { ownerId: "per_ana", stage: "qualified", currency: "EUR" } as const;
      await world.add("deal", "dea_acme", { ...set, name: "Seats", accountId: "acc_acme" });
      await world.add("account", "acc_lan", { name: "蓝海物流" });
      const renewal = { name: "蓝海续约", accountId: "acc_lan", ownerId: "per_lei" } as const;
      await world.add("deal", "dea_lan", { ...renewal, stage: "qualified" });
      const [ana, lei] = [as("per_ana"), as("per_lei")];

      await ana.says(
        "update Acme: quote sent, 50k EUR, budget confirmed, Wang Li decides, demo on Friday",
      );
      expect(await ana.last()).toContain("a forwarded message");
      const isMarked = await ana.forwards("Thanks for the quote.\nWe will look at it with Zoe.");
      if (!isMarked) await ana.taps("Yes, the customer wrote it");
      expect(await ana.last()).toContain("The message now stands behind your update");
      expect((await dealOf("dea_acme")).stage).toBe("qualified");
      await ana.fills({ closeDate: "2026-12-31" });
      expect(await dealOf("dea_acme")).toMatchObject({ stage: "proposal", amount: 50_000 });
      const [moved] = await read.stageChanges.find({ to: "proposal" });
      expect(moved?.evidence).toMatchObject([{ kind: "message" }]);
      const kept = await world.ringside.events.ofAccounts(["acc_acme"]);
      expect(kept.map(({ props }) => props.text)).toContain(
        "Thanks for the quote.\nWe will look at it with Zoe.",
      );

      await lei.says("更新 蓝海：赢了!!!总价30万，预算已确认，王总拍板");
      expect((await dealOf("dea_lan")).status).toBe("open");
      await world.passes(minuteMs);
      await lei.says("合同我们双方都盖好章了，周一寄出");
      expect(await lei.last()).toContain("这段话是“蓝海续约 · 蓝海物流”这次更新的依据吗？");
      await lei.taps("是，客户原话");
      expect(await lei.last()).toContain("已作为这次更新的依据");
      const next = { nextStep: "会面", nextStepDate: "2026-11-30" };
      await lei.fills({ ...next, closeDate: "2026-12-01" });
      expect(await dealOf("dea_lan")).toMatchObject({ status: "won", amount: 300_000 });

      await world.passes(minuteMs);
      await ana.says("update Acme: the price is now 1000000000000 EUR");
      expect(await ana.last()).toContain("100,000,000,000");
      await ana.fills({ amount: 1_000_000_000_000 });
      expect((await dealOf("dea_acme")).amount).toBe(50_000);
    },
});
