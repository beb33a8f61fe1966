import { writeFileSync } from "node:fs";
import { expect } from "vitest";
import { onEverySurface } from "../helpers/surfaces.ts";

const csv = "姓名,公司,手机,需求\n王丽,华信精密,,要20个账号\n赵敏,远景医疗,,想看演示\n,,,\n";

onEverySurface("a file dropped into the chat", {
  "is shown as it would be stored, imported on a manager's word, and its leads assigned": async ({
    world,
    as,
  }) => {
    const mia = as("per_mia");
    await mia.drops({ name: "leads.csv", content: csv });
    expect(await mia.last()).toContain("Import leads.csv?");
    expect(await mia.last()).toContain("王丽");
    expect(await world.ringside.records.read.leads.count({})).toBe(0);

    await mia.fills({}, "Import");
    const cards = await mia.all();
    expect(cards.at(-1)?.text).toContain("leads.csv is imported");
    expect(cards.at(-1)?.text).toContain("1 row could not be stored");
    const given = [...(await as("per_ana").all()), ...(await as("per_lei").all())];
    expect(given.map(({ text }) => text).join()).toContain("王丽 · 华信精密");
    expect(await world.ringside.records.read.leads.count({})).toBe(2);

    await mia.drops({ name: "leads.csv", content: csv });
    await mia.fills({}, "Import");
    expect(await world.ringside.records.read.leads.count({})).toBe(2);
  },

  "is said to have failed when it cannot be imported after all": async ({ world, as }) => {
    const mia = as("per_mia");
    await mia.drops({ name: "leads.csv", content: csv });
    const [asset] = await world.ringside.records.read.assets.find({});
    if (!asset) throw new Error("the file was not kept");
    writeFileSync(world.ringside.assets.pathOf(asset), "");
    await mia.fills({}, "Import");
    expect(await mia.last()).toContain("This file is empty.");
    expect(await world.ringside.records.read.leads.count({})).toBe(0);
  },

  "is forgotten when the manager does not want it": async ({ world, as }) => {
    const mia = as("per_mia");
    await mia.drops({ name: "leads.csv", content: csv });
    await mia.fills({}, "Cancel");
    expect(await mia.last()).toContain("Nothing was stored");
    expect(await world.ringside.records.read.leads.count({})).toBe(0);
  },

  "is refused in one sentence when it is no table, and from anybody but a manager": async ({
    as,
  }) => {
    const mia = as("per_mia");
    await mia.drops({
      name: "deals.xlsx",
      content: "PK\u0003\u0004[Content_Types].xml xl/workbook.xml",
    });
    expect(await mia.last()).toContain("save it as “CSV UTF-8”");
    await mia.drops({ name: "empty.csv", content: "" });
    expect(await mia.last()).toContain("empty");
    const lei = as("per_lei");
    await lei.drops({ name: "leads.csv", content: csv });
    expect(await lei.last()).toContain("只有主管可以导入文件");
  },
});
