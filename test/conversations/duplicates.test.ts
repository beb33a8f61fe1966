import { expect } from "vitest";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

/** Ana has Wang Li of Acme Medical; Lei has a deal of 蓝海物流. */
async function withCustomers({ world }: Stage): Promise<void> {
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
  await world.add("account", "acc_lan", { name: "蓝海物流", ownerId: "per_lei" });
  const deal = { name: "蓝海 2027 续约", accountId: "acc_lan", ownerId: "per_lei" };
  await world.add("deal", "dea_lan", { ...deal, stage: "proposal" });
  await world.passes(60_000);
}

const accountsOf = ({ world }: Stage) => world.ringside.records.read.accounts.find({});

onEverySurface("a double", {
  "of a customer, brought in by a rep, is put to them with its reasons, merged and taken back":
    async (stage) => {
      await withCustomers(stage);
      const before = (await accountsOf(stage)).length;
      const ana = stage.as("per_ana");
      await ana.says("new lead: Bea Stone of ACME Medical, Ltd.");
      await ana.fills({ name: "Bea Stone", company: "ACME Medical, Ltd.", need: "a demo" });
      const card = (await ana.all()).find(({ text }) => text.includes("Because"));
      expect(card?.text).toContain("the same name, Acme Medical");
      expect(card?.text).toContain("not known of both: domain");
      expect(await accountsOf(stage)).toHaveLength(before + 1);

      await ana.taps("Merge");
      expect(await accountsOf(stage)).toHaveLength(before);
      await ana.taps("Undo");
      expect(await accountsOf(stage)).toHaveLength(before + 1);
    },

  "is proposed in Chinese, and stays two when they are kept apart": async (stage) => {
    await withCustomers(stage);
    const lei = stage.as("per_lei");
    await lei.says("新线索：赵敏，蓝海物流有限公司");
    await lei.fills({ name: "赵敏", company: "上海蓝海物流有限公司", need: "想看演示" });
    const said = async () =>
      (await lei.all()).filter(({ text }) => text.includes("名称相同：蓝海物流"));
    expect(await said()).toHaveLength(1);
    await lei.taps("保持分开");
    const accounts = await accountsOf(stage);

    await lei.says("新线索：钱进，蓝海物流");
    await lei.fills({ name: "钱进", company: "蓝海物流", need: "报价" });
    expect(await accountsOf(stage)).toHaveLength(accounts.length);
    expect(await said()).toHaveLength(0);
  },

  "in an imported file is put to the manager where the new record is nobody's": async (stage) => {
    await withCustomers(stage);
    const mia = stage.as("per_mia");
    await mia.drops({
      name: "accounts.csv",
      content: "company,website\nAcme Medical Inc,\nNew GmbH,\n",
    });
    await mia.fills({}, "Import");
    const shown = (await mia.all()).map(({ text }) => text).join("\n---\n");
    expect(shown).toContain("the same name, Acme Medical");
  },
});
