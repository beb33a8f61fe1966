import { beforeAll, expect } from "vitest";
import { addCalledDeals } from "../helpers/called-deals.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

const minute = 60_000;
const day = 86_400_000;

// Once for all: building the index anew takes a while.
beforeAll(() => sharedTraining().reload());

async function publishes(stage: Stage): Promise<void> {
  await addCalledDeals(stage.world);
  const mia = stage.as("per_mia");
  await mia.says("strategy: calling deals brings 20 points more wins because they feel heard");
  await mia.taps("Yes, test it");
  await mia.taps("Publish");
  await stage.world.passes(minute);
}

onEverySurface("a supported strategy", {
  "becomes a chain, weights, a talk track and a scenario, and is retired and brought back": async (
    stage,
  ) => {
    const { world, as } = stage;
    const [mia, lei] = [as("per_mia"), as("per_lei")];
    const { read } = world.ringside.records;
    await publishes(stage);
    await mia.taps("Use it …");
    expect(await mia.last()).toContain("Nobody has taken it on yet.");
    expect(await mia.last()).toContain("can be switched off again");

    await mia.taps("As a chain …");
    expect(await mia.last()).toContain("From a strategy: call made by us");
    await mia.taps("Switch on …");
    await mia.fills({ reason: "The data supports it" });
    const [rule] = await read.rules.find({ state: "on" });
    expect(rule?.id).toMatch(/^strategy-str_/);

    await world.passes(minute);
    await mia.taps("As weights …");
    expect(await mia.last()).toContain("6 → 14");
    await mia.taps("Publish …");
    await mia.fills({ reason: "The data supports it" });

    await world.passes(minute);
    await mia.taps("As a talk track …");
    const missing = await mia.fills({ when: "", say: "", why: "" });
    expect(Object.keys(missing.errors ?? {})).toEqual(["when", "say", "why"]);
    await mia.fills({
      ...{ when: "We hear nothing from your sterile corridor team", playbook: "medical" },
      ...{
        say: "I call Wang Li on +44 7700 900123 tomorrow.\nTen minutes.",
        why: "They feel heard",
      },
    });
    const preview = await mia.last();
    expect(preview).toContain("[name]");
    expect(preview).not.toContain("7700");
    await mia.taps("Switch it on");
    await lei.says("say medical: nothing from the sterile corridor team");
    expect(await lei.last()).toContain("来自数据支持的策略 · 作者：Mia Manager");

    await world.passes(minute);
    await mia.taps("As a practice scenario …");
    expect(await mia.last()).toContain("Put to use “call made by us”");
    await mia.taps("Switch it on for everybody");
    await lei.says("每周一策");
    await lei.taps("打开第 1 条");
    await lei.taps("我也这样做");
    await lei.taps("怎么用……");
    expect(await lei.last()).toContain("All：2 人在这样做；已启用：行为规则、权重、话术、演练场景");
    expect(await lei.last()).toContain("启用之后的效果每月检验一次");
    await lei.taps("现在就练");
    expect(await lei.last()).toContain("演练：我方致电");
    expect(await lei.last()).toContain("用上“我方致电”");

    await world.passes(minute);
    await mia.says("strategies");
    await mia.taps("Open 1");
    await mia.taps("Use it …");
    await mia.taps("Switch off: talk track");
    expect(await mia.last()).toContain("no longer finds the talk track (by Mia Manager)");
    await mia.taps("Leave it as it is");
    await mia.taps("Retire …");
    expect(await mia.last()).toContain("李雷 no longer counts as doing it.");
    await mia.fills({ note: "We ring at the wrong moment" });
    expect(await read.adoptions.count({ retiredAt: null })).toBe(0);
    expect((await read.rules.get(rule?.id ?? ""))?.state).toBe("off");
    await world.passes(3 * day);
    const told = (await lei.all()).map(({ text }) => text).join("\n");
    expect(told).toContain("Mia Manager让一条策略退役了：我方致电");
    await mia.taps("Undo");
    expect(await read.adoptions.count({ retiredAt: null })).toBe(5);
    expect((await read.rules.get(rule?.id ?? ""))?.state).toBe("on");
    const [live] = await read.weightVersions.find({ state: "published" });
    expect(live?.weights.speed).toBe(14);
  },

  "is told of in the weekly digest, and asked for at the hour a manager chose": async (stage) => {
    const { world, as } = stage;
    const [mia, lei] = [as("per_mia"), as("per_lei")];
    await mia.says("weekly question");
    expect(await mia.last()).toContain("on Friday at 10:00");
    await mia.says("weekly question at midnight");
    expect(await mia.last()).toContain("I need a day and an hour from 8:00 to 20:00");
    await mia.says("weekly question at Wednesday 16:00");
    expect(await mia.last()).toContain("I ask on Wednesday at 16:00.");
    await lei.says("周会时间 周四16:00");
    expect(await lei.last()).toContain("您没有这个权限");
    // The clock of every world begins on a Monday.
    await world.passes(2 * day + 6.5 * 60 * minute);
    expect((await mia.all()).filter(({ text }) => text.includes("What worked"))).toHaveLength(0);
    await world.passes(60 * minute);
    expect(await mia.last()).toContain("What worked this week?");
    await world.passes(2 * day);
    expect((await mia.all()).filter(({ text }) => text.includes("What worked"))).toHaveLength(1);
    await publishes(stage);
    // Over the weekend, to Monday morning in London, and to Tuesday in Shanghai.
    await world.passes(3 * day);
    await world.passes(day / 2);
    const all = (await lei.all()).map(({ text }) => text).join("\n");
    expect(all).toContain("All：本周策略");
    expect(all).toContain("得到支持：我方致电（提出人：Mia Manager）");
  },
});
