import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import { operator } from "../../src/core/people/actor.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const day = 86_400_000;
const withDeals = async ({ world }: Stage) => {
  const deal = { accountId: "acc_acme", ownerId: "per_ana", stage: "proposal" } as const;
  await world.add("deal", "dea_acme", { ...deal, name: "Acme MRI", amount: 80_000 });
  await world.add("deal", "dea_beta", { ...deal, name: "Beta MRI", stage: "qualified" });
};
const write = ({ world }: Stage, changes: Change[], more: object) =>
  world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: operator, via: "import", source: "crm:salesforce", changes, ...more },
    }),
  );

onEverySurface("contracts", {
  "are explained, changed on a preview, published once by two managers, and put back": async (
    stage,
  ) => {
    const { world, as } = stage;
    await withDeals(stage);
    await world.add("person", "per_max", { name: "Max", role: "manager", teamId: "tea_all" });
    const mia = as("per_mia");
    await mia.says("contracts");
    expect(await mia.last()).toContain("Amount | rep | proposal | 60 days");
    await mia.taps("Amount");
    const card = await mia.last();
    expect(card).toContain("As it ships");
    expect(card).toContain("Who wins: rep > CRM > import; manager > CRM; rep > API.");
    expect(card).toContain("Before negotiation, “not known until <day>” is an answer");

    await mia.taps("Change …");
    const form = { owner: "rep", precedence: "rep > CRM > rep", fresh: 60 };
    const stages = { required: "proposal", unknown: "negotiation" };
    const wrong = await mia.fills({ ...form, ...stages });
    expect(wrong.errors?.precedence).toContain("without a circle");
    const earlier = { required: "qualified", unknown: "negotiation" };
    const answer = await mia.fills({ ...form, precedence: "CRM > rep > import", ...earlier });
    expect(answer.toast).toContain("would mean today");
    const preview = await mia.last();
    expect(preview).toContain("proposal → qualified");
    expect(preview).toContain("Deals that would have to answer now | 0 | 1");

    await mia.taps("Publish …");
    const done = await mia.fills({ reason: "We ask earlier" });
    expect(done.toast).toBe("The contract of “Amount” is in force, version 1");

    // Max begins from version 1; Mia publishes again while he thinks.
    const max = as("per_max");
    await max.says("contract amount");
    await max.taps("Change …");
    await world.ringside.records.write(async (unit) => {
      const { publishContract } = await import("../../src/core/pipeline/contracts/publish.ts");
      const [latest] = await unit.contractVersions.find({ field: "deal.amount" });
      const source = { ...(latest?.body as object), fresh: "7d" };
      const given = { contractId: "deal.amount", authorId: "per_mia", reason: "Fresher" };
      await publishContract(unit, { ...given, source });
    });
    await max.fills({ ...form, precedence: "rep > CRM > import", fresh: 90, ...earlier });
    await max.taps("Publish …");
    await max.fills({ reason: "Less work" });
    const clash = await max.last();
    expect(clash).toContain("Mia Manager published version 2 (“Fresher”)");
    expect(clash).toContain("60 days → 7 days");
    await max.taps("Publish mine all the same …");
    expect((await max.fills({ reason: "Less work" })).toast).toContain("version 3");

    await world.passes(1_000);
    await max.says("contract amount");
    await max.taps("History");
    expect(await max.last()).toMatch(/3 \| .* \| Max \| Less work \| .*7 days → 90 days/);
    expect((await max.taps("Back to the file")).toast).toBe(
      "The contract of “Amount” is as it was, version 4",
    );
  },

  "are read in Chinese by a rep, and by contributors where they own the field": async ({ as }) => {
    const lei = as("per_lei");
    await lei.says("数据合约");
    expect(await lei.last()).toContain("金额 | 销售 | 报价 | 60 天");
    await lei.says("合约 决策人");
    expect(await lei.last()).toContain(
      "谈判阶段之前，可以回答“某日之前还不清楚”，最多推后 30 天。",
    );
    await expect(lei.refOf("调整…")).rejects.toThrow("no button");
    const bob = as("per_bob");
    await bob.says("contracts");
    const list = await bob.last();
    expect(list).toContain("3 golden fields");
    expect(list).toContain("E-mail of a contact | contributor");
    expect(list).not.toContain("Amount | rep");
    await bob.says("changed elsewhere");
    expect(await bob.last()).toContain("You may not do that");
  },

  "of the company's own files refuse what breaks them, in words at the field": async (stage) => {
    const { world, as } = stage;
    const folder = join(world.ringside.dataDir, "playbooks", "contracts");
    mkdirSync(folder, { recursive: true });
    const phone = `id: contact.phone
name: { en: Phone, zh: 电话 }
owner: rep
type: text
valid: { pattern: '^\\+' }
sources: [rep, manager, import]
`;
    writeFileSync(join(folder, "phone.yaml"), phone);
    writeFileSync(join(folder, "clash.yaml"), phone.replace("contact.phone", "deal.amount"));
    await world.passes(3_000);
    await as("per_mia").says("contracts");
    expect(await as("per_mia").last()).toContain("Phone | rep");
    expect(await as("per_mia").last()).toContain("Contract files with mistakes");
    const lei = as("per_lei");
    await lei.says("新线索：王芳，蓝海精密，wang@lanhai.example，13912345678");
    const form = { name: "王芳", company: "蓝海精密", email: "wang@lanhai.example", need: "20 台" };
    const wrong = await lei.fills({ ...form, phone: "13912345678" });
    expect(wrong.errors?.phone).toBe("电话：格式须符合 ^\\+。（合约“contact.phone”）");
    expect((await lei.fills({ ...form, phone: "+8613917264508" })).toast).toContain("王芳");
  },

  "show managers what outside systems changed, by field and source": async (stage) => {
    const { world, as } = stage;
    await withDeals(stage);
    const ana = await world.ringside.records.read.people.get("per_ana");
    if (!ana) throw new Error("no Ana");
    const amount = (value: number): Change => ({
      ...{ kind: "deal", id: "dea_acme", set: { amount: value, closeDate: testNow + 30 * day } },
    });
    const said = { by: { kind: "person", person: ana }, via: "chat", source: "chat" };
    expect(await write(stage, [amount(90_000)], said)).toEqual([]);
    await world.passes(1_000);
    expect(await write(stage, [amount(10_000)], {})).toEqual([]);
    expect((await world.ringside.records.read.deals.get("dea_acme"))?.amount).toBe(90_000);
    const mia = as("per_mia");
    await mia.says("drift");
    const card = await mia.last();
    expect(card).toContain("Amount | CRM · salesforce | kept out: somebody's word stands | 1");
    expect(card).toContain("Acme MRI · Amount: 10,000 from outside, 90,000 here");
  },
});
