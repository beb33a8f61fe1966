import { expect } from "vitest";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const day = 86_400_000;
const withData = async ({ world }: Stage) => {
  const deal = { accountId: "acc_acme", ownerId: "per_ana", stage: "proposal" } as const;
  await world.add("deal", "dea_acme", {
    ...deal,
    name: "Acme MRI",
    amount: 80_000,
    competitor: "Siemens",
  });
  await world.add("deal", "dea_lei", {
    ...deal,
    name: "蓝海 CT",
    ownerId: "per_lei",
    stage: "qualified",
  });
};

/** A customer of nobody's deal is the account of somebody in a team that is not Mia's. */
const withFarTeam = async ({ world }: Stage) => {
  await world.add("team", "tea_far", { name: "Far" });
  await world.add("person", "per_far", { name: "Fay Far", role: "rep", teamId: "tea_far" });
  await world.add("account", "acc_far", { name: "Far Works", ownerId: "per_far" });
  const customer = { accountId: "acc_far", contactId: "con_far" };
  await world.add("contact", "con_far", { accountId: "acc_far", name: "Vi" });
  await world.add("deal", "dea_far", { name: "Far away", ...customer, ownerId: null });
};

const pages = { publicUrl: "https://ringside.example", lifeMs: 3_600_000 };

onEverySurface(
  { title: "data health", options: async () => ({ pages }) },
  {
    "is a picture for the manager, a form for the rep, and refuses placeholders in words": async (
      stage,
    ) => {
      const { world, as } = stage;
      await withData(stage);
      await withFarTeam(stage);
      const [mia, ana] = [as("per_mia"), as("per_ana")];
      await mia.says("data health");
      const before = await mia.last();
      expect(before).toMatch(/keep their contract: \d+ of \d+ values/);
      expect(before).toMatch(/Contract rate \d+ %/);
      expect(before).toMatch(/Ana Silva +\|/);
      expect(before).toMatch(/Of other teams +\|/);
      expect(before).not.toContain("Fay Far");
      expect(before).toContain("The live page is for you alone: it works for 1 hour");

      await ana.says("fix my data");
      const card = await ana.last();
      expect(card).toContain("Deal Acme MRI: ");
      expect(card).toContain("Decision maker is missing");
      const date = new Date(Date.UTC(2026, 11, 2)).toISOString().slice(0, 10);
      const wrong = await ana.fills({ decisionMaker: "n/a" });
      expect(wrong.errors?.decisionMaker).toBe(
        "Decision maker: “n/a” is no answer. Say the value, or “not known until <day>”. (Contract “deal.decisionMaker”)",
      );
      const saved = await ana.fills({ decisionMaker: "Dr Wang", closeDate: date, until: date });
      expect(saved.toast ?? JSON.stringify(saved.errors)).toContain("Saved: Acme MRI");
      const held = await world.ringside.records.read.deals.get("dea_acme");
      expect(held).toMatchObject({ decisionMaker: "Dr Wang", closeDate: Date.parse(date) });

      await world.passes(1_000);
      await mia.says("data health");
      expect(await mia.last()).not.toBe(before);
      await mia.taps("Export by department");
      expect(await mia.last()).toContain("as CSV");
      const [csv = ""] = await mia.files();
      expect(csv).toContain("team,owner,field,kept,total,rate");
      expect(csv).toMatch(/^All,rep,deal\.closeDate,1,2,0\.5000$/m);
      await ana.says("mute crm");
      const preferences = { personId: "per_ana", kind: "crm" } as const;
      const [muted] = await world.ringside.records.read.preferences.find(preferences);
      expect(muted?.delivery).toBe("mute");
      expect(await ana.last()).toContain("the CRM: what waits, what it refuses");
    },

    "is kept every night and told once a week, in Chinese, with the form in the card": async (
      stage,
    ) => {
      const { world, as } = stage;
      await withData(stage);
      const lei = as("per_lei");
      // Monday 09:00 UTC: the night after is a Tuesday's, whose morning tells.
      await world.passes(15 * 3_600_000 + 60_000);
      const readings = await world.ringside.records.read.healthReadings.find({
        metric: "kept",
        slice: "all",
      });
      expect(readings).toHaveLength(1);
      await world.passes(3 * 3_600_000);
      expect(await lei.last()).toContain("商机 蓝海 CT：");
      expect(await lei.last()).toContain("缺少下一步");
      expect((await lei.fills({})).errors?.closeDate ?? "").toContain("请至少填写一项");
      await lei.fills({}, "跳过");
      expect(await lei.last()).toContain("联系人 Wang Li：缺少联系人职务");
      await lei.fills({}, "跳过");
      expect(await lei.last()).toContain("已处理完");
      await world.passes(8 * 3_600_000);
      expect(await as("per_bob").last()).toContain(
        "Contact Wang Li: Job title of a contact is missing",
      );
      await world.passes(8 * day);
      const mia = as("per_mia");
      await mia.says("data health");
      expect(await mia.last()).toMatch(/On .*2026: \d+(\.\d)? %\. Now: \d+(\.\d)? %\./);
      await lei.says("校验 91350100M000100Y43");
      expect(await lei.last()).toContain("统一社会信用代码");
    },
  },
);
