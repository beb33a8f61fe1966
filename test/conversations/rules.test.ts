import { expect } from "vitest";
import { testNow } from "../helpers/people.ts";
import { doubts, doubtRule as id, withHistory } from "../helpers/rule-history.ts";
import { onEverySurface, onLocalChat, type Stage } from "../helpers/surfaces.ts";
import { aTouch } from "../helpers/touches.ts";

const day = 86_400_000;
const toState = async ({ world }: Stage, ruleId = id) =>
  (await world.ringside.records.read.rules.get(ruleId))?.state;

/** Lark takes the same words in the same moment for one message: time passes before they are said again. */
async function opens({ world, as }: Stage): Promise<void> {
  await world.passes(1_000);
  await as("per_mia").says("rule quiet");
}

async function switchesOn(stage: Stage): Promise<void> {
  const mia = stage.as("per_mia");
  await mia.says(`rule ${id}`);
  await mia.taps("Switch on");
  await mia.taps("Switch on …");
  await mia.fills({ reason: "Try it for a month" });
}

onEverySurface("rules", {
  "are listed with their state, and explained in words made from the rule, to a rep too": async ({
    as,
  }) => {
    const ana = as("per_ana");
    await ana.says("rules");
    expect(await ana.last()).toContain("Quiet doubt about the price | off | never | 0");
    await ana.taps("Quiet doubt about the price");
    const card = await ana.last();
    expect(card).toContain(
      "Within 3 days, in any order: product page looked at for more than 2 min, white paper downloaded, pricing page left.",
    );
    expect(card).toContain("Not if meanwhile: meeting booked.");
    expect(card).toContain("Then: call, within 1 day, by the owner.");
    expect((await ana.all()).at(-1)?.buttons).toEqual([]);
    await ana.says("new rule");
    expect(await ana.last()).toContain("You may not do that");
  },

  "are explained in Chinese to whoever reads Chinese": async ({ as }) => {
    const lei = as("per_lei");
    await lei.says("规则");
    expect(await lei.last()).toContain("默默犹豫价格 | 停用 | 从未 | 0");
    await lei.says("规则 默默犹豫价格");
    expect(await lei.last()).toContain(
      "3 天内，不分先后：浏览产品页 停留超过 2 分钟、下载白皮书、离开报价页。",
    );
  },

  "are tried on history before they are switched on, by whom and why": async (stage) => {
    await withHistory(stage);
    const mia = stage.as("per_mia");
    await mia.says("rule quiet");
    await mia.taps("Switch on");
    const card = await mia.last();
    expect(card).toContain("What “Quiet doubt about the price” would have done");
    expect(card).toContain("It would have fired 3 times: 0.2 a week, 1 in the last seven days.");
    expect(card).toContain("matched | 1 | 0 % | 0 % | 0 % | 0 % (0–79)");
    expect(card).toContain("missed it by one step | 1 |");
    expect(card).toContain("Too few to compare: 1 matched, 1 missed it by one step");
    expect(card).toContain("1 of 1 customers are not of your people");
    expect(await toState(stage)).toBeUndefined();

    await mia.taps("Switch on …");
    expect((await mia.fills({ reason: " " })).errors).toHaveProperty("reason");
    const answer = await mia.fills({ reason: "Try it for a month" });
    expect(answer.toast).toContain("is on as version 1");
    expect(await toState(stage)).toBe("on");
    const [version] = await stage.world.ringside.records.read.ruleVersions.find({ ruleId: id });
    expect(version).toMatchObject({ number: 1, authorId: "per_mia", reason: "Try it for a month" });
    expect(version?.backtest).toMatchObject({ fires: 3, verdict: "ok" });
    expect(version?.createdAt).toBe(testNow);
  },

  "are changed by sliders in their ranges, and the live rule only when published": async (
    stage,
  ) => {
    await withHistory(stage);
    await switchesOn(stage);
    const mia = stage.as("per_mia");
    await opens(stage);
    await mia.taps("Change");
    for (const interest of [29, 601, -5]) {
      const outside = await mia.fills({ slider_interest: interest, slider_window: 3 });
      expect(outside.errors).toEqual({ slider_interest: "Give a number from 30 to 600." });
    }
    await mia.fills({ slider_interest: 180, slider_window: 3 });
    expect(await mia.last()).toContain(
      "Changed: Seconds on the product page that show interest: 120 s → 180 s",
    );
    expect(await mia.last()).toContain("It would have fired 2 times");
    const live = async () => stage.world.ringside.records.read.ruleVersions.count({ ruleId: id });
    expect(await live()).toBe(1);
    await mia.taps("Publish …");
    await mia.fills({ reason: "Only the really interested" });
    expect(await live()).toBe(2);

    await opens(stage);
    await mia.taps("History");
    expect(await mia.last()).toContain("120 s → 180 s");
    await mia.taps("Back to 1");
    const [latest] = await stage.world.ringside.records.read.ruleVersions.find(
      { ruleId: id },
      { order: { by: "number", descending: true }, limit: 1 },
    );
    expect(latest).toMatchObject({ number: 3, reason: "back to version 1" });
    expect(JSON.stringify(latest?.body)).toContain('"gt":120');
  },

  "tell whoever comes second that somebody was quicker": async (stage) => {
    const { world, as } = stage;
    await withHistory(stage);
    await world.ringside.records.write(async (unit) => {
      const lei = await unit.people.get("per_lei");
      if (lei) await unit.putRecords("person", [{ ...lei, role: "manager" }]);
    });
    const [mia, lei] = [as("per_mia"), as("per_lei")];
    await mia.says("rule quiet");
    await mia.taps("Switch on");
    const first = await mia.refOf("Switch on …");
    await lei.says("规则 默默犹豫价格");
    await lei.taps("启用");
    await lei.taps("启用……");
    await lei.fills({ reason: "先试一个月" });
    await mia.taps("", { ref: first });
    const answer = await mia.fills({ reason: "slow" });
    expect(answer.toast).toContain("was changed meanwhile");
    expect(await mia.last()).toContain("李雷 published version 1");
    expect(await world.ringside.records.read.ruleVersions.count({ ruleId: id })).toBe(1);
    await mia.taps("Publish mine all the same …");
    await mia.fills({ reason: "knowing it" });
    expect(await world.ringside.records.read.ruleVersions.count({ ruleId: id })).toBe(2);
  },

  "that would fire too often are refused, with the slider that mends it": async (stage) => {
    const crowd = Array.from({ length: 300 }, (_, index) => doubts(`con_${index}`, 2, 130));
    const few = Array.from({ length: 5 }, (_, index) => doubts(`con_x${index}`, 2, 500));
    const { events } = stage.world.ringside;
    await events.append([aTouch("old", testNow - 100 * day), ...crowd.flat(), ...few.flat()]);
    const mia = stage.as("per_mia");
    await opens(stage);
    await mia.taps("Switch on");
    const card = await mia.last();
    expect(card).toContain("It would have fired 305 times in one week; your team can act on 10.");
    expect(card).toContain("“Seconds on the product page that show interest” at 210 s");
    const { buttons } = (await mia.all()).at(-1) ?? { buttons: [] };
    expect(buttons.map(({ label }) => label)).toEqual(["Preview that", "Change"]);
    await mia.taps("Preview that");
    expect(await mia.last()).toContain("It would have fired 5 times");
    await mia.taps("Switch on …");
    await mia.fills({ reason: "fewer" });
    expect(await toState(stage)).toBe("on");
  },

  "are switched off and retired": async (stage) => {
    await switchesOn(stage);
    const mia = stage.as("per_mia");
    await opens(stage);
    expect((await mia.taps("Switch off")).toast).toContain("is off");
    expect(await toState(stage)).toBe("off");
    await opens(stage);
    await mia.taps("Retire");
    expect(await toState(stage)).toBe("retired");
    await mia.says("rules");
    expect(await mia.last()).toContain("Quiet doubt about the price | retired");
  },

  "keep a hold-out only with a deal size, and tell the team": async (stage) => {
    await switchesOn(stage);
    const mia = stage.as("per_mia");
    await opens(stage);
    await mia.taps("Hold-out");
    expect((await mia.fills({ share: 25, upTo: 1, currency: "EUR" })).errors).toHaveProperty(
      "share",
    );
    const missing = await mia.fills({ share: 10, upTo: -1, currency: "Euro" });
    expect(Object.keys(missing.errors ?? {})).toEqual(["upTo", "currency"]);
    const saved = await mia.fills({ share: 10, upTo: 50_000, currency: "eur" });
    expect(saved.toast).toContain("10 % are held out");
    expect(await stage.world.ringside.records.read.rules.get(id)).toMatchObject({
      ...{ holdOut: 0.1, holdOutUpTo: 50_000, holdOutCurrency: "EUR" },
    });
    const nudges = await stage.world.ringside.records.read.nudges.find({ kind: "strategy" });
    expect(nudges.map(({ personId }) => personId).sort()).toEqual(["per_ana", "per_lei"]);
    expect(JSON.stringify(nudges[0]?.card)).toMatch(/10 ?%/);
  },
});

onLocalChat("rules", {
  "name the customers of the manager's own people": async (stage) => {
    await withHistory(stage);
    const held = { ownerId: "per_ana", status: "accepted" } as const;
    await stage.world.add("lead", "led_1", { title: "Wang Li", contactId: "con_wang", ...held });
    const mia = stage.as("per_mia");
    await mia.says("rule quiet");
    await mia.taps("Switch on");
    expect(await mia.last()).toContain("Latest of your people's customers: Wang Li");
  },

  "say so when there is too little history": async (stage) => {
    const mia = stage.as("per_mia");
    await opens(stage);
    await mia.taps("Switch on");
    expect(await mia.last()).toContain("There are only 0 days of history");
  },
});
